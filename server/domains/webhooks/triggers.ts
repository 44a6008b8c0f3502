import type { EventKind } from "../events/index.js";

/** Every trigger that may be subscribed; `docs/webhooks.md` says which of them are sent today. */
export const triggers = [
  "BOOKING_CREATED",
  "BOOKING_PAYMENT_INITIATED",
  "BOOKING_PAID",
  "BOOKING_RESCHEDULED",
  "BOOKING_REQUESTED",
  "BOOKING_CANCELLED",
  "BOOKING_REJECTED",
  "BOOKING_NO_SHOW_UPDATED",
  "FORM_SUBMITTED",
  "MEETING_ENDED",
  "MEETING_STARTED",
  "RECORDING_READY",
  "INSTANT_MEETING",
  "RECORDING_TRANSCRIPTION_GENERATED",
  "OOO_CREATED",
  "AFTER_HOSTS_CAL_VIDEO_NO_SHOW",
  "AFTER_GUESTS_CAL_VIDEO_NO_SHOW",
  "FORM_SUBMITTED_NO_EVENT",
  "ROUTING_FORM_FALLBACK_HIT",
  "DELEGATION_CREDENTIAL_ERROR",
  "WRONG_ASSIGNMENT_REPORT",
  // Names of a later upstream schema.
  "BOOKING_LOCATION_UPDATED",
  "BOOKING_REASSIGNED",
  "INSTANT_MEETING_ACCEPTED",
  "DELEGATION_CREDENTIAL_SECRET_ROTATION_FAILED",
  "DELEGATION_CREDENTIAL_ROTATION_REQUIRED",
  "DELEGATION_CREDENTIAL_SECRET_ROTATED",
  "CALENDAR_ENTRY_REJECTED",
] as const;

export type Trigger = (typeof triggers)[number];

/** The triggers of bookings that are sent with the common payload. */
export type BookingTrigger =
  | "BOOKING_CREATED"
  | "BOOKING_REQUESTED"
  | "BOOKING_RESCHEDULED"
  | "BOOKING_CANCELLED"
  | "BOOKING_REJECTED"
  | "BOOKING_LOCATION_UPDATED";

/** Triggers that wait for a while after the start. */
export const waitingTriggers = ["AFTER_HOSTS_CAL_VIDEO_NO_SHOW", "AFTER_GUESTS_CAL_VIDEO_NO_SHOW"] as const;
export type WaitingTrigger = (typeof waitingTriggers)[number];

export const waitsAfterStart = (trigger: string): trigger is WaitingTrigger =>
  (waitingTriggers as readonly string[]).includes(trigger);

/** Every trigger that follows at once from an event. */
export type SentTrigger =
  | BookingTrigger
  | "BOOKING_NO_SHOW_UPDATED"
  | "MEETING_STARTED"
  | "MEETING_ENDED"
  | "OOO_CREATED";

/** What an event is called on the wire; null: no webhook hears of it. */
export const triggerOf: Record<EventKind, SentTrigger | null> = {
  "booking.created": "BOOKING_CREATED",
  "booking.requested": "BOOKING_REQUESTED",
  "booking.rescheduled": "BOOKING_RESCHEDULED",
  "booking.cancelled": "BOOKING_CANCELLED",
  "booking.confirmed": "BOOKING_CREATED",
  "booking.rejected": "BOOKING_REJECTED",
  "booking.absence-updated": "BOOKING_NO_SHOW_UPDATED",
  "booking.location-updated": "BOOKING_LOCATION_UPDATED",
  "booking.attendees-added": null,
  "booking.started": "MEETING_STARTED",
  "booking.ended": "MEETING_ENDED",
  "out-of-office.created": "OOO_CREATED",
  // Upstream has one word for both.
  "out-of-office.updated": "OOO_CREATED",
  "out-of-office.deleted": null,
  "webhook.paused": null,
};
