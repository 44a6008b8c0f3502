import type { Context } from "../../context.js";
import { dayMs } from "../../core/time/index.js";
import { recordEvent } from "../events/index.js";
import { queueMail, webhookPausedMail } from "../mail/index.js";
import { pauseFailing } from "./queries.js";

/** How long nothing may arrive before the server stops trying. */
const patienceDays = 3;

/** When that would be the case. */
export const failingTooLongSince = (now: number): number => now - patienceDays * dayMs;

/** Switches a webhook off at which nothing has arrived for too long, and tells its owner, once. */
export async function pauseWebhook(ctx: Context, webhookId: string, lastError: string): Promise<void> {
  const now = ctx.now();
  try {
    await ctx.store.transaction(async (tx) => {
      const paused = await pauseFailing(tx, webhookId, { now, failingBefore: failingTooLongSince(now) });
      if (!paused) return;
      const {
        subscriberUrl,
        eventTypeId,
        failingSince,
        ownerId: userId,
        ownerEmail: email,
        ownerLocale: locale,
      } = paused;
      const to = { name: paused.ownerName ?? undefined, email };
      const failed = { failedForDays: patienceDays, lastError, createdAt: now };
      await queueMail(tx, webhookPausedMail({ to, webhookId, subscriberUrl, locale, userId, ...failed }));
      const data = { webhookId, subscriberUrl, eventTypeId, failingSince };
      await recordEvent(tx, { kind: "webhook.paused", userId, subject: webhookId, data, createdAt: now });
    });
  } catch (error) {
    // The next failed try comes back to it.
    ctx.log.error({ webhookId, error: (error as Error).message }, "cannot pause a failing webhook");
  }
}
