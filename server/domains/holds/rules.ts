import { type Instant, type Interval, minuteMs } from "../../core/time/index.js";
import { checkCount, invalid, Refusal } from "../../errors.js";
import type { HoldRequest } from "./contract.js";
import type { HoldFacts, Taken } from "./hold.js";

export const usualHoldMinutes = 5;

/** The time to be held, or a refusal of a length that the event type does not have. */
export function timeToHold(facts: HoldFacts, { startsAt, endsAt, lengthMinutes }: HoldRequest): Interval {
  const wanted = endsAt === null ? lengthMinutes : (endsAt - startsAt) / minuteMs;
  const isSaid = wanted !== null && !(endsAt !== null && wanted === facts.lengthMinutes);
  if (isSaid) checkLength(facts, wanted);
  return { from: startsAt, to: startsAt + (wanted ?? facts.lengthMinutes) * minuteMs };
}

function checkLength({ lengthOptions }: HoldFacts, minutes: number): void {
  if (lengthOptions.length === 0) {
    throw invalid("You passed 'slotDuration' but this event type is not a variable length event type.");
  }
  if (!lengthOptions.includes(minutes)) {
    throw invalid(
      `Provided 'slotDuration' is not one of the possible lengths for the event type. The possible lengths for this variable length event type are: ${lengthOptions.join(", ")}`,
    );
  }
}

/** Refuses a time that is booked or held already; a seated one only when its seats are gone. */
export function checkFree({ seatsPerTimeSlot }: HoldFacts, taken: Taken): void {
  checkHolds(taken.liveHolds);
  const seats = seatsPerTimeSlot ?? 1;
  const booked = seatsPerTimeSlot === null ? taken.bookings : taken.attendees;
  const held = seatsPerTimeSlot === null ? taken.holds : taken.attendees + taken.sameHolds;
  if (booked >= seats) throw unprocessable("Can't reserve a slot if the event is already booked.");
  if (held >= seats) {
    throw unprocessable("This time slot is already reserved by another user. Please choose a different time.");
  }
}

const maxHolds = 1_000;

/** Refuses to have an event type held more often than anybody can mean. */
export const checkHolds = (live: number): void => checkCount(live, maxHolds, "reservations of an event type at a time");

const unprocessable = (message: string): Refusal => new Refusal("unprocessable", message);

export const releaseTime = (now: Instant, minutes: number): Instant => now + minutes * minuteMs;
