import type { Outcome } from "./attempt.js";

const passingStatuses = new Set([408, 425, 429, 500, 502, 503, 504]);

/** RFC 9110, 9.2.2: sent twice, these do what they do once. */
const idempotentMethods = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/** May another attempt go better? */
export const isPassing = (outcome: Outcome): boolean => outcome.kind === "lost" || passingStatuses.has(outcome.status);

/**
 * May the request be sent again without asking anything? Yes if it is idempotent, or if it surely did nothing: it was not
 * sent, or it was over the limit. A 503 proves nothing, also with `Retry-After`: the store may have gone in mid-commit.
 */
export function isHarmless(method: string, outcome: Outcome): boolean {
  if (idempotentMethods.has(method)) return true;
  if (outcome.kind === "lost") return outcome.why === "unsent";
  return outcome.status === 425 || outcome.status === 429;
}

/** Was this write perhaps done, although no answer says so? */
export function isUnclear(method: string, outcome: Outcome): boolean {
  if (/^(GET|HEAD|OPTIONS)$/.test(method)) return false;
  if (outcome.kind === "lost") return outcome.why !== "unsent";
  return [408, 500, 502, 503, 504].includes(outcome.status);
}

export interface Pauses {
  retryDelayMs: number;
  maxRetryDelayMs: number;
}

const longestBackoffMs = 8_000;

/** The pause after a number of failed attempts; null if the server asks for one that is too long to wait for. */
export function pauseMs(outcome: Outcome, attempts: number, pauses: Pauses, random: () => number): number | null {
  const askedSeconds = outcome.kind === "answered" ? retryAfterSeconds(outcome.headers) : undefined;
  if (askedSeconds === undefined) {
    const backoffMs = Math.min(pauses.retryDelayMs * 2 ** (attempts - 1), longestBackoffMs, pauses.maxRetryDelayMs);
    return backoffMs * (0.5 + random() / 2);
  }
  const askedMs = askedSeconds * 1000;
  // Never earlier than asked for; a little later, so that those who were refused together do not come back together.
  return askedMs > pauses.maxRetryDelayMs ? null : askedMs + random() * Math.min(askedMs / 10, 1000);
}

/** RFC 9110, 10.2.3: seconds, or a date. */
export function retryAfterSeconds(headers: Headers, now = Date.now()): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1000);
}

/** Waits; an abort ends the wait with its reason. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
