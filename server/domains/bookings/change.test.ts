import { describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest, slotStarts } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const monday = "2026-11-30";
const version = newest.bookings;

const move = (uid: string, start: string, fields: object = {}, as?: TestUser) =>
  house.post(`/v2/bookings/${uid}/reschedule`, { start, ...fields }, { version, as });
const cancel = (uid: string, body: object = {}, as?: TestUser) =>
  house.post(`/v2/bookings/${uid}/cancel`, body, { version, as });
const read = async (uid: string, as?: TestUser) => (await house.get(`/v2/bookings/${uid}`, { version, as })).body.data;
const kinds = async () => (await house.events()).map(({ kind }) => kind);

const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true };

describe("POST /v2/bookings/{bookingUid}/reschedule", () => {
  test("201 makes a new booking and leaves the old one cancelled, each pointing at the other", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann);
    const old = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
    const answer = await move(old.uid, `${monday}T12:00:00Z`, {
      reschedulingReason: "busy",
      rescheduledBy: guest.email,
    });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      status: "accepted",
      start: "2026-11-30T12:00:00.000Z",
      rescheduledFromUid: old.uid,
      rescheduledByEmail: guest.email,
      reschedulingReason: "busy",
      icsUid: old.icsUid,
      attendees: old.attendees,
      bookingFieldsResponses: { rescheduledReason: "busy" },
    });
    expect(answer.body.data.uid).not.toBe(old.uid);
    expect(await read(old.uid)).toMatchObject({ status: "cancelled", rescheduledToUid: answer.body.data.uid });
    const starts = await slotStarts(house, eventTypeId, monday, monday);
    expect(starts).toContain("2026-11-30T10:00:00.000Z");
    expect(starts).not.toContain("2026-11-30T12:00:00.000Z");
    expect(await kinds()).toEqual(["booking.created", "booking.rescheduled"]);
  });

  test("201 for another user's booking too: the uid is the permission; 401 with a bad key", async () => {
    const { uid } = (await book(house, await makeEventType(house, await house.user()), `${monday}T10:00:00Z`)).body
      .data;
    expect((await move(uid, `${monday}T11:00:00Z`, {}, await house.user())).status).toBe(201);
    const path = `/v2/bookings/${uid}/reschedule`;
    expect((await house.post(path, { start: `${monday}T12:00:00Z` }, { version, as: "cal_live_unknown" })).status).toBe(
      401,
    );
    expect(await kinds()).toHaveLength(2);
  });

  test("201 onto a part of its own time", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
    expect((await move(uid, `${monday}T10:15:00Z`)).status).toBe(201);
    expect(await kinds()).toHaveLength(2);
  });

  test("400 onto a taken time, and the booking stays as it was", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
    await book(house, eventTypeId, `${monday}T11:00:00Z`);
    const before = await read(uid);
    expect((await move(uid, `${monday}T11:15:00Z`)).status).toBe(400);
    expect(await read(uid)).toEqual(before);
    expect(await kinds()).toHaveLength(2);
  });

  test("400 for what was moved, cancelled or is over; 404 for an unknown one", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const [moved, cancelled, past] = await Promise.all(
      ["10:00", "11:00", "12:00"].map(
        async (time) => (await book(house, eventTypeId, `${monday}T${time}:00Z`)).body.data.uid,
      ),
    );
    const next = (await move(moved, `${monday}T14:00:00Z`)).body.data.uid;
    await cancel(cancelled);
    const messageOf = async (uid: string) => (await move(uid, "2026-12-07T10:00:00Z")).body.error.message;
    expect(await messageOf(moved)).toBe(
      `Can't reschedule booking with uid=${moved} because it has been cancelled and rescheduled already to booking with uid=${next}. You probably want to reschedule ${next} instead by passing it within the request URL.`,
    );
    expect(await messageOf(cancelled)).toContain("because it has been cancelled. Please provide uid");
    house.at(`${monday}T13:00:00Z`);
    expect(await messageOf(past)).toContain("has ended already");
    expect((await move("nope", "2026-12-07T10:00:00Z")).status).toBe(404);
    expect(await kinds()).toHaveLength(5);
  });

  test("403 within the minimum notice, but not for the host", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, { disableRescheduling: { minutesBefore: 120 } });
    const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
    house.at(`${monday}T09:00:00Z`);
    expect((await move(uid, `${monday}T12:00:00Z`)).status).toBe(403);
    expect((await move(uid, `${monday}T12:00:00Z`, {}, ann)).status).toBe(201);
    expect(await kinds()).toHaveLength(2);
  });

  test("201 pending again for the attendee, accepted at once for the host", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, { confirmationPolicy });
    const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
    const byGuest = await move(uid, `${monday}T11:00:00Z`, { rescheduledBy: guest.email });
    expect(byGuest.body.data.status).toBe("pending");
    const byHost = await move(byGuest.body.data.uid, `${monday}T12:00:00Z`, { rescheduledBy: ann.email });
    expect(byHost.body.data.status).toBe("accepted");
    expect(await kinds()).toEqual(["booking.requested", "booking.requested", "booking.rescheduled"]);
  });

  test("201 keeps the length that was chosen", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { lengthInMinutesOptions: [30, 60] });
    const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`, { lengthInMinutes: 60 })).body.data;
    expect((await move(uid, `${monday}T12:00:00Z`)).body.data.duration).toBe(60);
    expect(await kinds()).toHaveLength(2);
  });

  test("201 moves one seat and leaves the others; the last one takes the booking along", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { seats });
    const sit = (email: string) => book(house, eventTypeId, `${monday}T10:00:00Z`, { attendee: { ...guest, email } });
    const first = (await sit("a@example.com")).body.data;
    const second = (await sit("b@example.com")).body.data;
    expect((await move(first.uid, `${monday}T12:00:00Z`)).status).toBe(400);
    const moved = (await move(first.uid, `${monday}T12:00:00Z`, { seatUid: first.seatUid })).body.data;
    expect(moved).toMatchObject({ seatUid: first.seatUid, attendees: [{ email: "a@example.com" }] });
    expect((await read(first.uid)).attendees).toMatchObject([{ email: "b@example.com" }]);
    const joined = (await move(first.uid, `${monday}T12:00:00Z`, { seatUid: second.seatUid })).body.data;
    expect(joined.uid).toBe(moved.uid);
    expect(joined.attendees).toHaveLength(2);
    expect((await read(first.uid)).status).toBe("cancelled");
    expect(await kinds()).toHaveLength(4);
  });
});

describe("POST /v2/bookings/{bookingUid}/reschedule, by the host of a seated booking", () => {
  test("201 moves everybody, with their seats, and to where others sit if there is room; 409 if not", async () => {
    const host = await house.user();
    const eventTypeId = await makeEventType(house, host, { seats });
    const sit = async (email: string, time: string) =>
      (await book(house, eventTypeId, `${monday}T${time}:00Z`, { attendee: { ...guest, email } })).body.data;
    const first = await sit("a@example.com", "10:00");
    const second = await sit("b@example.com", "10:00");
    await sit("c@example.com", "11:00");
    await sit("d@example.com", "11:00");
    const moveAll = (uid: string, time: string) => move(uid, `${monday}T${time}:00Z`, {}, host);
    expect((await moveAll(first.uid, "11:00")).status).toBe(409);
    const moved = await moveAll(first.uid, "12:00");
    expect(moved.status, JSON.stringify(moved.body)).toBe(201);
    const seatUids = ({ attendees }: { attendees: { seatUid: string }[] }) => attendees.map(({ seatUid }) => seatUid);
    expect(seatUids(moved.body.data)).toEqual([first.seatUid, second.seatUid]);
    const lone = await sit("e@example.com", "14:00");
    const joined = await moveAll(lone.uid, "12:00");
    expect([joined.status, joined.body.data.uid]).toEqual([201, moved.body.data.uid]);
    expect(seatUids(await read(moved.body.data.uid))).toEqual([first.seatUid, second.seatUid, lone.seatUid]);
    expect((await read(lone.uid)).status).toBe("cancelled");
    await kinds();
  });
});

describe("POST /v2/bookings/{bookingUid}/cancel", () => {
  test("200 for whoever knows the uid; the slot is back at once", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const before = await slotStarts(house, eventTypeId, monday, monday);
    const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
    const answer = await cancel(uid, { cancellationReason: "sick" });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ status: "cancelled", cancellationReason: "sick", cancelledByEmail: "" });
    expect(await slotStarts(house, eventTypeId, monday, monday)).toEqual(before);
    expect(await kinds()).toEqual(["booking.created", "booking.cancelled"]);
  });

  test("200 with an empty body for another user's booking, whose address is kept", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { uid } = (await book(house, await makeEventType(house, ann), `${monday}T10:00:00Z`)).body.data;
    const answer = await house.post(`/v2/bookings/${uid}/cancel`, undefined, { version, as: ben });
    expect(answer.body.data.cancelledByEmail).toBe(ben.email);
    expect(await kinds()).toHaveLength(2);
  });

  test("201 in the oldest dialect, which is what a request without a version gets", async () => {
    const { uid, id } = (await book(house, await makeEventType(house, await house.user()), `${monday}T10:00:00Z`)).body
      .data;
    const answer = await house.post(`/v2/bookings/${uid}/cancel`, { cancellationReason: "sick" });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toEqual({ bookingId: id, bookingUid: uid, onlyRemovedAttendee: false });
    expect(await kinds()).toHaveLength(2);
  });

  test("400 twice, for the host without a reason, after the end, and for a series that is none", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann);
    const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
    const messageOf = async (body: object = {}, as?: TestUser) => (await cancel(uid, body, as)).body.error?.message;
    expect(await messageOf({}, ann)).toBe("Cancellation reason is required when you are the host");
    expect(await messageOf({ cancelSubsequentBookings: true })).toContain("is not part of a recurring booking");
    house.at(`${monday}T11:00:00Z`);
    expect(await messageOf()).toBe("Cannot cancel a booking that has already ended");
    house.at(`${monday}T09:00:00Z`);
    await cancel(uid);
    expect(await messageOf()).toContain("because it has been cancelled already");
    expect((await cancel("nope")).status).toBe(404);
    expect(await kinds()).toEqual(["booking.created", "booking.cancelled"]);
  });

  test("400 for the attendee where the event type forbids it, 200 for the host", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, { disableCancelling: { disabled: true } });
    const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
    expect((await cancel(uid)).body.error.message).toBe("This event type does not allow cancellations");
    expect((await cancel(uid, { cancellationReason: "ill" }, ann)).status).toBe(200);
    expect(await kinds()).toHaveLength(2);
  });

  test("200 gives one seat back; 400 for a wrong seat; 401 for the whole without being host", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { seats });
    const sit = (email: string) => book(house, eventTypeId, `${monday}T10:00:00Z`, { attendee: { ...guest, email } });
    const first = (await sit("a@example.com")).body.data;
    const second = (await sit("b@example.com")).body.data;
    expect((await cancel(first.uid)).status).toBe(401);
    expect((await cancel(first.uid, { seatUid: "00000000-0000-4000-8000-000000000000" })).status).toBe(400);
    const one = await cancel(first.uid, { seatUid: first.seatUid });
    expect(one.body.data).toMatchObject({ status: "accepted", attendees: [{ email: "b@example.com" }] });
    const last = await cancel(first.uid, { seatUid: second.seatUid });
    expect(last.body.data).toMatchObject({ status: "cancelled", attendees: [] });
    expect(await kinds()).toEqual(["booking.created", "booking.created", "booking.cancelled", "booking.cancelled"]);
  });

  test("one of eight cancels at once wins", async () => {
    const { uid } = (await book(house, await makeEventType(house, await house.user()), `${monday}T10:00:00Z`)).body
      .data;
    const statuses = (await Promise.all(Array.from({ length: 8 }, () => cancel(uid)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 400, 400, 400, 400, 400, 400, 400]);
    expect(await kinds()).toHaveLength(2);
  });
});

describe("POST /v2/bookings/{bookingUid}/confirm", () => {
  decides("confirm");
  test("401 for another user's booking, which stays pending", () => leavesStrangersOut("confirm"));
});

describe("POST /v2/bookings/{bookingUid}/decline", () => {
  decides("decline");
  test("401 for another user's booking, which stays pending", () => leavesStrangersOut("decline"));
});

const confirmationPolicy = { type: "always", blockUnconfirmedBookingsInBooker: false };
const decide = (action: string, uid: string, as?: TestUser) =>
  house.post(`/v2/bookings/${uid}/${action}`, {}, { version, as });

function decides(action: "confirm" | "decline"): void {
  test("200 for the host, once", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, { confirmationPolicy });
    const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
    const answer = await decide(action, uid, ann);
    expect([answer.status, answer.body.data.status]).toEqual([200, action === "confirm" ? "accepted" : "rejected"]);
    expect((await decide(action, uid, ann)).status).toBe(400);
    const decision = action === "confirm" ? "booking.confirmed" : "booking.rejected";
    expect(await kinds()).toEqual(["booking.requested", decision]);
  });

  test("401 without a key, 404 for an unknown one", async () => {
    const ann = await house.user();
    expect((await decide(action, "nope")).status).toBe(401);
    expect((await decide(action, "nope", ann)).status).toBe(404);
  });
}

async function leavesStrangersOut(action: "confirm" | "decline"): Promise<void> {
  const [ann, ben] = [await house.user(), await house.user()];
  const eventTypeId = await makeEventType(house, ann, { confirmationPolicy });
  const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
  expect((await decide(action, uid, ben)).status).toBe(401);
  expect((await read(uid)).status).toBe("pending");
  expect(await kinds()).toHaveLength(1);
}

describe("two requests for one slot", () => {
  test("200 for the first that is confirmed, 400 for the second", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, { confirmationPolicy });
    const request = async (email: string) =>
      (await book(house, eventTypeId, `${monday}T10:00:00Z`, { attendee: { ...guest, email } })).body.data.uid;
    const [first, second] = [await request("a@example.com"), await request("b@example.com")];
    const confirm = (uid: string) => house.post(`/v2/bookings/${uid}/confirm`, {}, { version, as: ann });
    expect((await confirm(first)).status).toBe(200);
    expect((await confirm(second)).status).toBe(400);
    expect((await read(second)).status).toBe("pending");
    expect(await kinds()).toEqual(["booking.requested", "booking.requested", "booking.confirmed"]);
  });
});
