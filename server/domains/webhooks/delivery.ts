import type { Instant } from "../../core/time/index.js";

/** What is needed of a webhook to prepare a delivery to it. */
export interface Subscriber {
  id: string;
  payloadTemplate: string | null;
  secret: string | null;
}

/** A request to be made: rendered and signed once, so that every attempt sends the same bytes. */
export interface NewDelivery {
  id: string;
  webhookId: string;
  eventId: number;
  trigger: string;
  contentType: string;
  body: string;
  signature: string;
}

export type DeliveryStatus = "pending" | "delivered" | "failed" | "abandoned";

/** A delivery with what its webhook says today. */
export interface Delivery {
  id: string;
  status: DeliveryStatus;
  body: string;
  contentType: string;
  signature: string;
  subscriberUrl: string;
  version: string;
  isActive: boolean;
}

/** One try and the state in which it leaves the delivery. */
export interface Attempt {
  deliveryId: string;
  number: number;
  attemptedAt: Instant;
  durationMs: number;
  responseStatus: number | null;
  error: string | null;
  status: DeliveryStatus;
  nextAttemptAt: Instant | null;
  finishedAt: Instant | null;
}
