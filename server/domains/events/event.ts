import type { Instant } from "../../core/time/instant.js";

/** Everything that can happen and that somebody may want to hear of. */
export type EventKind =
  | "booking.created"
  | "booking.requested"
  | "booking.rescheduled"
  | "booking.cancelled"
  | "booking.confirmed"
  | "booking.rejected"
  | "booking.absence-updated"
  | "booking.location-updated"
  | "booking.attendees-added"
  | "booking.started"
  | "booking.ended"
  | "out-of-office.created"
  | "out-of-office.updated"
  | "out-of-office.deleted"
  | "webhook.paused";

/** What a verb says of its change; `data` is a snapshot, so that listeners tell what was true at that moment. */
export interface NewEvent {
  kind: EventKind;
  /** The account it happened to. */
  userId: number | null;
  /** Uid or id of the thing it happened to. */
  subject: string;
  data: object;
  createdAt: Instant;
}

export interface RecordedEvent extends NewEvent {
  id: number;
  /** Events of one thread are told one after the other: those of a booking, under whatever uid it goes. */
  thread: string;
}

/** An event with its place in the log. */
export interface LoggedEvent extends RecordedEvent {
  position: number;
}
