import { describe, expect, test } from "vitest";
import { away, book, guest, makeEventType, newest, slotStarts } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = newest.bookings;
const weekly = { interval: 1, occurrences: 4, frequency: "weekly" };

const kinds = async () => (await house.events()).map(({ kind }) => kind);
const startsOf = (list: { start: string }[]) => list.map(({ start }) => start.slice(0, 16));
const statusesOf = (list: { status: string }[]) => list.map(({ status }) => status);
const read = async (uid: string, as?: TestUser) => (await house.get(`/v2/bookings/${uid}`, { version, as })).body.data;
const post = (uid: string, verb: string, body: object = {}, as?: TestUser) =>
  house.post(`/v2/bookings/${uid}/${verb}`, body, { version, as });

/** Four Mondays at ten, or what the fields make of them. */
async function seriesOf(ann: TestUser, fields: object = {}, wishes: object = {}) {
  const eventTypeId = await makeEventType(house, ann, { recurrence: weekly, ...fields });
  const answer = await book(house, eventTypeId, "2026-11-30T10:00:00Z", wishes);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  await house.events();
  return { eventTypeId, series: answer.body.data };
}

describe("POST /v2/bookings", () => {
  test("201 books every occurrence of a recurring event type, each with an event of its own", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, { recurrence: weekly });
    const answer = await book(house, eventTypeId, "2026-11-30T10:00:00Z", { guests: ["more@example.com"] });
    expect(answer.status).toBe(201);
    const series = answer.body.data;
    expect(startsOf(series)).toEqual(["2026-11-30T10:00", "2026-12-07T10:00", "2026-12-14T10:00", "2026-12-21T10:00"]);
    expect(series[3]).toMatchObject({
      status: "accepted",
      duration: 30,
      recurringBookingUid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      attendees: [{ email: guest.email }, { email: "more@example.com" }],
      bookingFieldsResponses: { name: guest.name },
    });
    expect(new Set(series.map((one: { uid: string }) => one.uid)).size).toBe(4);
    expect(new Set(series.map((one: { recurringBookingUid: string }) => one.recurringBookingUid)).size).toBe(1);
    expect(await read(series[2].uid)).toEqual(series[2]);
    expect(await house.events()).toEqual(
      series.map(({ uid }: { uid: string }) => ({ kind: "booking.created", subject: uid, userId: ann.id })),
    );
    expect(await slotStarts(house, eventTypeId, "2026-12-14", "2026-12-14")).not.toContain("2026-12-14T10:00:00.000Z");
  });

  test("201 in a fixed number of statements, however long the series is", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { recurrence: { ...weekly, occurrences: 30 } });
    const few = await house.countStatements(() =>
      book(house, eventTypeId, "2026-11-30T09:00:00Z", { recurrenceCount: 2 }),
    );
    const many = await house.countStatements(() => book(house, eventTypeId, "2026-11-30T10:00:00Z"));
    expect([few, many]).toEqual([7, 7]);
    expect(await kinds()).toHaveLength(32);
  });

  test("201 with recurrenceCount for fewer of them; the webhook tells how the series repeats", async () => {
    const ann = await house.user();
    const subscription = { subscriberUrl: "https://hooks.example.com", triggers: ["BOOKING_CREATED"], active: true };
    await house.post("/v2/webhooks", subscription, { as: ann });
    const { series } = await seriesOf(ann, {}, { recurrenceCount: 2 });
    expect(startsOf(series)).toEqual(["2026-11-30T10:00", "2026-12-07T10:00"]);
    await house.runJobs();
    const payloads = house.posts.map(({ body }) => JSON.parse(body).payload);
    expect(payloads.map(({ uid }) => uid).sort()).toEqual(series.map(({ uid }: { uid: string }) => uid).sort());
    expect(payloads[0].recurringEvent).toEqual({ freq: 2, count: 4, interval: 1 });
  });

  test("201 keeps the time on the booker's wall when his clock changes", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { recurrence: { ...weekly, occurrences: 2 } });
    const attendee = { ...guest, timeZone: "America/New_York" };
    const { body } = await book(house, eventTypeId, "2027-03-08T15:00:00Z", { attendee });
    expect(startsOf(body.data)).toEqual(["2027-03-08T15:00", "2027-03-15T14:00"]);
    expect(await kinds()).toHaveLength(2);
  });

  test("201 for a later occurrence outside the hours, the window and a day of absence: the first one counts", async () => {
    const ann = await house.user();
    await away(house, ann, { start: "2026-12-07T00:00:00Z", end: "2026-12-07T23:59:59Z" });
    const recurrence = { interval: 1, occurrences: 3, frequency: "weekly" };
    const bookingWindow = { type: "calendarDays", value: 8 };
    const { series } = await seriesOf(ann, { recurrence, bookingWindow });
    expect(series).toHaveLength(3);
  });

  test("400 when the host has something at any occurrence, and nothing of the series is written", async () => {
    const ann = await house.user();
    const other = await makeEventType(house, ann);
    await book(house, other, "2026-12-14T10:15:00Z");
    const eventTypeId = await makeEventType(house, ann, { recurrence: weekly });
    const answer = await book(house, eventTypeId, "2026-11-30T10:00:00Z");
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain("2026-12-14T10:00:00.000Z");
    expect(answer.body.error.details).toMatchObject({ rule: "booking", occurrence: "2026-12-14T10:00:00.000Z" });
    const list = await house.get(`/v2/bookings?eventTypeId=${eventTypeId}`, { version, as: ann });
    expect(list.body.data).toEqual([]);
    expect(await kinds()).toEqual(["booking.created"]);
  });

  test("400 when the first occurrence is refused, with other times; 403 when a limit closes a later one", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, { recurrence: weekly, bookingLimitsCount: { month: 2 } });
    const sunday = await book(house, eventTypeId, "2026-11-29T10:00:00Z");
    expect(sunday.status).toBe(400);
    expect(sunday.body.error.details.alternatives).toHaveLength(5);
    const fourInDecember = await book(house, eventTypeId, "2026-12-01T10:00:00Z");
    expect(fourInDecember.status).toBe(403);
    expect(fourInDecember.body.error.details.occurrence).toBe("2026-12-15T10:00:00.000Z");
    expect(await kinds()).toEqual([]);
  });

  test("400 for more occurrences than the event type has, and for a count where there is no recurrence", async () => {
    const ann = await house.user();
    const recurring = await makeEventType(house, ann, { recurrence: weekly });
    const plain = await makeEventType(house, ann);
    const more = await book(house, recurring, "2026-11-30T10:00:00Z", { recurrenceCount: 5 });
    expect(more.body.message).toBe("Provided recurrence count is higher than the event type's recurring event count.");
    const none = await book(house, plain, "2026-11-30T10:00:00Z", { recurrenceCount: 2 });
    expect([more.status, none.status]).toEqual([400, 400]);
  });

  test("400 for occurrences that overlap each other", async () => {
    const eightDays = 8 * 24 * 60;
    const schedule = { lengthInMinutes: eightDays, recurrence: { ...weekly, occurrences: 2 } };
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, schedule);
    const body = { start: "2026-11-30T10:00:00Z", eventTypeId, attendee: guest };
    expect((await house.post("/v2/bookings", body, { version, as: ann })).status).toBe(400);
  });

  test("201 pending where the host confirms; the same request again is the same series", async () => {
    const confirmationPolicy = { type: "always", blockUnconfirmedBookingsInBooker: false };
    const { eventTypeId, series } = await seriesOf(await house.user(), { confirmationPolicy });
    expect(statusesOf(series)).toEqual(["pending", "pending", "pending", "pending"]);
    const again = await book(house, eventTypeId, "2026-11-30T10:00:00Z");
    expect(again.body.data).toEqual(series);
    expect(await kinds()).toEqual([]);
  });
});

