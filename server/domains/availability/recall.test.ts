import { describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { type House, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const week = { start: "2026-11-30", end: "2026-12-04" };
const tuesday = "2026-12-01T10:00:00.000Z";

interface Scene {
  house: House;
  host: TestUser;
  other: TestUser;
  eventTypeId: number;
  otherTypeId: number;
  scheduleId: number;
}

const patchEventType = ({ house, host, eventTypeId }: Scene, body: object) =>
  house.patch(`/v2/event-types/${eventTypeId}`, body, { as: host, version: newest.eventTypes });

const patchSchedule = ({ house, host, scheduleId }: Scene, body: object) =>
  house.patch(`/v2/schedules/${scheduleId}`, body, { as: host, version: newest.schedules });

const bookAs = ({ house, eventTypeId }: Scene, fields: object = {}) => book(house, eventTypeId, tuesday, fields);

async function uidOf(booking: ReturnType<typeof book>): Promise<string> {
  const { status, body } = await booking;
  expect(status, JSON.stringify(body)).toBe(201);
  return body.data.uid;
}

const actOn = (house: House, uid: string, action: string, body: object, as?: TestUser) =>
  house.post(`/v2/bookings/${uid}/${action}`, body, { version: newest.bookings, as });

const ooo = { start: "2026-12-01T00:00:00.000Z", end: "2026-12-01T23:59:59.999Z" };

const hold = ({ house, eventTypeId }: Scene) =>
  house.post("/v2/slots/reservations", { eventTypeId, slotStart: tuesday }, { version: newest.slots });

type Change = (scene: Scene) => Promise<{ status: number; body: unknown }>;

/** What is there before, and what changes the slots then. */
const changes: Record<string, [before: ((scene: Scene) => Promise<unknown>) | null, change: Change]> = {
  "the hours of the schedule": [
    null,
    (scene) => patchSchedule(scene, { availability: [{ days: ["Tuesday"], startTime: "10:00", endTime: "12:00" }] }),
  ],
  "the schedule's zone": [null, (scene) => patchSchedule(scene, { timeZone: "Asia/Tokyo" })],
  "an override": [
    null,
    (scene) => patchSchedule(scene, { overrides: [{ date: "2026-12-01", startTime: "11:00", endTime: "12:00" }] }),
  ],
  "another default schedule": [
    null,
    ({ house, host }) =>
      house.post(
        "/v2/schedules",
        {
          name: "Nights",
          timeZone: "UTC",
          isDefault: true,
          availability: [{ days: ["Monday"], startTime: "20:00", endTime: "22:00" }],
        },
        { as: host, version: newest.schedules },
      ),
  ],
  "out of office": [null, ({ house, host }) => house.post("/v2/me/ooo", ooo, { as: host })],
  "the end of an absence": [
    ({ house, host }) => house.post("/v2/me/ooo", ooo, { as: host }),
    async ({ house, host }) => {
      const [{ id }] = (await house.get("/v2/me/ooo", { as: host })).body.data;
      return house.delete(`/v2/me/ooo/${id}`, { as: host });
    },
  ],
  "the event type's length": [null, (scene) => patchEventType(scene, { lengthInMinutes: 60 })],
  "a limit": [bookAs, (scene) => patchEventType(scene, { bookingLimitsCount: { day: 1 } })],
  "a booking": [null, bookAs],
  "a seat": [
    (scene) =>
      patchEventType(scene, { seats: { seatsPerTimeSlot: 2, showAttendeeInfo: true, showAvailabilityCount: true } }),
    bookAs,
  ],
  "a booking of another event type": [
    null,
    async (scene) => book(scene.house, await makeEventType(scene.house, scene.host), tuesday),
  ],
  "a booking of somebody else that the host attends": [
    null,
    ({ house, host, otherTypeId }) =>
      book(house, otherTypeId, tuesday, { attendee: { ...guest, email: host.email.toUpperCase() } }),
  ],
  "the host as one more attendee of somebody else's": [
    ({ house, otherTypeId }) => book(house, otherTypeId, tuesday),
    async ({ house, host, other }) => {
      const bookings = await house.get("/v2/bookings", { as: other, version: newest.bookings });
      const body = { name: "Host", email: host.email, timeZone: "UTC" };
      return house.post(`/v2/bookings/${bookings.body.data[0].uid}/attendees`, body, {
        as: other,
        version: newest.bookings,
      });
    },
  ],
};

describe("GET /v2/slots", () => {
  test.each(Object.entries(changes))("200 from memory knows of %s at once", async (_, [before, change]) => {
    const scene = await newScene();
    await before?.(scene);
    const old = await remembered(scene);
    expect(await remembered(scene)).toEqual(old);
    const answer = await change(scene);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    const now = await remembered(scene);
    expect(now).not.toEqual(old);
    expect(now).toEqual(await fresh(scene));
    await house.events();
  });

  test("200 from memory follows a booking that is moved, cancelled, asked for, declined and confirmed", async () => {
    const scene = await newScene();
    const { host } = scene;
    const uid = await uidOf(bookAs(scene));
    expect(await remembered(scene)).toEqual(await fresh(scene));
    const moved = await uidOf(actOn(house, uid, "reschedule", { start: "2026-12-02T11:00:00.000Z" }, host));
    expect(await remembered(scene)).toEqual(await fresh(scene));
    await actOn(house, moved, "cancel", { cancellationReason: "no" }, host);
    expect(await remembered(scene)).toEqual(await fresh(scene));
    await patchEventType(scene, { confirmationPolicy: { type: "always", blockUnconfirmedBookingsInBooker: true } });
    const free = await remembered(scene);
    const asked = await uidOf(bookAs(scene));
    expect(await remembered(scene)).not.toEqual(free);
    await actOn(house, asked, "decline", {}, host);
    expect(await remembered(scene)).toEqual(free);
    await actOn(house, await uidOf(bookAs(scene)), "confirm", {}, host);
    expect(await remembered(scene)).toEqual(await fresh(scene));
    await house.events();
  });

  test("200 from memory frees the time of a booking that the host attends when its own host cancels it", async () => {
    const scene = await newScene();
    const free = await remembered(scene);
    const attendee = { ...guest, email: scene.host.email };
    const uid = await uidOf(book(house, scene.otherTypeId, tuesday, { attendee }));
    expect(await remembered(scene)).not.toEqual(free);
    await actOn(house, uid, "cancel", { cancellationReason: "no" }, scene.other);
    expect(await remembered(scene)).toEqual(free);
    await house.events();
  });

  test("200 from memory knows of a hold, of its end, and that it ends by itself", async () => {
    const scene = await newScene();
    const free = await remembered(scene);
    const held = await hold(scene);
    expect(await remembered(scene)).not.toEqual(free);
    await house.delete(
      `/v2/slots/reservations/${(held.body as { data: { reservationUid: string } }).data.reservationUid}`,
      {
        version: newest.slots,
      },
    );
    expect(await remembered(scene)).toEqual(free);
    await hold(scene);
    expect(await remembered(scene)).not.toEqual(free);
    house.now += 10 * 60_000;
    expect(await remembered(scene)).toEqual(free);
  });

  test("404 once the event type that is remembered is gone, or has another name", async () => {
    const scene = await newScene();
    await remembered(scene);
    await patchEventType(scene, { slug: "renamed" });
    await house.delete(`/v2/event-types/${scene.eventTypeId}`, { as: scene.host, version: newest.eventTypes });
    expect((await slots(scene)).status).toBe(404);
  });

  test("200 in one statement, in two after a change", async () => {
    const scene = await newScene();
    await remembered(scene);
    expect(await house.countStatements(() => remembered(scene))).toBe(1);
    await bookAs(scene);
    expect(await house.countStatements(() => remembered(scene))).toBe(2);
    await house.events();
  });
});

async function newScene(): Promise<Scene> {
  const [host, other] = [await house.user(), await house.user()];
  const eventTypeId = await makeEventType(house, host);
  const schedules = await house.get("/v2/schedules", { as: host, version: newest.schedules });
  const scheduleId = schedules.body.data[0].id;
  return { house, host, other, eventTypeId, otherTypeId: await makeEventType(house, other), scheduleId };
}

const slots = ({ eventTypeId }: Scene) =>
  house.get(`/v2/slots?eventTypeId=${eventTypeId}&start=${week.start}&end=${week.end}`, { version: newest.slots });

async function remembered(scene: Scene): Promise<unknown> {
  const answer = await slots(scene);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.data;
}

/** Many queries at once never use the memory. */
async function fresh({ eventTypeId }: Scene): Promise<unknown> {
  const answer = await house.post("/v2/slots/bulk", { queries: [{ eventTypeId, ...week }] }, { version: newest.slots });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.data[0].data;
}
