import type { Context } from "../../context.js";
import { hourMs, type Instant, minuteMs, secondMs } from "../../core/time/index.js";
import type { PostOutcome } from "../../outside/ports.js";
import type { ClaimedDelivery, Outcome } from "./delivery.js";
import { failingTooLongSince, pauseWebhook } from "./pause.js";

const timeoutMs = 5 * secondMs;

/** Waits after the first, second … failed try; after the last one a delivery has failed. */
export const retryDelaysMs = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 24 * hourMs];

/** Tries a delivery once and tells how it went. */
export async function deliver(ctx: Context, delivery: ClaimedDelivery): Promise<Outcome> {
  if (!delivery.isActive) return abandoned(delivery, ctx.now());
  const attemptedAt = ctx.now();
  const outcome = await ctx.outside.post(requestOf(delivery));
  const told = outcomeOf(delivery, outcome, { attemptedAt, now: ctx.now() });
  if (told.error === null) return told;
  const { id: deliveryId, webhookId, attempt, failingSince } = delivery;
  ctx.log.warn({ deliveryId, webhookId, attempt, error: told.error }, "webhook delivery failed");
  if (failingSince !== null && failingSince <= failingTooLongSince(ctx.now())) {
    await pauseWebhook(ctx, webhookId, told.error);
  }
  return told;
}

const requestOf = (delivery: ClaimedDelivery) => ({
  url: delivery.subscriberUrl,
  headers: {
    "Content-Type": delivery.contentType,
    "X-Cal-Signature-256": delivery.signature,
    "X-Cal-Webhook-Version": delivery.version,
    "X-Kalends-Delivery": delivery.id,
    "X-Kalends-Attempt": String(delivery.attempt),
  },
  body: delivery.body,
  timeoutMs,
});

function outcomeOf(
  { id, webhookId, attempt, tries }: ClaimedDelivery,
  outcome: PostOutcome,
  { attemptedAt, now }: { attemptedAt: Instant; now: Instant },
): Outcome {
  const error = failureOf(outcome);
  const delayMs = error === null ? undefined : retryDelaysMs[tries - 1];
  return {
    deliveryId: id,
    webhookId,
    status: error === null ? "delivered" : delayMs === undefined ? "failed" : "pending",
    attempts: attempt,
    attemptedAt,
    durationMs: outcome.durationMs,
    responseStatus: outcome.kind === "answered" ? outcome.status : null,
    error,
    nextAttemptAt: delayMs === undefined ? null : now + delayMs,
    finishedAt: delayMs === undefined ? now : null,
  };
}

/** Anything but a 2xx is a failure, a redirect too. */
function failureOf(outcome: PostOutcome): string | null {
  if (outcome.kind !== "answered") return `${outcome.kind}: ${outcome.message}`;
  return outcome.status >= 200 && outcome.status < 300 ? null : `answered ${outcome.status}`;
}

/** Nothing is sent to a webhook that was deactivated meanwhile. */
const abandoned = ({ id, webhookId, attempt }: ClaimedDelivery, now: Instant): Outcome => ({
  deliveryId: id,
  webhookId,
  status: "abandoned",
  attempts: attempt - 1,
  attemptedAt: null,
  durationMs: 0,
  responseStatus: null,
  error: "the webhook is not active",
  nextAttemptAt: null,
  finishedAt: now,
});
