import { fromEnvironment } from "./settings.js";

/**
 * Is a delivery genuine? `rawBody`: the bytes (or text) as they came, before anything parsed them; `header`: the value of
 * `X-Cal-Signature-256`, bare hex or after `sha256=`; `secret`: the webhook's own, else `CAL_WEBHOOK_SECRET`. HMAC-SHA256
 * (RFC 2104), compared by Web Crypto in constant time. False for anything that is no signature; throws without a secret.
 */
export async function verifyWebhook(
  rawBody: string | Uint8Array | ArrayBuffer,
  header: string | readonly string[] | null | undefined,
  secret: string | undefined = fromEnvironment("CAL_WEBHOOK_SECRET"),
): Promise<boolean> {
  // An empty key would let everybody sign.
  if (!secret) throw new TypeError("verifyWebhook needs the webhook's secret (CAL_WEBHOOK_SECRET).");
  const hex = typeof header === "string" ? /^(?:sha256=)?([0-9a-f]{64})$/i.exec(header.trim())?.[1] : undefined;
  if (hex === undefined) return false;
  const text = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", text.encode(secret), algorithm, false, ["verify"]);
  const body = typeof rawBody === "string" ? text.encode(rawBody) : new Uint8Array(rawBody);
  return crypto.subtle.verify("HMAC", key, bytesOf(hex), body);
}

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
