import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import { callerOf } from "../users/index.js";
import type { ListedBooking } from "./booking.js";
import type { ListBookingsQuery } from "./contract.js";
import { listBookings } from "./queries/list.js";

export interface BookingList {
  bookings: ListedBooking[];
  total: number;
  take: number;
  skip: number;
}

/** The bookings that the caller organizes or attends. */
export async function listOwnBookings(ctx: Context, query: ListBookingsQuery): Promise<BookingList> {
  const { bookings, total, isKnown } = await listBookings(ctx.store.db, callerOf(ctx), { ...query, now: ctx.now() });
  if (!isKnown) throw invalid("None of the event types that eventTypeIds or eventTypeId name exists.");
  return { bookings, total, take: query.take, skip: query.skip };
}
