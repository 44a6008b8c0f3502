import { writeInstant } from "../../wire.js";
import type { Webhook } from "./webhook.js";

/** A webhook of an account as lists and changes show it. */
export const webhookView = (webhook: Webhook) => ({
  id: webhook.id,
  userId: webhook.userId,
  subscriberUrl: webhook.subscriberUrl,
  triggers: webhook.triggers,
  active: webhook.isActive,
  payloadTemplate: webhook.payloadTemplate,
  secret: webhook.secret,
  version: webhook.version,
  ...(webhook.delayTime !== null && { time: webhook.delayTime, timeUnit: webhook.delayUnit ?? undefined }),
});

/** COMPAT: reading one webhook shows its whole record, also what it is not. */
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
