import { formatUtc, type Instant } from "../../../core/time/index.js";
import type { BookingSnapshot } from "../../events/index.js";
import type { BookingTrigger } from "../triggers.js";
import { bookingPayload } from "./booking.js";

/** What a receiver gets: what happened, when, and to what. */
export interface Envelope {
  triggerEvent: string;
  createdAt: string;
  payload: Record<string, unknown>;
}

export interface Circumstances {
  createdAt: Instant;
  bookerUrl: string;
}

export const envelopeOf = (
  trigger: BookingTrigger,
  snapshot: BookingSnapshot,
  { createdAt, bookerUrl }: Circumstances,
): Envelope => ({
  triggerEvent: trigger,
  createdAt: formatUtc(createdAt),
  payload: bookingPayload(trigger, snapshot, bookerUrl),
});
