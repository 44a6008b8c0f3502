import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { Refusal } from "../errors.js";
import type { Auth, RateClass } from "../operation.js";
import { runText } from "../store/sql.js";
import type { Db } from "../store/store.js";
import { networkOf } from "./network.js";

/** Requests per window: first by who calls, upstream's defaults; then what an operation's own class allows each caller. */
export const usualLimits = {
  key: 120,
  token: 500,
  client: 500,
  address: 120,
  "anonymous-booking": 30,
  guests: 5,
  attendees: 5,
  "email-code": 5,
  "phone-code": 3,
  "email-verify": 3,
  "phone-verify": 3,
};

export type LimitName = keyof typeof usualLimits;
export type Limits = Record<LimitName, number>;

const windowSeconds = 60;

/** Counts a request of this class and sets the limit headers, or refuses it with 429. */
export type RateLimit = (request: FastifyRequest, reply: FastifyReply, rate: RateClass) => Promise<void>;

export const noRateLimit: RateLimit = async () => {};

export interface RateLimitOptions {
  limits?: Partial<Limits>;
  /** Where several processes share their counters; absent: each counts for itself, in memory. */
  db?: Db;
}

/** One fixed window per caller and limit. A caller over the limit waits for one window, however often he asks meanwhile. */
export function createRateLimit({ limits = {}, db }: RateLimitOptions = {}): RateLimit {
  const points: Limits = { ...usualLimits, ...limits };
  const limiters = Object.fromEntries(
    Object.entries(points).map(([name, most]) => [name, createLimiter(name, most, db)]),
  ) as Record<LimitName, RateLimiterAbstract>;
  return async (request, reply, rate) => {
    const { kind, id } = tracker(request);
    const name = limitFor(rate, kind);
    const { outcome, isRefused } = await limiters[name].consume(id).then(
      (counted) => ({ outcome: counted, isRefused: false }),
      (refused: unknown) => {
        // Who is remembered as over the limit is refused without a count.
        if (refused instanceof RateLimiterRes) return { outcome: refused, isRefused: true };
        throw refused;
      },
    );
    tell(reply, points[name], isRefused ? 0 : outcome.remainingPoints, outcome.msBeforeNext);
    if (isRefused) {
      reply.header("Retry-After", Math.ceil(outcome.msBeforeNext / 1000));
      throw new Refusal("too-many", "CustomThrottlerGuard - Too many requests. Please try again later.");
    }
  };
}

function createLimiter(name: string, points: number, db: Db | undefined): RateLimiterAbstract {
  const options = { keyPrefix: name, points, duration: windowSeconds, blockDuration: windowSeconds };
  const memory = new RateLimiterMemory(options);
  if (!db) return memory;
  return new RateLimiterPostgres({
    ...options,
    storeClient: { query: ({ text, values }: { text: string; values: unknown[] }) => runText(db, text, values) },
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    // Who is over the limit is refused without asking the database again.
    inMemoryBlockOnConsumed: points + 1,
    inMemoryBlockDuration: windowSeconds,
    // While the database is away each process counts for itself.
    insuranceLimiter: memory,
  });
}

type CallerKind = "key" | "token" | "client" | "address";

/** An operation's own limit takes the place of the caller's; that of bookings counts only who shows no credential. */
function limitFor(rate: RateClass, kind: CallerKind): LimitName {
  if (rate === "default" || rate === "uncounted") return kind;
  if (rate === "anonymous-booking" && kind !== "address") return kind;
  return rate;
}

/** Only a credential that is judged afterwards makes a caller of his own: anything else could be made up for each request. */
function tracker(request: FastifyRequest): { kind: CallerKind; id: string } {
  const address = { kind: "address", id: networkOf(request.ip) } as const;
  if ((request.routeOptions.config as { auth?: Auth }).auth === "none") return address;
  const token = request.headers.authorization?.replace(/^Bearer /, "");
  if (token) return { kind: token.startsWith("cal_") ? "key" : "token", id: digest(token) };
  const { "x-cal-client-id": client, "x-cal-secret-key": secret } = request.headers;
  if (typeof client === "string" && secret) return { kind: "client", id: digest(client) };
  return address;
}

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Both header families: upstream's own (seconds left) and the plain ones (a Unix time in seconds). */
function tell(reply: FastifyReply, limit: number, remaining: number, msLeft: number): void {
  const secondsLeft = Math.ceil(msLeft / 1000);
  reply.headers({
    "X-RateLimit-Limit-Default": limit,
    "X-RateLimit-Remaining-Default": remaining,
    "X-RateLimit-Reset-Default": secondsLeft,
    "X-RateLimit-Limit": limit,
    "X-RateLimit-Remaining": remaining,
    "X-RateLimit-Reset": Math.ceil(Date.now() / 1000) + secondsLeft,
  });
}
