import { randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import type { FreshCode } from "./code.js";

const digits = 6;

/**
 * A new code: six random digits. Made before the transaction that stores it, because its hash takes long on purpose: a
 * million codes are soon tried on a plain one, but not within the life of a code on this one (scrypt, RFC 7914).
 */
export async function makeCode(): Promise<FreshCode> {
  const text = String(randomInt(10 ** digits)).padStart(digits, "0");
  const salt = randomBytes(16).toString("hex");
  return { text, salt, hash: await hashOf(text, salt) };
}

export async function isRight(text: string, { salt, hash }: { salt: string; hash: string }): Promise<boolean> {
  if (text.length !== digits) return false;
  return timingSafeEqual(Buffer.from(await hashOf(text, salt), "hex"), Buffer.from(hash, "hex"));
}

const hashOf = (text: string, salt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(text, salt, 32, (error, hash) => (error ? reject(error) : resolve(hash.toString("hex"))));
  });
