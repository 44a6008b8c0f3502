import type { Context } from "../../context.js";
import { secondMs } from "../../core/time/index.js";
import type { PostOutcome } from "../../outside/ports.js";
import type { RunningJob } from "../../task.js";
import type { Delivery } from "./delivery.js";
import { abandonDelivery, findDelivery, recordAttempt } from "./queries.js";

const timeoutMs = 5 * secondMs;

/** Tries a delivery once and notes how it went; throws when it is to be tried again, which is the clock door's business. */
export async function deliverWebhook(ctx: Context, deliveryId: string, job: RunningJob): Promise<void> {
  const delivery = await findDelivery(ctx.store.db, deliveryId);
  // Deleted with its webhook, or done by a process that died before it could say so.
  if (delivery?.status !== "pending") return;
  if (!delivery.isActive) return abandonDelivery(ctx.store.db, deliveryId, ctx.now());
  const attemptedAt = ctx.now();
  const outcome = await ctx.outside.post(requestOf(delivery, job.attempt));
  const error = failureOf(outcome);
  const now = ctx.now();
  const nextAttemptAt = error === null || job.retryDelayMs === null ? null : now + job.retryDelayMs;
  await recordAttempt(ctx.store.db, {
    deliveryId,
    number: job.attempt,
    attemptedAt,
    durationMs: outcome.durationMs,
    responseStatus: outcome.kind === "answered" ? outcome.status : null,
    error,
    status: error === null ? "delivered" : nextAttemptAt === null ? "failed" : "pending",
    nextAttemptAt,
    finishedAt: nextAttemptAt === null ? now : null,
  });
  if (error !== null) throw new Error(`webhook delivery ${deliveryId}: ${error}`);
}

const requestOf = (delivery: Delivery, attempt: number) => ({
  url: delivery.subscriberUrl,
  headers: {
    "Content-Type": delivery.contentType,
    "X-Cal-Signature-256": delivery.signature,
    "X-Cal-Webhook-Version": delivery.version,
    "X-Kalends-Delivery": delivery.id,
    "X-Kalends-Attempt": String(attempt),
  },
  body: delivery.body,
  timeoutMs,
});

/** Anything but a 2xx is a failure, a redirect too. */
function failureOf(outcome: PostOutcome): string | null {
  if (outcome.kind !== "answered") return `${outcome.kind}: ${outcome.message}`;
  return outcome.status >= 200 && outcome.status < 300 ? null : `answered ${outcome.status}`;
}
