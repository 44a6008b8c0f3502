import type { Context } from "../../context.js";
import type { Instant } from "../../core/time/index.js";
import { invalid } from "../../errors.js";
import { newUid } from "../../ids.js";
import { endWith } from "../../store/transaction.js";
import { admitTime, lockAndLoad, withAlternatives } from "./admit.js";
import type { Attendee, Booking, BookingPlan } from "./booking.js";
import type { RescheduleBookingInput } from "./contract.js";
import { checkMovable, currentOf, timeOf } from "./moving.js";
import { deleteAttendee, leaveBooking, lockBooking } from "./queries.js";
import { type Booked, insertFirst, joinBooking, translateConflict } from "./write.js";

/** Moves one attendee of a seated booking; the others stay. The old booking ends when nobody is left. */
export async function moveSeat(ctx: Context, found: Booking, input: RescheduleBookingInput): Promise<Booked> {
  if (!input.seatUid) throw invalid("seatUid is required to reschedule one attendee of a seated booking.");
  const { organizer, eventType } = found;
  if (!organizer || !eventType) throw invalid("The booking can no longer be moved.");
  const wanted = { ...timeOf(found, input), eventTypeId: eventType.id, hostId: organizer.id, now: ctx.now() };
  const moving = () =>
    ctx.store.transaction(async (tx) => {
      const [facts, state] = await Promise.all([lockAndLoad(tx, wanted), lockBooking(tx, found.id)]);
      const old = await currentOf(tx, found, state);
      checkMovable(ctx, old);
      const attendee = seatHolder(old, input.seatUid);
      const isLast = old.attendees.length === 1;
      // While others stay, the old booking keeps its time; the last attendee takes it along.
      const { joins } = admitTime(
        facts,
        { ...wanted, rescheduleUid: isLast ? old.uid : undefined },
        { respectsHolds: ctx.settings.holdsAreStrict },
      );
      await deleteAttendee(tx, attendee.id);
      if (isLast) await leaveBooking(tx, old.id, input.rescheduledBy ?? null, wanted.now);
      const plan = planForSeat(old, attendee, { ...wanted, isLast, input });
      const telling = { kind: "booking.rescheduled", from: old } as const;
      return joins ? joinBooking(tx, joins.uid, plan, telling) : endWith(insertFirst(tx, plan, telling));
    });
  return withAlternatives(ctx, wanted, () => translateConflict(moving));
}

/** The attendee on a seat; 400 for a seat that is unknown, or of another booking. */
export function seatHolder(booking: Booking, seatUid: string | undefined): Attendee {
  const attendee = booking.attendees.find(({ seat }) => seat?.uid === seatUid);
  if (!attendee) throw invalid("Invalid seatUid: this seat does not exist or has already been cancelled.");
  return attendee;
}

interface DecidedSeat {
  from: Instant;
  to: Instant;
  now: Instant;
  isLast: boolean;
  input: RescheduleBookingInput;
}

function planForSeat(old: Booking, attendee: Attendee, decided: DecidedSeat): BookingPlan {
  const { from, to, now, isLast, input } = decided;
  const uid = newUid();
  const { id: _, ...person } = attendee;
  return {
    ...old,
    uid,
    startsAt: from,
    endsAt: to,
    status: "accepted",
    attendees: [person],
    // Whoever moves the last seat moves the meeting, and with it the organizer's entry.
    icalUid: isLast ? old.icalUid : `${uid}@kalends`,
    icalSequence: isLast ? old.icalSequence + 1 : 0,
    fromUid: isLast ? old.uid : null,
    isRescheduled: false,
    rescheduledBy: input.rescheduledBy ?? null,
    reschedulingReason: input.reschedulingReason ?? null,
    createdAt: now,
    updatedAt: now,
    isBlocking: true,
    isOverride: false,
  };
}
