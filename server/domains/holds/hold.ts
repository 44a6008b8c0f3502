import type { Instant } from "../../core/time/index.js";

/** A time kept from others until its release. Holds of one uid belong to one booker. */
export interface Hold {
  uid: string;
  eventTypeId: number;
  startsAt: Instant;
  endsAt: Instant;
  releaseAt: Instant;
}

/** A hold that was just made, with the minutes it was made for. */
export interface PlacedHold extends Hold {
  heldMinutes: number;
}

/** What decides whether a time of an event type may be held. */
export interface HoldFacts {
  ownerId: number;
  lengthMinutes: number;
  lengthOptions: number[];
  /** null = not seated. */
  seatsPerTimeSlot: number | null;
}

/** What stands in the way of one time. */
export interface Taken {
  bookings: number;
  /** The most attendees that one of these bookings has. */
  attendees: number;
  /** Live holds that overlap it, and those of exactly this time. */
  holds: number;
  sameHolds: number;
  /** All live holds of the event type. */
  liveHolds: number;
}
