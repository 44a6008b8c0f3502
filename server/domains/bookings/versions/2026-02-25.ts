import { z } from "zod";
import type { Context } from "../../../context.js";
import { writtenOnce } from "../../../wire.js";
import { mayShowAttendees } from "../access.js";
import type { Booking, ListedBooking } from "../booking.js";
import type { Cancelled } from "../cancel.js";
import {
  BookingOutput,
  BookingsOutput,
  CancelBookingInput,
  CreateBookingInputForHosts,
  ListBookingsQuery,
  RescheduleBookingInputForHosts,
} from "../contract.js";
import type { BookingList } from "../list.js";
import { bookedView, pageOf, shownView } from "../view.js";

/** A host's own flags count, and who had a seat in a cancelled booking stays to be seen; nothing else differs. */

const view = (booking: Booking, ctx: Context) => shownView(booking, mayShowAttendees(ctx, booking));

/** In lists the caller is a host or attends himself. */
const writtenList = writtenOnce((bookings: ListedBooking[]) => bookings.map((booking) => shownView(booking, true)));

const bookingsView = (found: Booking | Booking[], ctx: Context) =>
  Array.isArray(found) ? found.map((booking) => view(booking, ctx)) : view(found, ctx);

export const create = { body: CreateBookingInputForHosts, view: bookedView, response: BookingsOutput };
export const reschedule = { body: RescheduleBookingInputForHosts, view: bookedView, response: BookingOutput };
export const get = { view: bookingsView, response: BookingsOutput };
export const getBySeat = { view, response: BookingOutput };

export const cancel = {
  body: CancelBookingInput,
  view: ({ booking, series }: Cancelled, ctx: Context) => bookingsView(series ?? booking, ctx),
  response: BookingsOutput,
};

export const list = {
  query: ListBookingsQuery,
  view: ({ bookings }: BookingList) => writtenList(bookings),
  response: z.array(BookingOutput),
  pagination: pageOf,
};
