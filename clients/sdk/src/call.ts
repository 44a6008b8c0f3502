import { isBrowser, type Settings } from "./settings.js";

/** One operation as it goes on the wire. */
export interface Call {
  method: string;
  /** With its parameters filled in, such as `/v2/bookings/QZ4LjMXjQwZKxekipouXTC`. */
  path: string;
  query?: Record<string, unknown>;
  body?: unknown;
  /** The value of `cal-api-version`. */
  version?: string;
}

/** What may be said with every call. */
export interface RequestOptions {
  /** Ends the call, whatever it is waiting for; its reason is what the call throws. */
  signal?: AbortSignal;
  timeoutMs?: number;
  maxRetries?: number;
  /** Your own key, such as an order number, in place of a random one. */
  idempotencyKey?: string;
  /** Another `cal-api-version`; the types are those of the usual one. */
  version?: string;
  headers?: Record<string, string>;
}

export const packageVersion = "0.1.0";

/** `/v2/bookings` below `https://api.cal.com/v2`. */
export function urlOf({ baseUrl }: Settings, { path, query = {} }: Call): string {
  const url = new URL(baseUrl + path.replace(/^\/v2(?=\/|$)/, ""));
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) url.searchParams.append(name, textOf(value));
  }
  return url.href;
}

/** Lists are one value with commas, which is how this API reads them. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(",");
  return value instanceof Date ? value.toISOString() : String(value);
}

export function headersOf(
  settings: Settings,
  call: Call,
  options: RequestOptions,
  key?: string,
): Record<string, string> {
  const version = options.version ?? call.version;
  return {
    accept: "application/json",
    ...(!isBrowser && { "user-agent": `kalends-sdk/${packageVersion}` }),
    ...(settings.apiKey && { authorization: `Bearer ${settings.apiKey}` }),
    ...(settings.clientId && { "x-cal-client-id": settings.clientId }),
    ...(settings.clientSecret && { "x-cal-secret-key": settings.clientSecret }),
    ...(version && { "cal-api-version": version }),
    ...(call.body !== undefined && { "content-type": "application/json" }),
    ...(key && { "idempotency-key": key }),
    ...settings.headers,
    ...options.headers,
  };
}

/** Fills `{bookingUid}` in. A value that would make it another path is refused. */
export function fillPath(template: string, values: readonly unknown[]): string {
  let index = 0;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = String(values[index++] ?? "");
    if (text === "" || text === "." || text === "..") throw new TypeError(`${name} of ${template} is missing.`);
    return encodeURIComponent(text);
  });
}
