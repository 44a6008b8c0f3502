import { z } from "zod";
import { ends, reads, sets, tool } from "../tool.js";
import { instantOf } from "../zone.js";
import { BookingView, bookingView, firstOf } from "./booking-view.js";
import { eventTypeId, listOf, start, uid, versions, zoneOfTimes } from "./wire.js";

const version = versions.bookings;
const pathOf = (uid: string, verb = ""): string => `/bookings/${encodeURIComponent(uid)}${verb}`;
const seatUid = z.string().optional().describe("one seat of a seated booking");

export const getBooking = tool({
  name: "get_booking",
  title: "Read a booking",
  description: "One booking by its uid.",
  input: z.strictObject({ uid, timeZone: zoneOfTimes }),
  output: BookingView,
  annotations: reads,
  uses: ["getBooking"],
  run: async (api, { uid, timeZone }) => {
    const { data } = await api({ method: "GET", path: pathOf(uid), version });
    return bookingView(firstOf(data), timeZone);
  },
});

export const rescheduleBooking = tool({
  name: "reschedule_booking",
  title: "Move a booking",
  description: "Moves a booking to another start. The moved booking has a NEW uid; the old one is cancelled.",
  input: z.strictObject({ uid, start, reason: z.string().optional(), seatUid, timeZone: zoneOfTimes }),
  output: BookingView,
  annotations: ends,
  uses: ["rescheduleBooking"],
  run: async (api, { uid, start, reason, seatUid, timeZone }) => {
    const body = { start, reschedulingReason: reason, seatUid };
    const { data } = await api({ method: "POST", path: pathOf(uid, "/reschedule"), version, body });
    return bookingView(firstOf(data), timeZone);
  },
});

export const cancelBooking = tool({
  name: "cancel_booking",
  title: "Cancel a booking",
  description: "Cancels a booking for good and tells everybody in it. Ask the person first.",
  input: z.strictObject({
    uid,
    reason: z.string().optional().describe("the host has to give one"),
    seatUid,
    timeZone: zoneOfTimes,
  }),
  output: BookingView,
  annotations: ends,
  uses: ["cancelBooking"],
  run: async (api, { uid, reason, seatUid, timeZone }) => {
    const body = { cancellationReason: reason, seatUid };
    const { data } = await api({ method: "POST", path: pathOf(uid, "/cancel"), version, body });
    return bookingView(firstOf(data), timeZone);
  },
});

export const answerBookingRequest = tool({
  name: "answer_booking_request",
  title: "Confirm or decline a request",
  description: "Confirms or declines a pending booking of the caller's.",
  input: z.strictObject({
    uid,
    answer: z.enum(["confirm", "decline"]),
    reason: z.string().optional().describe("why it is declined"),
    timeZone: zoneOfTimes,
  }),
  output: BookingView,
  annotations: sets,
  uses: ["confirmBooking", "declineBooking"],
  run: async (api, { uid, answer, reason, timeZone }) => {
    const body = answer === "decline" ? { reason } : {};
    const { data } = await api({ method: "POST", path: pathOf(uid, `/${answer}`), version, body });
    return bookingView(firstOf(data), timeZone);
  },
});

export const listBookings = tool({
  name: "list_bookings",
  title: "List bookings",
  description: "The caller's bookings. unconfirmed ones wait for his answer.",
  input: z.strictObject({
    status: z.enum(["upcoming", "recurring", "past", "cancelled", "unconfirmed"]).optional(),
    from: z.string().optional().describe("starting after this date or time"),
    to: z.string().optional().describe("ending before"),
    attendeeEmail: z.string().optional(),
    eventTypeId: eventTypeId.optional(),
    limit: z.int().min(1).max(100).default(20),
    skip: z.int().min(0).default(0),
    timeZone: zoneOfTimes,
  }),
  output: z.object({ bookings: z.array(BookingView), total: z.number().optional(), more: z.boolean() }),
  annotations: reads,
  uses: ["listBookings"],
  run: async (api, { status, from, to, attendeeEmail, eventTypeId, limit, skip, timeZone = "UTC" }) => {
    const time = (text: string | undefined, dayEnds: boolean): string | undefined =>
      text && new Date(instantOf(text, timeZone, dayEnds)).toISOString();
    const query = {
      status,
      afterStart: time(from, false),
      beforeEnd: time(to, true),
      attendeeEmail,
      eventTypeId,
      take: limit,
      skip,
      sortStart: status === "past" || status === "cancelled" ? "desc" : "asc",
    };
    const { data, pagination } = await api({ method: "GET", path: "/bookings", version, query });
    return {
      bookings: listOf(data).map((booking) => bookingView(booking, timeZone)),
      total: pagination?.totalItems,
      more: pagination?.hasNextPage ?? false,
    };
  },
});
