import { writeInstant } from "../../wire.js";
import type { Webhook } from "./webhook.js";

const settingsView = (webhook: Webhook) => ({
  subscriberUrl: webhook.subscriberUrl,
  triggers: webhook.triggers,
  active: webhook.isActive,
  payloadTemplate: webhook.payloadTemplate,
  secret: webhook.secret,
  version: webhook.version,
  ...(webhook.delayTime !== null && { time: webhook.delayTime, timeUnit: webhook.delayUnit ?? undefined }),
  ...(webhook.pausedAt !== null && { pausedAt: writeInstant(webhook.pausedAt) }),
});

/** A webhook of an account as lists and changes show it. */
export const webhookView = (webhook: Webhook) => ({
  id: webhook.id,
  userId: webhook.userId,
  ...settingsView(webhook),
});

/** A webhook of an event type. */
export const eventTypeWebhookView = (webhook: Webhook) => ({
  id: webhook.id,
  eventTypeId: webhook.eventTypeId,
  ...settingsView(webhook),
});

/** COMPAT: reading one webhook of an account shows its whole record, also what it is not. */
export const webhookRecordView = (webhook: Webhook) => ({
  ...webhookView(webhook),
  teamId: null,
  eventTypeId: webhook.eventTypeId,
  oAuthClientId: null,
  appId: null,
  platform: false,
  time: webhook.delayTime,
  timeUnit: webhook.delayUnit,
  createdAt: writeInstant(webhook.createdAt),
});

export const deletedWebhooksView = (count: number): string => `${count} webhooks deleted`;
