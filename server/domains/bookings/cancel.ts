import type { Context } from "../../context.js";
import { invalid, notFound, unauthenticated } from "../../errors.js";
import { lockHosts } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { recordEvent } from "../events/index.js";
import { hostOf } from "./access.js";
import type { Attendee, Booking } from "./booking.js";
import type { CancelBookingInput } from "./contract.js";
import { deleteAttendee, endBooking, findBooking, getLocked, lockBooking } from "./queries.js";
import { seatHolder } from "./reschedule-seat.js";
import { snapshotOf } from "./snapshot.js";

export interface Cancelled {
  booking: Booking;
  /** A seat was given back and others remain. */
  isSeatOnly: boolean;
}

/** Cancels a booking, or gives back one seat of it. The time is free at once. */
export async function cancelBooking(ctx: Context, uid: string, input: CancelBookingInput): Promise<Cancelled> {
  const found = await findBooking(ctx.store.db, uid);
  if (!found) throw notFound(`Booking with uid=${uid} was not found in the database`);
  checkCancellable(ctx, found, input);
  return ctx.store.transaction(async (tx) => {
    await lockHosts(tx, found.organizer ? [found.organizer.id] : []);
    await lockBooking(tx, found.id);
    const current = await getLocked(tx, uid);
    checkCancellable(ctx, current, input);
    return input.seatUid ? giveSeatBack(ctx, tx, current, input) : cancelWhole(ctx, tx, current, input);
  });
}

function checkCancellable(ctx: Context, booking: Booking, input: CancelBookingInput): void {
  const { uid, status, eventType } = booking;
  if (status === "cancelled") {
    throw invalid(
      `Can't cancel booking with uid=${uid} because it has been cancelled already. Please provide uid of a booking that is not cancelled.`,
    );
  }
  if (status === "rejected") throw invalid(`Can't cancel booking with uid=${uid} because it has been rejected.`);
  const host = hostOf(ctx, booking);
  if (!host && eventType?.disablesCancelling) throw invalid("This event type does not allow cancellations");
  if (host?.id === booking.organizer?.id && host && !input.cancellationReason) {
    throw invalid("Cancellation reason is required when you are the host");
  }
  if (booking.endsAt <= ctx.now()) throw invalid("Cannot cancel a booking that has already ended");
  if (input.cancelSubsequentBookings) {
    throw invalid(`Booking with bookingUid=${uid} is not part of a recurring booking.`);
  }
  if (eventType?.seats && !input.seatUid && !host) {
    throw unauthenticated("Only the host may cancel a whole seated booking; an attendee passes the seatUid.");
  }
  if (input.seatUid && !eventType?.seats) throw invalid("Invalid seatUid: this booking has no seats.");
}

async function cancelWhole(
  ctx: Context,
  tx: Tx,
  booking: Booking,
  input: CancelBookingInput,
  onSeat?: Attendee,
): Promise<Cancelled> {
  const now = ctx.now();
  const cancelledBy = ctx.actor.kind === "user" ? ctx.actor.user.email : null;
  const reason = input.cancellationReason ?? null;
  await endBooking(tx, booking.id, { status: "cancelled", now, reason, cancelledBy });
  const cancelled: Booking = {
    ...booking,
    status: "cancelled",
    cancellationReason: reason,
    cancelledBy,
    icalSequence: booking.icalSequence + 1,
    updatedAt: now,
  };
  await recordEvent(tx, { kind: "booking.cancelled", ...snapshotOf(cancelled, { onSeat }), createdAt: now });
  return { booking: cancelled, isSeatOnly: false };
}

async function giveSeatBack(ctx: Context, tx: Tx, booking: Booking, input: CancelBookingInput): Promise<Cancelled> {
  const attendee = seatHolder(booking, input.seatUid);
  await deleteAttendee(tx, attendee.id);
  const attendees = booking.attendees.filter(({ id }) => id !== attendee.id);
  if (attendees.length === 0) return cancelWhole(ctx, tx, { ...booking, attendees }, input, attendee);
  const now = ctx.now();
  const left = { ...booking, attendees, updatedAt: now };
  const told = { ...left, cancellationReason: input.cancellationReason ?? null };
  await recordEvent(tx, { kind: "booking.cancelled", ...snapshotOf(told, { onSeat: attendee }), createdAt: now });
  return { booking: left, isSeatOnly: true };
}
