import { describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const start = "2026-11-30T10:00:00Z";
const version = newest.bookings;
const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: false, showAvailabilityCount: true };
const kinds = async () => (await house.events()).map(({ kind }) => kind);

describe("GET /v2/bookings/by-seat/{seatUid}", () => {
  test("200 is the booking of the seat, without a key; only the host sees who sits there", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, { seats });
    const { uid, seatUid } = (await book(house, eventTypeId, start)).body.data;
    const path = `/v2/bookings/by-seat/${seatUid}`;
    const anonymous = await house.get(path);
    expect(anonymous.status).toBe(200);
    expect(anonymous.body.data).toMatchObject({ uid, attendees: [] });
    const asHost = await house.get(path, { version, as: ann });
    expect(asHost.body.data.attendees).toMatchObject([{ email: guest.email, seatUid }]);
    expect(await house.countStatements(() => house.get(path))).toBe(1);
    expect(await kinds()).toEqual(["booking.created"]);
  });

  test("200 for another user's seat too, and no more than anybody sees: the seatUid is the permission", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { seats });
    const { uid, seatUid } = (await book(house, eventTypeId, start)).body.data;
    const { body } = await house.get(`/v2/bookings/by-seat/${seatUid}`, { version, as: await house.user() });
    expect(body.data).toMatchObject({ uid, attendees: [] });
    expect(await kinds()).toHaveLength(1);
  });

  test("200 of a cancelled one shows nobody, from 2026-02-25 on those who sat there", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, { seats: { ...seats, showAttendeeInfo: true } });
    const { uid, seatUid } = (await book(house, eventTypeId, start)).body.data;
    const cancelled = await house.post(`/v2/bookings/${uid}/cancel`, { cancellationReason: "x" }, { version, as: ann });
    expect(cancelled.body.data).toMatchObject({ status: "cancelled", attendees: [] });
    const seen = async (asked: string) => {
      const bySeat = (await house.get(`/v2/bookings/by-seat/${seatUid}`, { version: asked })).body.data;
      const byUid = (await house.get(`/v2/bookings/${uid}`, { version: asked })).body.data;
      const [listed] = (await house.get("/v2/bookings", { version: asked, as: ann })).body.data;
      return [bySeat, byUid, listed].map(({ attendees }) => attendees.length);
    };
    expect(await seen(version)).toEqual([0, 0, 0]);
    expect(await seen("2026-02-25")).toEqual([1, 1, 1]);
    expect(await kinds()).toEqual(["booking.created", "booking.cancelled"]);
  });

  test("404 for an unknown seat, for what can be no seat, and for one that was given back", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { seats });
    const { uid, seatUid } = (await book(house, eventTypeId, start)).body.data;
    await book(house, eventTypeId, start, { attendee: { ...guest, email: "b@example.com" } });
    await house.post(`/v2/bookings/${uid}/cancel`, { seatUid }, { version });
    for (const seat of [seatUid, "0a0a0a0a-0000-4000-8000-000000000000", "nope", uid]) {
      expect((await house.get(`/v2/bookings/by-seat/${seat}`, { version })).status).toBe(404);
    }
    expect(await kinds()).toHaveLength(3);
  });
});
