import { describe, expect, test } from "vitest";
import { booked, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { useHouse } from "../../../test/harness/house.js";

/** Operations that only the oldest dialect has, and what its bodies may hold. */

const house = useHouse();
const weekly = { interval: 1, occurrences: 4, frequency: "weekly" };
const kinds = async () => (await house.events()).map(({ kind }) => kind);

const una = (eventTypeId: number, start: string, fields: object = {}) => ({
  start,
  eventTypeId,
  timeZone: "Europe/London",
  language: "en",
  metadata: {},
  responses: { name: "Una", email: "una@example.com" },
  ...fields,
});

describe("POST /v2/bookings", () => {
  test("201 one booking in the oldest dialect, also of a recurring event type", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { recurrence: weekly });
    const answer = await house.post("/v2/bookings", una(eventTypeId, "2026-11-30T10:00:00Z"));
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({ status: "ACCEPTED", recurringEventId: null });
    expect(await kinds()).toEqual(["booking.created"]);
  });

  test("201 moves a booking with rescheduleUid", async () => {
    const ann = await house.user();
    const uid = await booked(house, ann, "2026-11-30T10:00:00Z");
    const rescheduleReason = "later";
    const responses = { name: "Una", email: "una@example.com", rescheduleReason };
    const body = una(1, "2026-11-30T12:00:00Z", { rescheduleUid: uid, rescheduledBy: "una@example.com", responses });
    const answer = await house.post("/v2/bookings", body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.body.data).toMatchObject({ fromReschedule: uid, startTime: "2026-11-30T12:00:00.000Z" });
    expect(await kinds()).toEqual(["booking.rescheduled"]);
    expect((await house.post("/v2/bookings", body)).status).toBe(400);
    expect((await house.post("/v2/bookings", { ...body, rescheduleUid: "unknown" })).status).toBe(404);
  });

  test.each([[{ noEmail: true, rescheduleUid: "x" }], [{ routedTeamMemberIds: [1] }]])(
    "400 for %j, whose effect is not there",
    async (fields) => {
      const eventTypeId = await makeEventType(house, await house.user());
      const answer = await house.post("/v2/bookings", una(eventTypeId, "2026-11-30T10:00:00Z", fields));
      expect([answer.status, answer.body.message.includes(Object.keys(fields)[0])]).toEqual([400, true]);
    },
  );
});

describe("POST /v2/bookings/recurring", () => {
  test("201 books all occurrences under the name that the caller brings", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { recurrence: weekly });
    const recurringEventId = "rec-mwrhnux4";
    const starts = ["2026-12-07T10:00:00Z", "2026-11-30T10:00:00Z"];
    const bodies = starts.map((start) => una(eventTypeId, start, { recurringEventId }));
    const answer = await house.post("/v2/bookings/recurring", bodies);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.body.data).toMatchObject([
      { startTime: "2026-11-30T10:00:00.000Z", recurringEventId, status: "ACCEPTED", attendees: [{ name: "Una" }] },
      { startTime: "2026-12-07T10:00:00.000Z", recurringEventId },
    ]);
    const series = await house.get(`/v2/bookings/${recurringEventId}`, { version: newest.bookings });
    expect(series.body.data).toHaveLength(2);
    const again = bodies.map((body, i) => ({ ...body, start: `2026-12-1${4 + i}T10:00:00Z` }));
    expect((await house.post("/v2/bookings/recurring", again)).status).toBe(400);
    expect(await kinds()).toEqual(["booking.created", "booking.created"]);
  });

  test("201 with a common random name where none is given", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { recurrence: weekly });
    const bodies = ["2026-11-30T10:00:00Z", "2026-12-07T10:00:00Z"].map((start) => una(eventTypeId, start));
    const [first, second] = (await house.post("/v2/bookings/recurring", bodies)).body.data;
    expect(first.recurringEventId).toMatch(/^[0-9a-f-]{36}$/);
    expect(second.recurringEventId).toBe(first.recurringEventId);
    expect(await kinds()).toHaveLength(2);
  });

  test("400 for occurrences that overlap, too many, of several event types, or of one that is not recurring", async () => {
    const ann = await house.user();
    const [recurring, plain] = [
      await makeEventType(house, ann, { recurrence: weekly }),
      await makeEventType(house, ann),
    ];
    const start = "2026-11-30T10:00:00Z";
    const five = [0, 1, 2, 3, 4].map((i) => una(recurring, `2026-11-30T1${i}:00:00Z`));
    const faults = [
      [una(recurring, start), una(recurring, "2026-11-30T10:15:00Z")],
      five,
      [una(recurring, start), una(plain, "2026-11-30T11:00:00Z")],
      [una(plain, start)],
      [],
      {},
    ];
    for (const body of faults) expect((await house.post("/v2/bookings/recurring", body)).status).toBe(400);
    expect(await kinds()).toEqual([]);
  });
});

