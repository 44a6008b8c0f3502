import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import { actorOf } from "../users/index.js";
import type { ListBookingsQuery } from "./contract.js";
import type { BookingPage } from "./queries/list.js";
import { recallBookings } from "./recall-list.js";

export interface BookingList extends Pick<BookingPage, "bookings" | "total"> {
  take: number;
  skip: number;
}

/** The bookings that the caller organizes or attends. */
export async function listOwnBookings(ctx: Context, query: ListBookingsQuery): Promise<BookingList> {
  const { bookings, total, isKnown } = await recallBookings(ctx.store, actorOf(ctx), query, ctx.now());
  if (!isKnown) throw invalid("None of the event types that eventTypeIds or eventTypeId name exists.");
  return { bookings, total, take: query.take, skip: query.skip };
}
