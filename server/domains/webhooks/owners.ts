import { z } from "zod";
import type { Context } from "../../context.js";
import { forbidden, notFound } from "../../errors.js";
import { idParam, type Scope } from "../../operation.js";
import { findEventType } from "../event-types/index.js";
import { callerOf } from "../users/index.js";
import { EventTypeWebhookOutput, WebhookOutput, WebhookRecordOutput } from "./contract.js";
import { eventTypeWebhookView, webhookRecordView, webhookView } from "./view.js";
import type { Webhook, WebhookOwner } from "./webhook.js";

/** A place under which webhooks live: its path, who may go there, and how webhooks look there. */
export interface Level<Params> {
  path: `/v2/${string}`;
  params: z.ZodType<Params>;
  paramsOfOne: z.ZodType<Params & { webhookId: string }>;
  paramsOfDelivery: z.ZodType<Params & { webhookId: string; deliveryId: string }>;
  /** The owner that the path names, or a refusal to who may not go there. */
  load: (ctx: Context, params: Params) => Promise<WebhookOwner>;
  /** Part of the names of operations. */
  noun: string;
  /** What is told, in summaries. */
  realm: string;
  tag: string;
  reads: Scope;
  writes: Scope;
  view: (webhook: Webhook) => unknown;
  response: z.ZodType;
  recordView: (webhook: Webhook) => unknown;
  recordResponse: z.ZodType;
}

const webhookId = z.string();
const deliveryId = z.string();

export const account: Level<object> = {
  path: "/v2/webhooks",
  params: z.object({}),
  paramsOfOne: z.object({ webhookId }),
  paramsOfDelivery: z.object({ webhookId, deliveryId }),
  load: async (ctx) => ({ userId: callerOf(ctx).id, eventTypeId: null }),
  noun: "Webhook",
  realm: "the caller's account",
  tag: "Webhooks",
  reads: "WEBHOOK_READ",
  writes: "WEBHOOK_WRITE",
  view: webhookView,
  response: WebhookOutput,
  recordView: webhookRecordView,
  recordResponse: WebhookRecordOutput,
};

export const eventType: Level<{ eventTypeId: number }> = {
  path: "/v2/event-types/{eventTypeId}/webhooks",
  params: z.object({ eventTypeId: idParam }),
  paramsOfOne: z.object({ eventTypeId: idParam, webhookId }),
  paramsOfDelivery: z.object({ eventTypeId: idParam, webhookId, deliveryId }),
  load: loadEventType,
  noun: "EventTypeWebhook",
  realm: "an event type",
  tag: "Event Types / Webhooks",
  reads: "EVENT_TYPE_READ",
  writes: "EVENT_TYPE_WRITE",
  view: eventTypeWebhookView,
  response: EventTypeWebhookOutput,
  recordView: eventTypeWebhookView,
  recordResponse: EventTypeWebhookOutput,
};

async function loadEventType(ctx: Context, { eventTypeId }: { eventTypeId: number }): Promise<WebhookOwner> {
  const { id: callerId } = callerOf(ctx);
  const found = await findEventType(ctx.store.db, eventTypeId);
  if (!found) throw notFound(`IsUserEventTypeWebhookGuard - Event type (${eventTypeId}) not found`);
  if (found.owner.id === callerId) return { userId: null, eventTypeId };
  throw forbidden(`IsUserEventTypeWebhookGuard - User (${callerId}) is not the owner of event type (${eventTypeId})`);
}
