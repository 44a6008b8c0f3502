import { createHmac } from "node:crypto";

/** `X-Cal-Signature-256`: the bare hex HMAC-SHA256 of the exact bytes of the body. */
export function sign(body: string, secret: string | null): string {
  // COMPAT: receivers compare with this word when they gave no secret.
  if (!secret) return "no-secret-provided";
  return createHmac("sha256", secret).update(body).digest("hex");
}
