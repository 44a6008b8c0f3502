import type { Context } from "../../context.js";
import type { Instant } from "../../core/time/index.js";
import { invalid, notFound } from "../../errors.js";
import { lockHosts } from "../../store/sql.js";
import { recordEvent } from "../events/index.js";
import type { Booking } from "./booking.js";
import type { Cancelled } from "./cancel.js";
import { type CancelBooking, checkCancellable, ended, endOf } from "./cancelling.js";
import { listSeries, lockSeries } from "./queries/series.js";
import { endBookings } from "./queries.js";
import { snapshotOf } from "./snapshot.js";

/** Cancels what is still ahead of a series that was named by what its occurrences share. */
export async function cancelSeries(ctx: Context, recurringUid: string, input: CancelBooking): Promise<Cancelled> {
  const [first] = await listSeries(ctx.store.db, recurringUid);
  if (!first) throw notFound(`Booking with uid=${recurringUid} was not found in the database`);
  if (input.cancelSubsequentBookings) {
    throw invalid("cancelSubsequentBookings goes with the uid of one occurrence; a recurringBookingUid cancels all.");
  }
  return cancelAll(ctx, { first, recurringUid, from: ctx.now() }, input);
}

/** Cancels an occurrence and the later ones; of the oldest dialect all that are still ahead. */
export async function cancelFrom(ctx: Context, first: Booking, input: CancelBooking): Promise<Cancelled> {
  const from = input.cancelsRemaining ? ctx.now() : first.startsAt;
  return cancelAll(ctx, { first, recurringUid: first.recurringUid ?? "", from }, input);
}

interface Rest {
  /** Some occurrence: all have the same host. */
  first: Booking;
  recurringUid: string;
  from: Instant;
}

/** All or none, in one transaction. COMPAT: one event for the whole call. */
async function cancelAll(ctx: Context, { first, recurringUid, from }: Rest, input: CancelBooking): Promise<Cancelled> {
  return ctx.store.transaction(async (tx) => {
    await lockHosts(tx, first.organizer ? [first.organizer.id] : []);
    await lockSeries(tx, recurringUid);
    const series = await listSeries(tx, recurringUid);
    const end = endOf(ctx, input);
    const open = series.filter((one) => isOpen(one) && one.startsAt >= from && one.endsAt > end.now);
    const [booking, ...others] = open;
    if (!booking)
      throw invalid(`Can't cancel what is left of the series ${recurringUid}: it is over or cancelled already.`);
    checkCancellable(ctx, booking, input);
    const ids = new Set(open.map(({ id }) => id));
    await endBookings(tx, [...ids], end);
    const cancelled = ended(booking, end);
    await recordEvent(tx, {
      kind: "booking.cancelled",
      ...snapshotOf(cancelled, { alsoCancelled: others.map((one) => ended(one, end)) }),
      createdAt: end.now,
    });
    return {
      booking: cancelled,
      isSeatOnly: false,
      series: series.map((one) => (ids.has(one.id) ? ended(one, end) : one)),
    };
  });
}

const isOpen = ({ status }: Booking): boolean => status === "accepted" || status === "pending";
