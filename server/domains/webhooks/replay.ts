import type { Context } from "../../context.js";
import { dayMs } from "../../core/time/index.js";
import { invalid } from "../../errors.js";
import { type EventKind, listEventsBetween, type RecordedEvent } from "../events/index.js";
import { callerOf } from "../users/index.js";
import type { ReplayInput } from "./contract/deliveries.js";
import { getWebhook } from "./get.js";
import { renewDeliveries } from "./queries/deliveries.js";
import { checkActive } from "./redeliver.js";
import { prepareDeliveries } from "./tell.js";
import { triggerOf } from "./triggers.js";
import type { Webhook, WebhookOwner } from "./webhook.js";

const portion = 200;

export interface Replayed {
  events: number;
  deliveries: number;
}

/**
 * Tells a webhook again what happened from one instant to another, by the triggers and the template of today; also what it
 * missed while it was paused. A delivery that was made before goes out under its old id. What is under way already stays so.
 */
export async function replay(
  ctx: Context,
  owner: WebhookOwner,
  { webhookId, from, to = ctx.now() + 1, undeliveredOnly }: ReplayInput & { webhookId: string },
): Promise<Replayed> {
  const webhook = await getWebhook(ctx, owner, webhookId);
  checkActive(webhook);
  if (from >= to) throw invalid("from must be before to.");
  if (to - from > 31 * dayMs) throw invalid("The range must not be longer than 31 days; events are kept for 30.");
  const kinds = (Object.keys(triggerOf) as EventKind[]).filter((kind) =>
    webhook.triggers.includes(triggerOf[kind] ?? ""),
  );
  const span = { userId: callerOf(ctx).id, eventTypeId: webhook.eventTypeId, kinds, from, to, take: portion };
  const replayed = { events: 0, deliveries: 0 };
  for (let afterId = 0; kinds.length > 0; ) {
    const events = await listEventsBetween(ctx.store.db, { ...span, afterId });
    replayed.events += events.length;
    replayed.deliveries += await renew(ctx, webhook, events, undeliveredOnly);
    afterId = events.at(-1)?.id ?? 0;
    if (events.length < portion) break;
  }
  return replayed;
}

async function renew(
  ctx: Context,
  webhook: Webhook,
  events: readonly RecordedEvent[],
  undeliveredOnly: boolean,
): Promise<number> {
  const deliveries = prepareDeliveries(ctx, events, [webhook]);
  return ctx.store.transaction((tx) => renewDeliveries(tx, deliveries, { now: ctx.now(), undeliveredOnly }));
}
