import type { Instant } from "../../core/time/index.js";

/**
 * What every `booking.*` event carries: the booking as it stood right after the change, so that a listener needs no query and
 * tells the truth of that moment even when it is late. Plain JSON; instants are epoch milliseconds.
 *
 * Its parts are written so that the values of the bookings domain fit them as they are.
 */
export interface BookingSnapshot {
  booking: SnapshotBooking;
  /** The booking that this one replaced, when it was moved. */
  rescheduledFrom: MovedBooking | null;
  /** null once the event type was deleted. */
  eventType: SnapshotEventType | null;
  /** null once the organizer's account was deleted. */
  organizer: SnapshotOrganizer | null;
  /** The booker first, then guests; of a seated booking only those whose seats changed. */
  attendees: readonly SnapshotPerson[];
  /** The seat that was taken, moved or freed, on seated bookings. */
  seatUid?: string | null;
  /** Cancelled because the host asked the booker to choose another time. */
  isRescheduleRequest?: boolean;
  /** A later occurrence of a series that was made or decided at once: the first one speaks for it in mails. */
  isLaterOccurrence?: boolean;
  /** The starts of the later occurrences for which it speaks. */
  laterStarts?: readonly Instant[];
  /** Whom no mail tells of it, by the wish of who booked. */
  silences?: "attendees" | "everybody";
  /** Later occurrences of the same series that were cancelled along with this one: there is no event of theirs. */
  alsoCancelled?: readonly CancelledOccurrence[];
  /** Who was marked as absent, or as present after all. */
  absences?: readonly SnapshotAbsence[];
  /** The addresses of those who were added. */
  added?: readonly string[];
}

export interface SnapshotAbsence {
  email: string;
  isAbsent: boolean;
}

export interface SnapshotBooking {
  id: number;
  uid: string;
  title: string;
  /** The booker's notes. */
  description: string;
  startsAt: Instant;
  endsAt: Instant;
  status: "accepted" | "pending" | "cancelled" | "rejected" | "awaiting_host";
  location: string | null;
  /** Answers by slug, in their wire form; on seated bookings those of the seat. */
  responses: Record<string, unknown>;
  metadata: Record<string, unknown>;
  /** What the occurrences of a series share; null for a booking that stands alone. */
  recurringUid?: string | null;
  icalUid: string;
  icalSequence: number;
  rescheduledBy: string | null;
  reschedulingReason: string | null;
  cancellationReason: string | null;
  cancelledBy: string | null;
  rejectionReason: string | null;
}

export interface MovedBooking {
  id: number;
  uid: string;
  startsAt: Instant;
  endsAt: Instant;
}

/** Events from before calendars had series do not name the entry. */
export interface CancelledOccurrence extends MovedBooking {
  icalUid?: string;
  icalSequence?: number;
}

export interface SnapshotEventType {
  id: number;
  title: string;
  slug: string;
  description: string;
  /** null: bookings are accepted at once. */
  confirmationPolicy: object | null;
  seats: { seatsPerTimeSlot: number; showAttendeeInfo: boolean; showAvailabilityCount: boolean } | null;
  /** null: one booking at a time. */
  recurrence?: { interval: number; occurrences: number; frequency: "yearly" | "monthly" | "weekly" } | null;
  disablesCancelling: boolean;
  reschedulingPolicy: { disabled?: boolean } | null;
  /** Presentation by its newest wire names, such as `hideCalendarNotes`. */
  settings: Record<string, unknown>;
  /** The booking form, for the labels of the answers. */
  bookingFields: readonly SnapshotField[];
}

export interface SnapshotField {
  type: string;
  slug: string;
  isDefault: boolean;
  label?: string;
  hidden?: boolean;
}

export interface SnapshotPerson {
  name: string;
  email: string;
  timeZone: string;
  locale: string;
  phoneNumber: string | null;
  /** The seat that this person sits on, on seated bookings. */
  seatUid?: string;
}

export interface SnapshotOrganizer {
  id: number;
  name: string | null;
  email: string;
  username: string;
  timeZone: string;
  locale: string | null;
  /** 12 or 24. */
  timeFormat: number;
}
