import { createHash, randomBytes, randomUUID } from "node:crypto";

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** A random UUID in base 58, 22 characters: the form of booking uids, unguessable because the uid is the capability. */
export function newUid(): string {
  let rest = BigInt(`0x${randomUUID().replaceAll("-", "")}`);
  let text = "";
  while (text.length < 22) {
    text = base58[Number(rest % 58n)] + text;
    rest /= 58n;
  }
  return text;
}

/** A random UUID, for webhooks, deliveries and holds. */
export const newUuid = (): string => randomUUID();

/** Whether a text can be asked for in a column of UUIDs; the store refuses any other with an error. */
export const isUuid = (text: string | undefined): text is string =>
  text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The text of a new API key: `cal_live_` and 128 random bits in hex. It is shown once and never stored. */
export const newApiKey = (): string => `cal_live_${randomBytes(16).toString("hex")}`;

/** What is stored of an API key: SHA-256 (hex) of its text without the prefix. */
export function hashApiKey(key: string): string {
  return createHash("sha256")
    .update(key.replace(/^cal_(live_|test_)?/, ""))
    .digest("hex");
}
