import { conflict } from "../../errors.js";
import { brokenConstraint } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { type EventKind, type NewEvent, recordEvent } from "../events/index.js";
import type { Booking, BookingPlan } from "./booking.js";
import { getLocked, insertAttendees, insertBooking } from "./queries.js";
import { type ChangeDetails, type SnapshotSource, snapshotOf } from "./snapshot.js";

/** A booking, and the seat in it that the caller just took. */
export interface Booked {
  booking: Booking;
  seatUid?: string;
}

/** What is told of a new booking, and what it replaced. */
export interface Telling {
  kind: EventKind;
  from?: Booking;
  silences?: ChangeDetails["silences"];
}

/** Writes the first booking at its time, and the event of it. */
export async function insertFirst(tx: Tx, plan: BookingPlan, telling: Telling): Promise<Booked> {
  const booking = await insertBooking(tx, plan, eventOf({ ...plan, id: 0, toUid: null }, plan, telling));
  return { booking, seatUid: plan.attendees[0]?.seat?.uid };
}

/** Takes a seat in a booking that exists. */
export async function joinBooking(tx: Tx, uid: string, plan: BookingPlan, telling: Telling): Promise<Booked> {
  const joined = await getLocked(tx, uid);
  const emails = new Set(joined.attendees.map(({ email }) => email.toLowerCase()));
  if (plan.attendees.some(({ email }) => emails.has(email.toLowerCase()))) {
    throw conflict("already_signed_up_for_this_booking_error");
  }
  await insertAttendees(tx, joined.id, plan.attendees, plan.createdAt);
  const booking = await getLocked(tx, uid);
  await recordEvent(tx, eventOf(booking, plan, telling));
  return { booking, seatUid: plan.attendees[0]?.seat?.uid };
}

function eventOf(booking: SnapshotSource, plan: BookingPlan, { kind, from, silences }: Telling): NewEvent {
  const [attendee] = plan.attendees;
  const onSeat = attendee?.seat ? attendee : undefined;
  const seated = onSeat && plan.attendees;
  return { kind, ...snapshotOf(booking, { from, onSeat, seated, silences }), createdAt: plan.createdAt };
}

/** The overlap constraint speaks only if the lock and the check before it have failed; the loser is told the same. */
export async function translateConflict<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (brokenConstraint(error) === "occupied_times_no_overlap")
      throw conflict("booking_conflict_error", { details: { rule: "booking" } });
    throw error;
  }
}
