import { describe, expect, test } from "vitest";
import { type RequestOptions, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const newest = { version: "2024-09-04" };

async function eventType(as: TestUser, fields: Record<string, unknown> = {}): Promise<number> {
  const body = { title: "Meeting", slug: "meeting", lengthInMinutes: 60, minimumBookingNotice: 0, ...fields };
  const answer = await house.post("/v2/event-types", body, { as, version: "2024-06-14" });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.data.id;
}

async function book(eventTypeId: number, start: string, name = "Cy") {
  const attendee = { name, email: `${name}@example.com`, timeZone: "UTC" };
  const answer = await house.post("/v2/bookings", { eventTypeId, start, attendee }, { version: "2024-08-13" });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  await house.events();
  return answer.body.data;
}

const reserve = (body: Record<string, unknown>, options: RequestOptions = {}) =>
  house.post("/v2/slots/reservations", body, { ...newest, ...options });

const nine = "2026-11-30T09:00:00Z";
const ten = "2026-11-30T10:00:00Z";

const taken = "This time slot is already reserved by another user. Please choose a different time.";
const booked = "Can't reserve a slot if the event is already booked.";

/** The hours of the Monday that are offered. */
async function offered(eventTypeId: number, options: RequestOptions = {}): Promise<string[]> {
  const query = `eventTypeId=${eventTypeId}&startTime=2026-11-30&endTime=2026-12-01`;
  const { data } = (await house.get(`/v2/slots/available?${query}`, options)).body;
  return (data.slots["2026-11-30"] ?? []).map(({ time }: { time: string }) => time.slice(11, 16));
}

describe("POST /v2/slots/reservations", () => {
  test("201 holds a slot for five minutes and hides it from every event type of the host", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const other = await eventType(ann, { slug: "other" });
    const answer = await reserve({ eventTypeId, slotStart: nine });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toEqual({
      eventTypeId,
      slotStart: "2026-11-30T09:00:00.000Z",
      slotEnd: "2026-11-30T10:00:00.000Z",
      slotDuration: 60,
      reservationUid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      reservationDuration: 5,
      reservationUntil: "2026-11-23T06:05:00.000Z",
    });
    for (const id of [eventTypeId, other]) expect((await offered(id))[0]).toBe("10:00");
    house.at("2026-11-23T06:05:00Z");
    expect((await offered(eventTypeId))[0]).toBe("09:00");
  });

  test("201 for longer when the owner asks, and for a time outside of working hours", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const body = { eventTypeId, slotStart: "2026-11-29T05:00:00+02:00", reservationDuration: 20, slotDuration: null };
    const answer = await reserve(body, { as: ann });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      slotStart: "2026-11-29T03:00:00.000Z",
      reservationDuration: 20,
      reservationUntil: "2026-11-23T06:20:00.000Z",
    });
  });

  test("201 for one of the lengths of the event type", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann, { lengthInMinutesOptions: [15, 60] });
    const answer = await reserve({ eventTypeId, slotStart: nine, slotDuration: 15 });
    expect(answer.body.data).toMatchObject({ slotEnd: "2026-11-30T09:15:00.000Z", slotDuration: 15 });
  });

  test("201 for the neighbours of a hold, 422 for what overlaps it", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const statuses: number[] = [];
    for (const slotStart of [ten, nine, "2026-11-30T11:00:00Z", "2026-11-30T10:30:00Z"]) {
      const answer = await reserve({ eventTypeId, slotStart });
      statuses.push(answer.status);
      if (answer.status === 422) expect(answer.body.error.message).toBe(taken);
    }
    expect(statuses).toEqual([201, 201, 201, 422]);
  });

  test("201 once of eight callers at once, 422 for the others", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const answers = await Promise.all(Array.from({ length: 8 }, () => reserve({ eventTypeId, slotStart: nine })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422, 422, 422, 422]);
  });

  test("422 where this event type is booked, 201 where it was cancelled or another one is booked", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const other = await eventType(ann, { slug: "other" });
    const { uid } = await book(eventTypeId, nine);
    const refused = await reserve({ eventTypeId, slotStart: nine });
    expect(refused.status).toBe(422);
    expect(refused.body.error.message).toBe(booked);
    expect((await reserve({ eventTypeId: other, slotStart: nine })).status).toBe(201);
    const cancelled = await house.post(`/v2/bookings/${uid}/cancel`, {}, { version: "2024-08-13" });
    expect(cancelled.status, JSON.stringify(cancelled.body)).toBe(200);
    await house.events();
    expect((await reserve({ eventTypeId, slotStart: nine })).status).toBe(201);
  });

  test("201 for each free seat, 422 for one more", async () => {
    const ann = await house.user();
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: false, showAvailabilityCount: true };
    const eventTypeId = await eventType(ann, { seats });
    await book(eventTypeId, nine);
    const statuses: number[] = [];
    for (let seat = 0; seat < 3; seat++) statuses.push((await reserve({ eventTypeId, slotStart: nine })).status);
    expect(statuses).toEqual([201, 201, 422]);
    const query = `eventTypeId=${eventTypeId}&start=2026-11-30&end=2026-11-30&limit=1`;
    const { data } = (await house.get(`/v2/slots?${query}`, newest)).body;
    expect(data["2026-11-30"][0]).toMatchObject({ seatsBooked: 3, seatsRemaining: 0 });
  });

  test("201 without a version header for the other body too, and the answer speaks both", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const body = { eventTypeId, slotUtcStartDate: nine, slotUtcEndDate: ten };
    const answer = await house.post("/v2/slots/reservations", body);
    expect(answer.status).toBe(201);
    const { reservationUid, ...data } = answer.body.data;
    expect(data).toEqual({
      eventTypeId,
      slotStart: "2026-11-30T09:00:00.000Z",
      slotEnd: "2026-11-30T10:00:00.000Z",
      slotDuration: 60,
      reservationDuration: 5,
      reservationUntil: "2026-11-23T06:05:00.000Z",
      uid: reservationUid,
      slotUtcStartDate: "2026-11-30T09:00:00.000Z",
      slotUtcEndDate: "2026-11-30T10:00:00.000Z",
      expiresAt: "2026-11-23T06:05:00.000Z",
    });
  });

  test("401 for a duration without a credential, 403 from another user", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const eventTypeId = await eventType(ann);
    const body = { eventTypeId, slotStart: nine, reservationDuration: 20 };
    expect((await reserve(body)).status).toBe(401);
    expect((await reserve(body, { as: ben })).status).toBe(403);
    expect(await offered(eventTypeId)).toContain("09:00");
  });

  test("404 for an unknown event type", async () => {
    const answer = await reserve({ eventTypeId: 999_999, slotStart: nine });
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe("Event Type with ID=999999 not found");
  });

  test("400 for a length that the event type does not have", async () => {
    const ann = await house.user();
    const fixed = await eventType(ann);
    const variable = await eventType(ann, { slug: "variable", lengthInMinutesOptions: [15, 30, 60] });
    const refused = await reserve({ eventTypeId: fixed, slotStart: nine, slotDuration: 60 });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain("this event type is not a variable length event type");
    const other = await reserve({ eventTypeId: variable, slotStart: nine, slotDuration: 50 });
    expect(other.body.error.message).toContain("are: 15, 30, 60");
    const odd = await house.post("/v2/slots/reservations", {
      eventTypeId: fixed,
      slotUtcStartDate: nine,
      slotUtcEndDate: "2026-11-30T09:10:00Z",
    });
    expect(odd.status).toBe(400);
  });

  test.each([
    [{ eventTypeId: "x", slotStart: "soon" }, ["eventTypeId", "slotStart"]],
    [{ eventTypeId: 1 }, ["slotStart"]],
    [
      { eventTypeId: 1, slotStart: nine, slotDuration: 0, reservationDuration: 1.5 },
      ["slotDuration", "reservationDuration"],
    ],
  ])("400 for %j names the properties", async (body, properties) => {
    for (const version of ["2024-09-04", undefined]) {
      const answer = await reserve(body, { version });
      expect(answer.status).toBe(400);
      const found = answer.body.error.details.errors.map(({ property }: { property: string }) => property);
      expect(found).toEqual(properties);
    }
  });
});

