import type { Instant } from "../../core/time/index.js";

/** Whose events are told: those of an account, or those of one event type. */
export type WebhookOwner = { userId: number; eventTypeId: null } | { userId: null; eventTypeId: number };

/** Somebody who wants to be told, by a request to his URL. */
export interface Webhook {
  id: string;
  /** Exactly one of the two, see `WebhookOwner`. */
  userId: number | null;
  eventTypeId: number | null;
  subscriberUrl: string;
  triggers: string[];
  isActive: boolean;
  payloadTemplate: string | null;
  secret: string | null;
  version: string;
  /** How long after the start a missing participant is told of, for the triggers that do so. */
  delayTime: number | null;
  delayUnit: string | null;
  createdAt: Instant;
}

/** What a caller decides of a webhook. */
export type WebhookSettings = Pick<
  Webhook,
  "subscriberUrl" | "triggers" | "isActive" | "payloadTemplate" | "secret" | "version" | "delayTime" | "delayUnit"
>;
