import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { isUuid } from "../../ids.js";
import type { Booking } from "./booking.js";
import { getBooking } from "./get.js";
import { findBookingBySeat } from "./queries.js";

/** The seated booking of a seat, for whoever knows the seat's uid. */
export async function getBookingBySeat(ctx: Context, seatUid: string): Promise<Booking> {
  const booking = isUuid(seatUid) ? await findBookingBySeat(ctx.store.db, seatUid) : null;
  if (!booking) throw notFound(`Booking with seatUid=${seatUid} was not found in the database`);
  return booking;
}

/** The same, or the booking of that uid. */
export const getBookingOfSeat = (ctx: Context, uid: string): Promise<Booking> =>
  isUuid(uid) ? getBookingBySeat(ctx, uid) : getBooking(ctx, uid);