describe("GET /v2/slots/reservations/{uid}", () => {
  test("200 shows the hold to another caller as well: who knows the uid may look, in one statement", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const eventTypeId = await eventType(ann);
    const { reservationDuration: _, ...hold } = (await reserve({ eventTypeId, slotStart: nine }, { as: ann })).body
      .data;
    const path = `/v2/slots/reservations/${hold.reservationUid}`;
    const answer = await house.get(path, { as: ben });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual(hold);
    expect(await house.countStatements(() => house.get(path))).toBe(1);
  });

  test.each(["nope", "53b0da5e-02f8-4e1b-82dc-daf535356549"])("200 with null for the unknown uid %s", async (uid) => {
    expect((await house.get(`/v2/slots/reservations/${uid}`, newest)).body).toEqual({ status: "success", data: null });
  });
});

describe("PATCH /v2/slots/reservations/{uid}", () => {
  test("200 moves a hold, also within its own time, for another caller who knows the uid", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const hold = (await reserve({ eventTypeId, slotStart: nine }, { as: ann })).body.data;
    house.at("2026-11-23T06:01:00Z");
    const path = `/v2/slots/reservations/${hold.reservationUid}`;
    const answer = await house.patch(path, { eventTypeId, slotStart: "2026-11-30T09:30:00Z" }, newest);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({
      ...hold,
      slotStart: "2026-11-30T09:30:00.000Z",
      slotEnd: "2026-11-30T10:30:00.000Z",
      reservationUntil: "2026-11-23T06:06:00.000Z",
    });
    expect(await offered(eventTypeId)).not.toContain("10:00");
  });

  test("422 for a time that somebody else holds, and the hold stays where it was", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const hold = (await reserve({ eventTypeId, slotStart: nine })).body.data;
    await reserve({ eventTypeId, slotStart: ten });
    const path = `/v2/slots/reservations/${hold.reservationUid}`;
    expect((await house.patch(path, { eventTypeId, slotStart: ten }, newest)).status).toBe(422);
    expect((await house.get(path)).body.data.slotStart).toBe("2026-11-30T09:00:00.000Z");
  });

  test("401 and 403 for a duration as when reserving", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const eventTypeId = await eventType(ann);
    const { reservationUid } = (await reserve({ eventTypeId, slotStart: nine })).body.data;
    const path = `/v2/slots/reservations/${reservationUid}`;
    const body = { eventTypeId, slotStart: nine, reservationDuration: 30 };
    expect((await house.patch(path, body, newest)).status).toBe(401);
    expect((await house.patch(path, body, { ...newest, as: ben })).status).toBe(403);
    expect((await house.patch(path, body, { ...newest, as: ann })).status).toBe(200);
  });

  test.each(["nope", "53b0da5e-02f8-4e1b-82dc-daf535356549"])("404 for the unknown uid %s", async (uid) => {
    const answer = await house.patch(`/v2/slots/reservations/${uid}`, { eventTypeId: 1, slotStart: nine }, newest);
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe(`Slot with uid=${uid} not found`);
  });
});

