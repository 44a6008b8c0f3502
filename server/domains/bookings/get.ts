import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { checkHost } from "./access.js";
import type { Booking } from "./booking.js";
import { listSeries } from "./queries/series.js";
import { findBooking } from "./queries.js";

/** One booking, for whoever knows its uid. */
export async function getBooking(ctx: Context, uid: string): Promise<Booking> {
  const booking = await findBooking(ctx.store.db, uid);
  if (!booking) throw notFound(`Booking with uid=${uid} was not found in the database`);
  return booking;
}

/** One booking, or all occurrences of a series by what they share, for whoever knows the uid. */
export async function getBookingOrSeries(ctx: Context, uid: string): Promise<Booking | Series> {
  const booking = await findBooking(ctx.store.db, uid);
  if (booking) return booking;
  const [first, ...later] = await listSeries(ctx.store.db, uid);
  if (!first) throw notFound(`Booking with uid=${uid} was not found in the database`);
  return [first, ...later];
}

export type Series = [Booking, ...Booking[]];

/** One booking, for those who answer for it. */
export async function getHostedBooking(ctx: Context, uid: string): Promise<Booking> {
  const booking = await getBooking(ctx, uid);
  checkHost(ctx, booking);
  return booking;
}