describe("GET /v2/bookings/{bookingUid}", () => {
  test("200 a list of all occurrences, whatever became of them, by what they share", async () => {
    const { series } = await seriesOf(await house.user());
    await post(series[1].uid, "cancel");
    const found = await read(series[0].recurringBookingUid);
    expect(statusesOf(found)).toEqual(["accepted", "cancelled", "accepted", "accepted"]);
    expect(startsOf(found)).toEqual(startsOf(series));
    expect(await kinds()).toEqual(["booking.cancelled"]);
  });

  test("200 of another's series for whoever knows the uid; 404 for an unknown one", async () => {
    const { series } = await seriesOf(await house.user());
    expect(await read(series[0].recurringBookingUid, await house.user())).toHaveLength(4);
    const unknown = "7650b5be-e9be-44ba-b9b9-4eb31ec437b7";
    expect((await house.get(`/v2/bookings/${unknown}`, { version })).status).toBe(404);
  });
});

describe("GET /v2/bookings", () => {
  test("200 with status=recurring: the occurrences ahead, one by one", async () => {
    const ann = await house.user();
    await seriesOf(ann);
    house.at("2026-12-08T00:00:00Z");
    const { body } = await house.get("/v2/bookings?status=recurring", { version, as: ann });
    expect(startsOf(body.data)).toEqual(["2026-12-14T10:00", "2026-12-21T10:00"]);
  });
});

