import type { Instant } from "../../core/time/index.js";

/** Whose events are told: those of an account, or those of one event type. */
export type WebhookOwner = { userId: number; eventTypeId: null } | { userId: null; eventTypeId: number };

/** Of payloads, the usual one first; the later one adds calendar files. */
export const versions = ["2021-10-20", "2026-07-27"] as const;

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
  /** When the server stopped trying because nothing had arrived for days. */
  pausedAt: Instant | null;
}

/** A webhook that was just switched off, and the account it belongs to. */
export interface PausedWebhook {
  id: string;
  subscriberUrl: string;
  eventTypeId: number | null;
  failingSince: Instant;
  ownerId: number;
  ownerName: string | null;
  ownerEmail: string;
  ownerLocale: string | null;
}

/** What a caller decides of a webhook. */
export type WebhookSettings = Pick<
  Webhook,
  "subscriberUrl" | "triggers" | "isActive" | "payloadTemplate" | "secret" | "version" | "delayTime" | "delayUnit"
>;
