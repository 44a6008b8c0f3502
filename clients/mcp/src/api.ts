import { type Call, connect, type KalendsOptions } from "@kalends/sdk";

/** What came back with a 2xx: the envelope as it is. */
export interface ApiAnswer {
  data: unknown;
  pagination?: { totalItems?: number; hasNextPage?: boolean };
  explanation?: { hosts: { removed: { rule: string; start: string; end: string }[] }[] };
}

/** Sends one call; throws a `KalendsError`. Paths stand below the base URL: `/bookings/{uid}` filled in. */
export type Api = (call: Call) => Promise<ApiAnswer>;

export function createApi(options: KalendsOptions): Api {
  // Who calls a tool waits about a minute: a longer pause is told instead of waited out.
  const { send } = connect({ maxRetryDelayMs: 5000, ...options });
  return async (call) => (await send(call)).body as unknown as ApiAnswer;
}

export const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
