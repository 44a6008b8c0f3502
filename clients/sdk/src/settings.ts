/** How a client is set up. What is left out is read from the environment, where there is one. */
export interface KalendsOptions {
  /** `CAL_API_KEY`. Without it only what is open to anybody can be called. */
  apiKey?: string;
  /** `CAL_API_URL`; the hosted `https://api.cal.com/v2` if neither is given. */
  baseUrl?: string;
  /** `CAL_CLIENT_ID`, sent as `x-cal-client-id`. */
  clientId?: string;
  /** `CAL_SECRET_KEY`, sent as `x-cal-secret-key`. */
  clientSecret?: string;
  /** For one attempt, the reading of its answer included. 30,000 if left out. */
  timeoutMs?: number;
  /** Further attempts after the first; 3 if left out, 0 for none. */
  maxRetries?: number;
  /** The first pause between attempts; each further one is twice as long, with jitter. 500 if left out. */
  retryDelayMs?: number;
  /** The longest pause that is waited out. When a server asks for a longer one the error is thrown. 60,000 if left out. */
  maxRetryDelayMs?: number;
  /**
   * `auto`: every write carries a key, outside of browsers, and the server is asked whether it honours keys before a write
   * with an unclear outcome is sent again. `trusted`: it is known to. `off`: no keys are made.
   */
  idempotencyKeys?: "auto" | "trusted" | "off";
  /** Sent with every request. */
  headers?: Record<string, string>;
  fetch?: typeof globalThis.fetch;
  /** Hears of every pause before a further attempt. */
  onRetry?: (notice: RetryNotice) => void;
}

export interface RetryNotice {
  method: string;
  path: string;
  /** The number of the attempt that failed. */
  attempt: number;
  delayMs: number;
  reason: string;
}

export interface Settings extends Required<Omit<KalendsOptions, "apiKey" | "clientId" | "clientSecret">> {
  apiKey: string | undefined;
  clientId: string | undefined;
  clientSecret: string | undefined;
}

export const hostedUrl = "https://api.cal.com/v2";

/** Browsers refuse headers that the server's CORS answer does not name, and hosted servers do not name all of ours. */
export const isBrowser: boolean =
  typeof (globalThis as { document?: unknown }).document !== "undefined" ||
  typeof (globalThis as { importScripts?: unknown }).importScripts !== "undefined";

export function settingsOf(options: KalendsOptions): Settings {
  return {
    apiKey: options.apiKey ?? fromEnvironment("CAL_API_KEY"),
    baseUrl: readBaseUrl(options.baseUrl ?? fromEnvironment("CAL_API_URL") ?? hostedUrl),
    clientId: options.clientId ?? fromEnvironment("CAL_CLIENT_ID"),
    clientSecret: options.clientSecret ?? fromEnvironment("CAL_SECRET_KEY"),
    timeoutMs: options.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? 3,
    retryDelayMs: options.retryDelayMs ?? 500,
    maxRetryDelayMs: options.maxRetryDelayMs ?? 60_000,
    idempotencyKeys: options.idempotencyKeys ?? (isBrowser ? "off" : "auto"),
    headers: options.headers ?? {},
    // Bound, because browsers refuse to run a `fetch` that was taken off its window.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    onRetry: options.onRetry ?? (() => {}),
  };
}

/** A variable of the environment; empty counts as absent, and browsers have none. */
export function fromEnvironment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}

/** `http://localhost:3000` is read as `http://localhost:3000/v2`. */
function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(
      `The base URL "${text}" is not an http(s) address, such as http://localhost:3000/v2 (CAL_API_URL).`,
    );
  }
  const path = url.pathname.replace(/\/+$/, "");
  return `${url.origin}${path === "" ? "/v2" : path}`;
}