describe("POST /v2/bookings/{bookingUid}/cancel", () => {
  test("200 cancels one occurrence, and the others stay", async () => {
    const { series } = await seriesOf(await house.user());
    const answer = await post(series[1].uid, "cancel", { cancellationReason: "x" });
    expect(answer.body.data).toMatchObject({ uid: series[1].uid, status: "cancelled", cancellationReason: "x" });
    expect(statusesOf(await read(series[0].recurringBookingUid))).toEqual([
      "accepted",
      "cancelled",
      "accepted",
      "accepted",
    ]);
    expect(await kinds()).toEqual(["booking.cancelled"]);
  });

  test("200 with cancelSubsequentBookings: it and the later ones, one event, and the time is free", async () => {
    const { eventTypeId, series } = await seriesOf(await house.user());
    const answer = await post(series[2].uid, "cancel", { cancellationReason: "rest", cancelSubsequentBookings: true });
    expect(answer.status).toBe(200);
    expect(statusesOf(answer.body.data)).toEqual(["accepted", "accepted", "cancelled", "cancelled"]);
    expect(await read(series[0].recurringBookingUid)).toEqual(answer.body.data);
    expect(await house.events()).toMatchObject([{ kind: "booking.cancelled", subject: series[2].uid }]);
    expect(await slotStarts(house, eventTypeId, "2026-12-21", "2026-12-21")).toContain("2026-12-21T10:00:00.000Z");
  });

  test("200 by what the occurrences share: all that are still ahead", async () => {
    const { series } = await seriesOf(await house.user());
    house.at("2026-12-08T00:00:00Z");
    const answer = await post(series[0].recurringBookingUid, "cancel", { cancellationReason: "all" });
    expect(statusesOf(answer.body.data)).toEqual(["accepted", "accepted", "cancelled", "cancelled"]);
    const again = await post(series[0].recurringBookingUid, "cancel", {});
    expect(again.status).toBe(400);
    expect(await kinds()).toEqual(["booking.cancelled"]);
  });

  test("400 for subsequent bookings of a whole series, or of a booking that stands alone; 404 for no series", async () => {
    const ann = await house.user();
    const { series } = await seriesOf(ann);
    const single = (await book(house, await makeEventType(house, ann), "2026-11-30T12:00:00Z")).body.data.uid;
    const body = { cancelSubsequentBookings: true };
    expect((await post(series[0].recurringBookingUid, "cancel", body)).status).toBe(400);
    expect((await post(single, "cancel", body)).body.message).toBe(
      `Booking with bookingUid=${single} is not part of a recurring booking.`,
    );
    expect((await post("7650b5be-e9be-44ba-b9b9-4eb31ec437b7", "cancel", {})).status).toBe(404);
    expect(await kinds()).toEqual(["booking.created"]);
  });

  test("400 for the host without a reason, for a series too", async () => {
    const ann = await house.user();
    const { series } = await seriesOf(ann);
    expect((await post(series[0].recurringBookingUid, "cancel", {}, ann)).status).toBe(400);
    expect(statusesOf(await read(series[0].recurringBookingUid))).not.toContain("cancelled");
  });
});

