import type { BookingSnapshot, EventKind } from "../events/index.js";

/** What a mail about a booking is about. */
export type Situation =
  | "created"
  | "requested"
  | "move-requested"
  | "confirmed"
  | "declined"
  | "rescheduled"
  | "cancelled"
  | "seat-cancelled"
  | "rebook"
  | "relocated"
  | "people-added";

/** What an event means to people; null for what nobody is written to about. */
export function situationOf(kind: EventKind, snapshot: BookingSnapshot): Situation | null {
  // COMPAT: the first occurrence of a series speaks for all that were made, confirmed or declined with it.
  if (snapshot.isLaterOccurrence) return null;
  switch (kind) {
    case "booking.created":
      return "created";
    case "booking.requested":
      return snapshot.rescheduledFrom ? "move-requested" : "requested";
    case "booking.confirmed":
      return "confirmed";
    case "booking.rejected":
      return "declined";
    case "booking.rescheduled":
      return "rescheduled";
    case "booking.cancelled":
      return endOf(snapshot);
    case "booking.location-updated":
      return isAhead(snapshot) ? "relocated" : null;
    case "booking.attendees-added":
      return isAhead(snapshot) ? "people-added" : null;
    default:
      return null;
  }
}

const isAhead = ({ booking: { status } }: BookingSnapshot): boolean => status === "accepted" || status === "pending";

function endOf({ booking, isRescheduleRequest }: BookingSnapshot): Situation {
  if (isRescheduleRequest) return "rebook";
  // A seat was given back, and others stay.
  return booking.status === "cancelled" ? "cancelled" : "seat-cancelled";
}

/** The meeting does not take place at the time that is told. */
export const isEnd = (situation: Situation): boolean =>
  situation === "declined" || situation === "cancelled" || situation === "rebook" || situation === "seat-cancelled";