describe("POST /v2/bookings/instant", () => {
  test("400 for an event type of one person; 404 for an unknown one", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const answer = await house.post("/v2/bookings/instant", una(eventTypeId, "2026-11-30T10:00:00Z"));
    expect([answer.status, answer.body.message]).toEqual([
      400,
      "Instant bookings are only supported for team event types, not individual user event types.",
    ]);
    expect((await house.post("/v2/bookings/instant", una(99_999_999, "2026-11-30T10:00:00Z"))).status).toBe(404);
  });
});

describe("GET /v2/bookings/{bookingUid}/reschedule", () => {
  test("200 with what a form is filled with", async () => {
    const ann = await house.user();
    const uid = await booked(house, ann, "2026-11-30T10:00:00Z");
    const answer = await house.get(`/v2/bookings/${uid}/reschedule`);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      uid,
      startTime: "2026-11-30T10:00:00.000Z",
      status: "ACCEPTED",
      userId: ann.id,
      eventType: { disableRescheduling: false, minimumRescheduleNotice: null },
      attendees: [{ name: "Gil Guest", bookingSeat: null }],
      user: { id: ann.id },
    });
  });

  test("200 for another user's booking too, for the uid is the permission; 404 for an unknown one", async () => {
    const uid = await booked(house, await house.user(), "2026-11-30T10:00:00Z");
    expect((await house.get(`/v2/bookings/${uid}/reschedule`, { as: await house.user() })).status).toBe(200);
    expect((await house.get("/v2/bookings/unknown/reschedule")).status).toBe(404);
  });

  test("200 by the uid of a seat", async () => {
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true };
    const eventTypeId = await makeEventType(house, await house.user(), { seats });
    const { seatReferenceUid, uid } = (await house.post("/v2/bookings", una(eventTypeId, "2026-11-30T10:00:00Z"))).body
      .data;
    const { body } = await house.get(`/v2/bookings/${seatReferenceUid}/reschedule`);
    expect(body.data).toMatchObject({ uid, attendees: [{ bookingSeat: { referenceUid: seatReferenceUid } }] });
    expect(await kinds()).toHaveLength(1);
  });
});

describe("POST /v2/bookings/{bookingUid}/mark-no-show", () => {
  test("200 marks the host and attendees, and tells how they stand", async () => {
    const ann = await house.user();
    const uid = await booked(house, ann, "2026-11-30T10:00:00Z");
    house.at("2026-11-30T10:20:00Z");
    const body = {
      noShowHost: true,
      attendees: [
        { email: "GIL@example.com", noShow: true },
        { email: "nobody@example.com", noShow: true },
      ],
    };
    const answer = await house.post(`/v2/bookings/${uid}/mark-no-show`, body, { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({
      message: `${ann.email} marked as no-show, gil@example.com marked as no-show`,
      noShowHost: true,
      attendees: [{ email: "gil@example.com", noShow: true }],
    });
    expect(await kinds()).toEqual(["booking.absence-updated"]);
  });

  test("403 for another user's booking, 401 without a key, 400 before the start", async () => {
    const ann = await house.user();
    const path = `/v2/bookings/${await booked(house, ann, "2026-11-30T10:00:00Z")}/mark-no-show`;
    expect((await house.post(path, { noShowHost: true }, { as: ann })).status).toBe(400);
    house.at("2026-11-30T10:20:00Z");
    expect((await house.post(path, { noShowHost: true }, { as: await house.user() })).status).toBe(403);
    expect((await house.post(path, { noShowHost: true })).status).toBe(401);
  });
});

describe("POST /v2/bookings/{bookingUid}/cancel", () => {
  test("201 with allRemainingBookings: what is ahead of the series, in the oldest dialect", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { recurrence: weekly });
    const starts = ["2026-11-30T10:00:00Z", "2026-12-07T10:00:00Z", "2026-12-14T10:00:00Z"];
    const bodies = starts.map((start) => una(eventTypeId, start));
    const [first, , third] = (await house.post("/v2/bookings/recurring", bodies)).body.data;
    house.at("2026-12-01T00:00:00Z");
    const answer = await house.post(`/v2/bookings/${third.uid}/cancel`, { allRemainingBookings: true });
    expect(answer.status).toBe(201);
    const series = await house.get(`/v2/bookings/${first.recurringEventId}`, { version: newest.bookings });
    expect(series.body.data.map(({ status }: { status: string }) => status)).toEqual([
      "accepted",
      "cancelled",
      "cancelled",
    ]);
    expect(await kinds()).toEqual([...Array(3).fill("booking.created"), "booking.cancelled"]);
  });
});
