import { invalid } from "../../errors.js";
import type { Tx } from "../../store/store.js";
import type { EventType } from "../event-types/index.js";
import type { Booking } from "./booking.js";
import type { NewBooking } from "./contract.js";
import { emailOf } from "./plan.js";
import { findSameRequest, listActiveUids } from "./queries.js";

/** Refuses a booker who has as many bookings ahead of him as the event type allows one person. */
export async function checkBookerLimit(
  tx: Tx,
  { id, bookerLimit }: EventType,
  { attendee }: NewBooking,
  now: number,
): Promise<void> {
  const most = bookerLimit?.maximumActiveBookings;
  if (most === undefined) return;
  const active = await listActiveUids(tx, id, emailOf(attendee), now);
  if (active.length < most) return;
  const offer = bookerLimit?.offerReschedule
    ? ` You can reschedule your existing booking (${active.at(-1)}) to a new timeslot instead.`
    : "";
  throw invalid(
    `Attendee with this email can't book because the maximum number of active bookings has been reached.${offer}`,
  );
}

/** The request that the same person made before, if bookings of this event type wait for the host's word. */
export async function sameRequest(
  tx: Tx,
  isPending: boolean,
  { id }: EventType,
  { start, attendee }: NewBooking,
): Promise<Booking | null> {
  return isPending ? findSameRequest(tx, { eventTypeId: id, startsAt: start, email: emailOf(attendee) }) : null;
}