describe("POST /v2/bookings/{bookingUid}/reschedule", () => {
  test("201 moves one occurrence, which stays in its series", async () => {
    const { series } = await seriesOf(await house.user());
    const answer = await post(series[1].uid, "reschedule", { start: "2026-12-07T13:00:00Z" });
    expect(answer.status).toBe(201);
    expect(answer.body.data.recurringBookingUid).toBe(series[1].recurringBookingUid);
    const found = await read(series[0].recurringBookingUid);
    expect(startsOf(found)).toHaveLength(5);
    expect(statusesOf(found)).toEqual(["accepted", "cancelled", "accepted", "accepted", "accepted"]);
    expect(await kinds()).toEqual(["booking.rescheduled"]);
  });
});

describe("POST /v2/bookings/{bookingUid}/confirm", () => {
  const confirmationPolicy = { type: "always", blockUnconfirmedBookingsInBooker: false };

  test("200 accepts all pending occurrences, each with its event", async () => {
    const ann = await house.user();
    const { series } = await seriesOf(ann, { confirmationPolicy });
    await post(series[0].uid, "cancel");
    const answer = await post(series[2].uid, "confirm", {}, ann);
    expect(answer.body.data).toMatchObject({ uid: series[2].uid, status: "accepted" });
    const found = await read(series[0].recurringBookingUid);
    expect(statusesOf(found)).toEqual(["cancelled", "accepted", "accepted", "accepted"]);
    expect((await kinds()).sort()).toEqual(["booking.cancelled", ...Array(3).fill("booking.confirmed")]);
  });

  test("200 by what the occurrences share: accepts what still waits; then there is nothing left to accept", async () => {
    const ann = await house.user();
    const { series } = await seriesOf(ann, { confirmationPolicy });
    const uid = series[0].recurringBookingUid;
    expect((await post(uid, "confirm", {}, await house.user())).status).toBe(401);
    const { status, body } = await post(uid, "confirm", {}, ann);
    expect([status, body.data.uid, body.data.status]).toEqual([200, series[0].uid, "accepted"]);
    expect(statusesOf(await read(uid))).toEqual(Array(4).fill("accepted"));
    expect(await kinds()).toEqual(Array(4).fill("booking.confirmed"));
    const again = await post(uid, "confirm", {}, ann);
    expect([again.status, again.body.message]).toEqual([400, "Booking already confirmed"]);
  });

  test("400 when the host is taken at one of them, and none is accepted", async () => {
    const ann = await house.user();
    const { series } = await seriesOf(ann, { confirmationPolicy });
    await book(house, await makeEventType(house, ann), "2026-12-21T10:00:00Z");
    expect((await post(series[0].uid, "confirm", {}, ann)).status).toBe(400);
    expect(statusesOf(await read(series[0].recurringBookingUid))).not.toContain("accepted");
    expect(await kinds()).toEqual(["booking.created"]);
  });
});

describe("POST /v2/bookings/{bookingUid}/decline", () => {
  test("200 turns all pending occurrences down", async () => {
    const ann = await house.user();
    const confirmationPolicy = { type: "always", blockUnconfirmedBookingsInBooker: false };
    const { series } = await seriesOf(ann, { confirmationPolicy });
    const answer = await post(series[0].uid, "decline", { reason: "no" }, ann);
    expect(answer.body.data.status).toBe("rejected");
    expect(statusesOf(await read(series[0].recurringBookingUid))).toEqual(Array(4).fill("rejected"));
    expect(await kinds()).toEqual(Array(4).fill("booking.rejected"));
  });

  test("200 by what the occurrences share, also where the first is gone already", async () => {
    const ann = await house.user();
    const confirmationPolicy = { type: "always", blockUnconfirmedBookingsInBooker: false };
    const { series } = await seriesOf(ann, { confirmationPolicy });
    await post(series[0].uid, "cancel");
    const answer = await post(series[0].recurringBookingUid, "decline", { reason: "no" }, ann);
    expect(answer.body.data).toMatchObject({ uid: series[1].uid, status: "rejected" });
    expect((await kinds()).sort()).toEqual(["booking.cancelled", ...Array(3).fill("booking.rejected")]);
  });
});
