import { describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = newest.bookings;
const eve = "eve@example.com";
const kinds = async () => (await house.events()).map(({ kind }) => kind);
const mark = (uid: string, body: object, as?: TestUser) =>
  house.post(`/v2/bookings/${uid}/mark-absent`, body, { version, as });

/** A booking of Gil and Eve that has begun. */
async function begun(ann: TestUser): Promise<string> {
  const eventTypeId = await makeEventType(house, ann);
  const { uid } = (await book(house, eventTypeId, "2026-11-30T10:00:00Z", { guests: [eve] })).body.data;
  house.at("2026-11-30T10:05:00Z");
  expect(await kinds()).toEqual(["booking.created"]);
  return uid;
}

const absentOf = ({ attendees }: { attendees: { email: string; absent: boolean }[] }) =>
  Object.fromEntries(attendees.map(({ email, absent }) => [email, absent]));

describe("POST /v2/bookings/{bookingUid}/mark-absent", () => {
  test("200 marks attendees, in any case of their address, and unmarks them", async () => {
    const ann = await house.user();
    const uid = await begun(ann);
    const body = { attendees: ["GIL@example.com", eve, "who@example.com"].map((email) => ({ email, absent: true })) };
    const marked = await mark(uid, body, ann);
    expect(marked.status).toBe(200);
    expect(marked.body.data.absentHost).toBe(false);
    expect(absentOf(marked.body.data)).toEqual({ [guest.email]: true, [eve]: true });
    const unmarked = await mark(uid, { attendees: [{ email: eve, absent: false }] }, ann);
    expect(absentOf(unmarked.body.data)).toEqual({ [guest.email]: true, [eve]: false });
    const stored = await house.get(`/v2/bookings/${uid}`, { version });
    expect(stored.body.data).toEqual(unmarked.body.data);
    expect(await house.events()).toEqual(
      [1, 2].map(() => ({ kind: "booking.absence-updated", subject: uid, userId: ann.id })),
    );
  });

  test("200 tells those who subscribed to BOOKING_NO_SHOW_UPDATED, and nobody else", async () => {
    const ann = await house.user();
    const uid = await begun(ann);
    await house.runJobs();
    for (const trigger of ["BOOKING_NO_SHOW_UPDATED", "BOOKING_CREATED"]) {
      const body = { subscriberUrl: `https://your-app.com/${trigger}`, triggers: [trigger] };
      expect((await house.post("/v2/webhooks", body, { as: ann })).status).toBe(201);
    }
    const { id } = (await house.get(`/v2/bookings/${uid}`, { version })).body.data;
    const attendees = [
      { email: guest.email, absent: true },
      { email: eve, absent: false },
    ];
    await mark(uid, { attendees }, ann);
    await house.runJobs();
    expect(house.posts.map(({ url }) => url)).toEqual(["https://your-app.com/BOOKING_NO_SHOW_UPDATED"]);
    expect(JSON.parse(house.posts[0]?.body ?? "")).toEqual({
      triggerEvent: "BOOKING_NO_SHOW_UPDATED",
      createdAt: "2026-11-30T10:05:00.000Z",
      payload: {
        message: `${guest.email} marked as no-show, ${eve} unmarked as no-show`,
        bookingUid: uid,
        bookingId: id,
        attendees: [
          { email: guest.email, noShow: true },
          { email: eve, noShow: false },
        ],
      },
    });
    expect(await kinds()).toEqual(["booking.started", "booking.absence-updated"]);
  });

  test("200 marks the host, who stays marked, and tells nobody", async () => {
    const ann = await house.user();
    const uid = await begun(ann);
    expect((await mark(uid, { host: true }, ann)).body.data.absentHost).toBe(true);
    expect((await mark(uid, { host: false }, ann)).body.data.absentHost).toBe(true);
    expect(await kinds()).toEqual([]);
  });

  test("200 changes nothing for an empty body or people who are not in the booking", async () => {
    const ann = await house.user();
    const uid = await begun(ann);
    const before = (await house.get(`/v2/bookings/${uid}`, { version })).body.data;
    for (const body of [{}, { host: false }, { attendees: [{ email: "who@example.com", absent: true }] }]) {
      expect((await mark(uid, body, ann)).body.data).toEqual(before);
    }
    expect(await kinds()).toEqual([]);
  });

  test("200 marks somebody on a seat and nobody else's booking", async () => {
    const ann = await house.user();
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: false, showAvailabilityCount: true };
    const eventTypeId = await makeEventType(house, ann, { seats });
    const [one, other] = await Promise.all(
      ["10:00", "11:00"].map(async (time) => (await book(house, eventTypeId, `2026-11-30T${time}:00Z`)).body.data.uid),
    );
    house.at("2026-11-30T12:00:00Z");
    const answer = await mark(one, { attendees: [{ email: guest.email, absent: true }] }, ann);
    expect(absentOf(answer.body.data)).toEqual({ [guest.email]: true });
    const untouched = await house.get(`/v2/bookings/${other}`, { version, as: ann });
    expect(absentOf(untouched.body.data)).toEqual({ [guest.email]: false });
    expect(await kinds()).toEqual(["booking.created", "booking.created", "booking.absence-updated"]);
  });

  test("400 before the start, and for wrong bodies", async () => {
    const ann = await house.user();
    const uid = await begun(ann);
    const wrong = [
      { attendees: [] },
      { attendees: [{ email: "x", absent: true }] },
      { host: "yes" },
      { attendees: [{}] },
    ];
    for (const body of wrong) expect((await mark(uid, body, ann)).status).toBe(400);
    house.at("2026-11-30T09:59:00Z");
    const { status, body } = await mark(uid, { host: true }, ann);
    expect([status, body.error.message]).toEqual([
      400,
      "Bookings can only be marked as absent after their scheduled start time. Current time in UTC+0: 2026-11-30T09:59:00.000Z, Booking start time in UTC+0: 2026-11-30T10:00:00.000Z",
    ]);
  });

  test("403 for another user, an attendee too; 404 for an unknown booking", async () => {
    const ann = await house.user();
    const uid = await begun(ann);
    const body = { host: true, attendees: [{ email: guest.email, absent: true }] };
    expect((await mark(uid, body, await house.user())).status).toBe(403);
    expect((await mark(uid, body, await house.user({ email: eve }))).status).toBe(403);
    expect((await mark("nope", body, ann)).status).toBe(404);
    const { data } = (await house.get(`/v2/bookings/${uid}`, { version })).body;
    expect([data.absentHost, absentOf(data)]).toEqual([false, { [guest.email]: false, [eve]: false }]);
    expect(await kinds()).toEqual([]);
  });
});
