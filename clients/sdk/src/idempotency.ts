import type { Outcome } from "./attempt.js";

/** What is known of a server: does it honour `Idempotency-Key`, so that the same write sent twice is done once? */
export type KeySupport = "unknown" | "honoured" | "ignored";

const writes = new Set(["POST", "PATCH", "DELETE", "PUT"]);

export const isWrite = (method: string): boolean => writes.has(method);

/** A server that honours keys says so on every answer to a keyed write. */
export function isAnnounced(outcome: Outcome): boolean {
  if (outcome.kind === "lost") return false;
  return outcome.headers.has("idempotency-key") || outcome.headers.has("idempotency-replayed");
}

/** Or among the features that `GET /v2/versions` lists. */
export function isListed(body: Record<string, unknown>): boolean {
  return Array.isArray(body.features) && body.features.includes("idempotency-key");
}

/** `crypto.randomUUID` exists on secure origins only, so the bits are drawn by hand. RFC 9562, version 4. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
