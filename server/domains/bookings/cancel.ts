import type { Context } from "../../context.js";
import { lockHosts } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { recordEvent } from "../events/index.js";
import type { Attendee, Booking } from "./booking.js";
import { cancelFrom, cancelSeries } from "./cancel-series.js";
import { type CancelBooking, checkCancellable, ended, endOf } from "./cancelling.js";
import { deleteAttendee, endBookings, findBooking, getLocked, lockBooking } from "./queries.js";
import { seatHolder } from "./reschedule-seat.js";
import { snapshotOf } from "./snapshot.js";

export interface Cancelled {
  booking: Booking;
  /** A seat was given back and others remain. */
  isSeatOnly: boolean;
  /** The whole series as it is now, where more than one occurrence was to be cancelled. */
  series?: Booking[];
}

/** Cancels a booking, gives back one seat of it, or cancels what is left of a series. The time is free at once. */
export async function cancelBooking(ctx: Context, uid: string, input: CancelBooking): Promise<Cancelled> {
  const found = await findBooking(ctx.store.db, uid);
  if (!found) return cancelSeries(ctx, uid, input);
  checkCancellable(ctx, found, input);
  if (input.cancelSubsequentBookings || input.cancelsRemaining) return cancelFrom(ctx, found, input);
  return ctx.store.transaction(async (tx) => {
    await lockHosts(tx, found.organizer ? [found.organizer.id] : []);
    await lockBooking(tx, found.id);
    const current = await getLocked(tx, uid);
    checkCancellable(ctx, current, input);
    return input.seatUid ? giveSeatBack(ctx, tx, current, input) : cancelWhole(ctx, tx, current, input);
  });
}

async function cancelWhole(
  ctx: Context,
  tx: Tx,
  booking: Booking,
  input: CancelBooking,
  onSeat?: Attendee,
): Promise<Cancelled> {
  const end = endOf(ctx, input);
  await endBookings(tx, [booking.id], end);
  const cancelled = ended(booking, end);
  await recordEvent(tx, { kind: "booking.cancelled", ...snapshotOf(cancelled, { onSeat }), createdAt: end.now });
  return { booking: cancelled, isSeatOnly: false };
}

async function giveSeatBack(ctx: Context, tx: Tx, booking: Booking, input: CancelBooking): Promise<Cancelled> {
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