describe("DELETE /v2/slots/reservations/{uid}", () => {
  test("200 gives the time back, for another caller who knows the uid, and 200 again", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const { reservationUid } = (await reserve({ eventTypeId, slotStart: nine }, { as: ann })).body.data;
    for (const uid of [reservationUid, reservationUid, "nope"]) {
      const answer = await house.delete(`/v2/slots/reservations/${uid}`, newest);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ status: "success" });
    }
    expect(await offered(eventTypeId)).toContain("09:00");
  });
});

describe("POST /v2/slots/reserve", () => {
  const select = (body: Record<string, unknown>, options: RequestOptions = {}) =>
    house.post("/v2/slots/reserve", { slotUtcStartDate: nine, slotUtcEndDate: ten, ...body }, options);

  test("201 answers a uid and sets it as a cookie, which keeps the slot visible to its caller", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const answer = await select({ eventTypeId });
    expect(answer.status).toBe(201);
    const uid = answer.body.data;
    expect(uid).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers["set-cookie"]).toBe(`uid=${uid}; Path=/`);
    expect(await offered(eventTypeId)).not.toContain("09:00");
    expect(await offered(eventTypeId, { headers: { cookie: `a=b; uid=${uid}` } })).toContain("09:00");
  });

  test("201 without looking whether it is free; one uid may hold several", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const uid = (await select({ eventTypeId })).body.data;
    const headers = { cookie: `uid=${uid}` };
    const second = { eventTypeId, slotUtcStartDate: ten, slotUtcEndDate: "2026-11-30T11:00:00Z" };
    expect((await select(second, { headers })).body.data).toBe(uid);
    expect((await select({ eventTypeId }, { headers })).status).toBe(201);
    expect((await select({ eventTypeId })).body.data).not.toBe(uid);
    expect((await offered(eventTypeId))[0]).toBe("11:00");
    await house.delete("/v2/slots/selected-slot", { headers });
    expect((await offered(eventTypeId))[0]).toBe("10:00");
  });

  test("201 stores nothing for a dry run, a strange cookie, or a seat in no booking", async () => {
    const ann = await house.user();
    const seats = { seatsPerTimeSlot: 2, showAttendeeInfo: false, showAvailabilityCount: true };
    const seated = await eventType(ann, { slug: "seated", seats });
    const eventTypeId = await eventType(ann);
    const { uid } = await book(seated, "2026-11-30T14:00:00Z");
    expect((await select({ eventTypeId, _isDryRun: true })).status).toBe(201);
    expect((await select({ eventTypeId: seated })).status).toBe(201);
    expect((await offered(eventTypeId))[0]).toBe("09:00");
    const holds = () => house.store.db.selectFrom("holds").select(["is_seat"]).execute();
    expect(await holds()).toEqual([]);
    expect((await select({ eventTypeId: seated, bookingUid: uid }, { headers: { cookie: "uid=odd" } })).status).toBe(
      201,
    );
    expect(await holds()).toEqual([{ is_seat: true }]);
  });

  test("404 for an unknown event type, 400 for a wrong body", async () => {
    expect((await select({ eventTypeId: 999 })).status).toBe(404);
    expect((await select({ eventTypeId: 1, slotUtcEndDate: "soon" })).status).toBe(400);
    expect((await select({ eventTypeId: 1, slotUtcEndDate: nine })).status).toBe(400);
  });
});

describe("DELETE /v2/slots/selected-slot", () => {
  test("200 gives back what the uid holds; the cookie's uid wins", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const body = { eventTypeId, slotUtcStartDate: nine, slotUtcEndDate: ten };
    const uid = (await house.post("/v2/slots/reserve", body)).body.data;
    const cookie = "uid=53b0da5e-02f8-4e1b-82dc-daf535356549";
    const other = await house.delete(`/v2/slots/selected-slot?uid=${uid}`, { headers: { cookie } });
    expect(other.body).toEqual({ status: "success" });
    expect(await offered(eventTypeId)).not.toContain("09:00");
    expect((await house.delete(`/v2/slots/selected-slot?uid=${uid}`)).status).toBe(200);
    expect(await offered(eventTypeId)).toContain("09:00");
  });
});
