import { beforeEach, describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

/** What an event type lets its owner do, and what others. */

const house = useHouse();
const monday = "2026-11-30";
const forHosts = "2026-02-25";

let ann: TestUser;

beforeEach(async () => {
  ann = await house.user();
});

const post = (path: string, body: object, version: string, as?: TestUser) =>
  house.post(`/v2/bookings${path}`, body, { version, as });
const move = (uid: string, start: string, as?: TestUser) => post(`/${uid}/reschedule`, { start }, newest.bookings, as);
const makeBooking = async (fields: object = {}, start = `${monday}T10:00:00Z`): Promise<string> =>
  (await book(house, await makeEventType(house, ann, fields), start)).body.data.uid;

describe("flags of the owner, from 2026-02-25 on", () => {
  const bounds = { minimumBookingNotice: 600, bookingWindow: { type: "calendarDays", value: 3, rolling: false } };
  const limits = { bookingLimitsCount: { week: 1 }, bookingLimitsDuration: { month: 30 } };

  test.each([
    ["allowConflicts", {}, `${monday}T20:00:00Z`, 400],
    ["allowBookingOutOfBounds", bounds, "2026-11-23T14:00:00Z", 400],
    ["allowBookingOutOfBounds", bounds, `${monday}T12:00:00Z`, 400],
    ["skipBookingLimits", limits, `${monday}T12:00:00Z`, 403],
  ])("%s counts for the owner alone, when booking and when moving", async (flag, fields, start, refusal) => {
    const first = flag === "allowBookingOutOfBounds" ? "2026-11-24T10:00:00Z" : `${monday}T10:00:00Z`;
    const eventTypeId = await makeEventType(house, ann, fields);
    expect((await book(house, eventTypeId, first)).status).toBe(201);
    const body = { start, eventTypeId, attendee: { ...guest, email: "other@example.com" }, [flag]: true };
    const ben = await house.user();
    expect((await post("", body, forHosts)).status).toBe(refusal);
    expect((await post("", body, forHosts, ben)).status).toBe(refusal);
    expect((await post("", body, newest.bookings, ann)).status).toBe(refusal);
    expect((await post("", { ...body, [flag]: false }, forHosts, ann)).status).toBe(refusal);
    const made = await post("", body, forHosts, ann);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const again = { start: new Date(Date.parse(start) + 3_600_000).toISOString(), [flag]: true };
    const path = `/${made.body.data.uid}/reschedule`;
    expect((await post(path, again, forHosts)).status).toBe(refusal);
    expect((await post(path, again, forHosts, ann)).status).toBe(201);
    expect((await house.events()).map(({ kind }) => kind)).toEqual([
      "booking.created",
      "booking.created",
      "booking.rescheduled",
    ]);
  });
});

describe("rescheduling policies", () => {
  test("403 for attendees where it is disabled, 201 for the host", async () => {
    const uid = await makeBooking({ disableRescheduling: { disabled: true } });
    const { status, body } = await move(uid, `${monday}T12:00:00Z`);
    expect([status, body.error.message]).toEqual([403, "This event type does not allow rescheduling."]);
    expect((await move(uid, `${monday}T12:00:00Z`, ann)).status).toBe(201);
    expect(await house.events()).toHaveLength(2);
  });

  test("minutesBefore: 201 up to the very minute, 403 from then on", async () => {
    const uid = await makeBooking({ disableRescheduling: { minutesBefore: 60 } });
    house.at(`${monday}T09:00:01Z`);
    expect((await move(uid, `${monday}T12:00:00Z`)).status).toBe(403);
    house.at(`${monday}T09:00:00Z`);
    expect((await move(uid, `${monday}T12:00:00Z`)).status).toBe(201);
    expect(await house.events()).toHaveLength(2);
  });

  test("201 for what is over, and for what was cancelled, where the event type allows it", async () => {
    const past = await makeBooking({ allowReschedulingPastBookings: true });
    const cancelled = await makeBooking({ allowReschedulingCancelledBookings: true }, `${monday}T12:00:00Z`);
    await post(`/${cancelled}/cancel`, {}, newest.bookings);
    expect((await move(cancelled, `${monday}T14:00:00Z`)).status).toBe(201);
    house.at("2026-12-01T06:00:00Z");
    expect((await move(past, "2026-12-02T10:00:00Z")).status).toBe(201);
    expect((await house.events()).map(({ kind }) => kind)).toEqual([
      "booking.created",
      "booking.created",
      "booking.cancelled",
      "booking.rescheduled",
      "booking.rescheduled",
    ]);
  });
});

describe("limits", () => {
  test.each([
    ["bookingLimitsCount", { day: 2 }, ["10:00", "11:00"], "12:00", "booking_limit_reached"],
    ["bookingLimitsDuration", { day: 75 }, ["10:00", "11:00"], "12:00", "duration_limit_reached"],
  ])("403 beyond %s of a day; the next day is free", async (name, limit, booked, refused, message) => {
    const eventTypeId = await makeEventType(house, ann, { [name]: limit });
    for (const time of booked) expect((await book(house, eventTypeId, `${monday}T${time}:00Z`)).status).toBe(201);
    const { status, body } = await book(house, eventTypeId, `${monday}T${refused}:00Z`);
    expect([status, body.error.message]).toEqual([403, message]);
    expect((await book(house, eventTypeId, `2026-12-01T${refused}:00Z`)).status).toBe(201);
    expect(await house.events()).toHaveLength(3);
  });

  test("a choice of lengths: what is booked is as long as was asked, 400 for another one", async () => {
    const eventTypeId = await makeEventType(house, ann, { lengthInMinutesOptions: [15, 30, 60] });
    const ask = (at: string, lengthInMinutes?: number) =>
      book(house, eventTypeId, `${monday}T${at}:00Z`, { lengthInMinutes });
    const lengths = [await ask("10:00"), await ask("11:00", 15), await ask("12:00", 60)];
    expect(lengths.map(({ body }) => body.data.duration)).toEqual([30, 15, 60]);
    expect((await ask("14:00", 45)).status).toBe(400);
    const legacy = {
      eventTypeId,
      timeZone: "UTC",
      language: "en",
      metadata: {},
      responses: { name: "U", email: guest.email },
    };
    const times = { start: `${monday}T14:00:00Z`, end: `${monday}T14:45:00Z` };
    const refused = await post("", { ...legacy, ...times }, "2024-04-15");
    expect([refused.status, refused.body.message]).toEqual([400, "Invalid event length"]);
    expect((await post("", { ...legacy, ...times, end: `${monday}T15:00:00Z` }, "2024-04-15")).status).toBe(201);
    expect(await house.events()).toHaveLength(4);
  });
});

describe("people whom the operator does not let book", () => {
  beforeEach(() => {
    house.settings.blockedEmails = ["spam@example.com"];
  });

  test("403 for a booker, under any tag; guests of the kind are left out, and nobody is told", async () => {
    const eventTypeId = await makeEventType(house, ann);
    for (const email of ["spam@example.com", "SPAM+1@example.com"]) {
      const refused = await book(house, eventTypeId, `${monday}T10:00:00Z`, { attendee: { ...guest, email } });
      expect([refused.status, refused.body.error.message]).toEqual([
        403,
        "Cannot use this email to create the booking.",
      ]);
    }
    const guests = ["spam+2@example.com", "friend@example.com"];
    const { data } = (await book(house, eventTypeId, `${monday}T10:00:00Z`, { guests })).body;
    expect(data.attendees.map(({ email }: { email: string }) => email)).toEqual([guest.email, "friend@example.com"]);
    expect(data.guests).toEqual(["friend@example.com"]);
    const add = (path: string, body: object) => post(`/${data.uid}/${path}`, body, newest.bookings, ann);
    expect((await add("guests", { guests: [{ email: "spam@example.com" }] })).status).toBe(400);
    expect((await add("attendees", { ...guest, email: "spam@example.com" })).status).toBe(403);
    expect(await house.events()).toHaveLength(1);
  });

  test("403 for a series of the oldest dialect, of which nothing is written", async () => {
    const recurrence = { interval: 1, occurrences: 4, frequency: "weekly" };
    const eventTypeId = await makeEventType(house, ann, { recurrence });
    const one = { eventTypeId, timeZone: "UTC", language: "en", metadata: {} };
    const bodies = [guest.email, "spam@example.com"].map((email, week) => ({
      ...one,
      start: `2026-12-0${1 + 7 * week}T10:00:00Z`,
      responses: { name: "U", email },
    }));
    expect((await post("/recurring", bodies, "2024-04-15")).status).toBe(403);
  });
});
