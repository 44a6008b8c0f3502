import type { Instant } from "../../core/time/instant.js";

/** Everything that can happen and that somebody may want to hear of. */
export type EventKind =
  | "booking.created"
  | "booking.requested"
  | "booking.rescheduled"
  | "booking.cancelled"
  | "booking.confirmed"
  | "booking.rejected"
  | "booking.location-updated"
  | "booking.absence-updated";

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
}
