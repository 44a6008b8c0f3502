import { formatUtc, type Instant } from "../../../core/time/index.js";
import type { BookingSnapshot } from "../../events/index.js";
import type { SentTrigger } from "../triggers.js";
import { absencePayload } from "./absence.js";
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
  trigger: SentTrigger,
  snapshot: BookingSnapshot,
  { createdAt, bookerUrl }: Circumstances,
): Envelope => ({
  triggerEvent: trigger,
  createdAt: formatUtc(createdAt),
  payload:
    trigger === "BOOKING_NO_SHOW_UPDATED" ? absencePayload(snapshot) : bookingPayload(trigger, snapshot, bookerUrl),
});
