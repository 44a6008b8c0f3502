import type { Instant } from "../../core/time/index.js";
import type { BookingStatus } from "../../store/schema.js";
import type { BookingField, ConfirmationPolicy, Recurrence, ReschedulingPolicy, Seats } from "../event-types/index.js";

export type { BookingStatus };

/** A meeting, in whatever state. */
export interface Booking {
  id: number;
  uid: string;
  title: string;
  description: string;
  startsAt: Instant;
  endsAt: Instant;
  status: BookingStatus;
  /** null once the event type was deleted. */
  eventType: BookedEventType | null;
  /** null once the organizer's account was deleted. */
  organizer: Organizer | null;
  /** The booker first, then guests and further hosts. */
  attendees: Attendee[];
  location: string | null;
  /** Answers by slug of the booking field; empty on seated bookings, where each seat has its own. */
  responses: Record<string, unknown>;
  metadata: Record<string, unknown>;
  /** What the occurrences of a series share; null for a booking that stands alone. */
  recurringUid: string | null;
  icalUid: string;
  icalSequence: number;
  /** Uid of the booking that this one was moved from, and of the one it was moved to. */
  fromUid: string | null;
  toUid: string | null;
  isRescheduled: boolean;
  rescheduledBy: string | null;
  reschedulingReason: string | null;
  cancellationReason: string | null;
  cancelledBy: string | null;
  rejectionReason: string | null;
  isHostAbsent: boolean;
  createdAt: Instant;
  updatedAt: Instant;
}

/** What a booking needs to know of its event type, whenever it is read. */
export interface BookedEventType {
  id: number;
  slug: string;
  title: string;
  description: string;
  lengthMinutes: number;
  ownerId: number;
  customName: string | null;
  seats: Seats | null;
  confirmationPolicy: ConfirmationPolicy | null;
  recurrence: Recurrence | null;
  disablesCancelling: boolean;
  reschedulingPolicy: ReschedulingPolicy | null;
  settings: Record<string, unknown>;
  bookingFields: BookingField[];
}

/** What a list tells of an event type. */
export type ListedEventType = Pick<
  BookedEventType,
  "id" | "slug" | "title" | "ownerId" | "customName" | "seats" | "recurrence"
>;

/** A booking in a list: the event type is told in brief. Every view takes this form. */
export type ListedBooking = Omit<Booking, "eventType"> & { eventType: ListedEventType | null };

export interface Organizer {
  id: number;
  name: string | null;
  email: string;
  username: string;
  timeZone: string;
  locale: string | null;
  timeFormat: number;
}

export interface Attendee {
  id: number;
  name: string;
  email: string;
  timeZone: string;
  locale: string;
  phoneNumber: string | null;
  isAbsent: boolean;
  seat: Seat | null;
}

/** An attendee's place in a seated booking. */
export interface Seat {
  uid: string;
  responses: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

export type NewAttendee = Omit<Attendee, "id">;

/** A booking that is not written yet. */
export type BookingPlan = Omit<Booking, "id" | "attendees" | "toUid"> & {
  attendees: NewAttendee[];
  /** Takes the organizer's time for every event type. A pending one counts, if at all, for its own only: the engine knows. */
  isBlocking: boolean;
  /** Made on purpose over other bookings of the host. */
  isOverride: boolean;
};
