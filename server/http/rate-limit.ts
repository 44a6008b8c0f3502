import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "../errors.js";

/** Requests per window and credential, upstream's defaults; a caller over the limit waits for one block. */
const limits = { key: 120, token: 500, client: 500, address: 120 };
const windowSeconds = 60;

/** Counts a request and sets the limit headers, or refuses it with 429. */
export type RateLimit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

export const noRateLimit: RateLimit = async () => {};

/** Counters in this process's memory, one fixed window per credential. */
export function createRateLimit(): RateLimit {
  const limiters = Object.fromEntries(
    Object.entries(limits).map(([kind, points]) => [
      kind,
      new RateLimiterMemory({ keyPrefix: kind, points, duration: windowSeconds, blockDuration: windowSeconds }),
    ]),
  ) as Record<keyof typeof limits, RateLimiterMemory>;
  return async (request, reply) => {
    const { kind, id } = tracker(request);
    const outcome = await limiters[kind].consume(id).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
    const isRefused = outcome.consumedPoints > limits[kind];
    tell(reply, limits[kind], isRefused ? 0 : outcome.remainingPoints, outcome.msBeforeNext);
    if (isRefused) {
      reply.header("Retry-After", Math.ceil(outcome.msBeforeNext / 1000));
      throw new Refusal("too-many", "CustomThrottlerGuard - Too many requests. Please try again later.");
    }
  };
}

function tracker(request: FastifyRequest): { kind: keyof typeof limits; id: string } {
  const token = request.headers.authorization?.replace(/^Bearer /, "");
  if (token) return { kind: token.startsWith("cal_") ? "key" : "token", id: digest(token) };
  const client = request.headers["x-cal-client-id"];
  if (typeof client === "string") return { kind: "client", id: digest(client) };
  return { kind: "address", id: request.ip };
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
