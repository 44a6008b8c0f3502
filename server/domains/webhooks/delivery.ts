import type { Instant } from "../../core/time/index.js";

/** What is needed of a webhook to prepare deliveries to it. */
export interface Subscriber {
  id: string;
  userId: number | null;
  eventTypeId: number | null;
  triggers: string[];
  payloadTemplate: string | null;
  secret: string | null;
  version: string;
  delayTime: number | null;
  delayUnit: string | null;
}

/** A request to be made: rendered and signed once, so that every attempt sends the same bytes. */
export interface NewDelivery {
  id: string;
  webhookId: string;
  eventId: number;
  /** Deliveries of one thread reach a webhook in the order of their events. */
  thread: string;
  trigger: string;
  contentType: string;
  body: string;
  signature: string;
}

export const deliveryStatuses = ["pending", "delivered", "failed", "abandoned"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** A delivery that is to be tried now, with what its webhook says today. */
export interface ClaimedDelivery {
  id: string;
  webhookId: string;
  eventId: number;
  body: string;
  contentType: string;
  signature: string;
  /** The number of this attempt, and how many there were since the delivery was last put on its way. */
  attempt: number;
  tries: number;
  subscriberUrl: string;
  version: string;
  isActive: boolean;
  /** Since when nothing has arrived at this webhook. */
  failingSince: Instant | null;
}

/** How a try went, and the state in which it leaves the delivery. */
export interface Outcome {
  deliveryId: string;
  webhookId: string;
  status: DeliveryStatus;
  attempts: number;
  /** null where nothing was sent. */
  attemptedAt: Instant | null;
  durationMs: number;
  responseStatus: number | null;
  error: string | null;
  nextAttemptAt: Instant | null;
  finishedAt: Instant | null;
}

/** A delivery as the log tells it: never what was sent. */
export interface LoggedDelivery {
  id: string;
  webhookId: string;
  trigger: string;
  status: DeliveryStatus;
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: Instant;
  nextAttemptAt: Instant | null;
  finishedAt: Instant | null;
}

export interface LoggedAttempt {
  attempt: number;
  attemptedAt: Instant;
  responseStatus: number | null;
  error: string | null;
  durationMs: number;
}
