import { type Call, headersOf, type RequestOptions, urlOf } from "./call.js";
import type { Settings } from "./settings.js";

/** How one attempt ended. `unsent`: it surely did not reach the server; `broken`: whether it did is not known. */
export type Outcome =
  | { kind: "answered"; status: number; headers: Headers; text: string }
  | { kind: "lost"; why: "unsent" | "broken" | "timeout"; cause: unknown };

/** Sends a call once. Throws the reason of the caller's own signal and nothing else. */
export async function attempt(settings: Settings, call: Call, options: RequestOptions, key?: string): Promise<Outcome> {
  const { signal } = options;
  signal?.throwIfAborted();
  const stopper = new AbortController();
  const onAbort = (): void => stopper.abort();
  signal?.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(onAbort, options.timeoutMs ?? settings.timeoutMs);
  try {
    const response = await settings.fetch(urlOf(settings, call), {
      method: call.method,
      headers: headersOf(settings, call, options, key),
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      // Followed, a redirected POST would arrive as a GET.
      redirect: "manual",
      signal: stopper.signal,
    });
    return { kind: "answered", status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    signal?.throwIfAborted();
    const why = stopper.signal.aborted ? "timeout" : isUnsent(cause) ? "unsent" : "broken";
    return { kind: "lost", why, cause };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/** Faults before a byte was sent, as Node.js names them. Browsers tell nothing: there, everything may have arrived. */
const unsentCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const isUnsent = (fault: unknown): boolean => unsentCodes.has(faultCode(fault) ?? "");

/** The system's word for a fault, which `fetch` hides in the cause. */
export function faultCode(fault: unknown): string | undefined {
  const { code, cause } = (fault ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === "string" ? code : cause ? faultCode(cause) : undefined;
}
