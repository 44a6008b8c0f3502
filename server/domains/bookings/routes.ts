import { z } from "zod";
import { op } from "../../operation.js";
import { cancelBooking } from "./cancel.js";
import { confirmBooking, declineBooking } from "./confirm.js";
import {
  BookingOutput,
  CancelBookingInput,
  CreateBookingInput,
  CreateBookingInputForHosts,
  DeclineBookingInput,
  ListBookingsQuery,
  RescheduleBookingInput,
  RescheduleBookingInputForHosts,
} from "./contract.js";
import { createBooking } from "./create.js";
import { getBooking } from "./get.js";
import { listOwnBookings } from "./list.js";
import { rescheduleBooking } from "./reschedule.js";
import * as legacy from "./versions/2024-04-15.js";
import { bookedView, bookingView, listView, pageOf } from "./view.js";

const params = z.object({ bookingUid: z.string().min(1) });
const common = { tag: "Bookings", problems: "sentence" } as const;

/** From 2026-02-25 on a host's own flags count; nothing else differs. */
const flagsCount = { body: CreateBookingInputForHosts, view: bookedView, response: BookingOutput };
const moveFlagsCount = { body: RescheduleBookingInputForHosts, view: bookedView, response: BookingOutput };

export const bookingRoutes = [
  op("POST", "/v2/bookings", {
    ...common,
    id: "createBooking",
    summary: "Book a slot",
    auth: "optional",
    scope: "open",
    body: CreateBookingInput,
    run: (ctx, { body }) => createBooking(ctx, body),
    view: bookedView,
    response: BookingOutput,
    older: { "2024-04-15": legacy.create, "2026-02-25": flagsCount },
  }),
  op("GET", "/v2/bookings", {
    ...common,
    id: "listBookings",
    summary: "List the bookings that the caller organizes or attends",
    auth: "required",
    scope: "BOOKING_READ",
    query: ListBookingsQuery,
    run: (ctx, { query }) => listOwnBookings(ctx, query),
    view: listView,
    response: z.array(BookingOutput),
    pagination: pageOf,
    older: { "2024-04-15": legacy.list },
  }),
  op("GET", "/v2/bookings/{bookingUid}", {
    ...common,
    id: "getBooking",
    summary: "Read a booking",
    auth: "optional",
    scope: "open",
    params,
    run: (ctx, { params }) => getBooking(ctx, params.bookingUid),
    view: bookingView,
    response: BookingOutput,
    older: { "2024-04-15": legacy.get },
  }),
  op("POST", "/v2/bookings/{bookingUid}/reschedule", {
    ...common,
    id: "rescheduleBooking",
    summary: "Move a booking to another time",
    auth: "optional",
    scope: "open",
    params,
    body: RescheduleBookingInput,
    run: (ctx, { params, body }) => rescheduleBooking(ctx, params.bookingUid, body),
    view: bookedView,
    response: BookingOutput,
    older: { "2026-02-25": moveFlagsCount },
  }),
  op("POST", "/v2/bookings/{bookingUid}/cancel", {
    ...common,
    id: "cancelBooking",
    summary: "Cancel a booking",
    auth: "optional",
    scope: "open",
    status: 200,
    params,
    body: CancelBookingInput,
    run: (ctx, { params, body }) => cancelBooking(ctx, params.bookingUid, body),
    view: ({ booking }, ctx) => bookingView(booking, ctx),
    response: BookingOutput,
    older: { "2024-04-15": legacy.cancel },
  }),
  op("POST", "/v2/bookings/{bookingUid}/confirm", {
    ...common,
    id: "confirmBooking",
    summary: "Accept a pending booking",
    auth: "required",
    scope: "BOOKING_WRITE",
    status: 200,
    params,
    run: (ctx, { params }) => confirmBooking(ctx, params.bookingUid),
    view: bookingView,
    response: BookingOutput,
  }),
  op("POST", "/v2/bookings/{bookingUid}/decline", {
    ...common,
    id: "declineBooking",
    summary: "Turn a pending booking down",
    auth: "required",
    scope: "BOOKING_WRITE",
    status: 200,
    params,
    body: DeclineBookingInput,
    run: (ctx, { params, body }) => declineBooking(ctx, params.bookingUid, body.reason),
    view: bookingView,
    response: BookingOutput,
  }),
];
