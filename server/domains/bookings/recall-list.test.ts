import { describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { type House, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = newest.bookings;
const tuesday = "2026-12-01T10:00:00.000Z";

interface Scene {
  house: House;
  host: TestUser;
  /** Attends the host's booking. */
  other: TestUser;
  eventTypeId: number;
  uid: string;
}

const act = ({ house, host, uid }: Scene, action: string, body: object) =>
  house.post(`/v2/bookings/${uid}/${action}`, body, { version, as: host });

const patchEventType = ({ house, host, eventTypeId }: Scene, body: object) =>
  house.patch(`/v2/event-types/${eventTypeId}`, body, { as: host, version: newest.eventTypes });

type Change = (scene: Scene) => Promise<{ status: number; body: unknown }>;

/** What changes the lists of both. */
const changes: Record<string, Change> = {
  "a cancellation": (scene) => act(scene, "cancel", { cancellationReason: "ill" }),
  "a move": (scene) => act(scene, "reschedule", { start: "2026-12-02T10:00:00.000Z" }),
  "an absent attendee": (scene) => {
    house.at(tuesday);
    return act(scene, "mark-absent", { attendees: [{ email: scene.other.email, absent: true }] });
  },
  "one more attendee": (scene) => act(scene, "attendees", { ...guest, email: "late@example.com" }),
  "one more guest": (scene) => act(scene, "guests", { guests: [{ email: "guest@example.com" }] }),
  "another place": (scene) =>
    scene.house.patch(
      `/v2/bookings/${scene.uid}/location`,
      { location: { type: "address", address: "2 Side Street" } },
      { version, as: scene.host },
    ),
  "another slug of the event type": (scene) => patchEventType(scene, { slug: "renamed" }),
  "an event type that has seats from now on": async (scene) => {
    const answer = await patchEventType(scene, {
      title: "Seats",
      seats: { seatsPerTimeSlot: 2, showAttendeeInfo: true, showAvailabilityCount: true },
      slug: "seats",
    });
    const { body } = await scene.house.get(`/v2/bookings/${scene.uid}`, { version, as: scene.host });
    expect(body.data).toMatchObject({ bookingFieldsResponses: { email: scene.other.email } });
    return answer;
  },
  "the end of the event type": ({ house, host, eventTypeId }) =>
    house.delete(`/v2/event-types/${eventTypeId}`, { as: host, version: newest.eventTypes }),
  "another name of the host": ({ house, host }) => house.patch("/v2/me", { name: "Anna Nym" }, { as: host }),
  "another zone of the host": ({ house, host }) => house.patch("/v2/me", { timeZone: "Asia/Tokyo" }, { as: host }),
};

describe("GET /v2/bookings", () => {
  test.each(Object.entries(changes))("200 from memory shows %s at once, to host and attendee", async (_, change) => {
    const scene = await newScene();
    const old = await remembered(scene);
    expect(await remembered(scene)).toEqual(old);
    const answer = await change(scene);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    const now = await remembered(scene);
    expect(now.host).not.toEqual(old.host);
    expect(now.other).not.toEqual(old.other);
    expect(now).toEqual(await fresh(scene));
    await house.events();
  });

  test("200 from memory shows a seat more and a seat less", async () => {
    const scene = await newScene();
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true };
    const seated = { ...scene, eventTypeId: await makeEventType(house, scene.host, { seats }) };
    const start = "2026-12-03T10:00:00.000Z";
    for (const email of [scene.other.email, "second@example.com"]) {
      const old = await remembered(seated);
      const { body } = await book(house, seated.eventTypeId, start, { attendee: { ...guest, email } });
      seated.uid = body.data.uid;
      expect(await remembered(seated)).not.toEqual(old);
      expect(await remembered(seated)).toEqual(await fresh(seated));
    }
    const { body } = await house.get(`/v2/bookings/${seated.uid}`, { version, as: scene.host });
    await house.post(
      `/v2/bookings/${seated.uid}/cancel`,
      { seatUid: body.data.attendees[1].seatUid },
      { version, as: scene.host },
    );
    expect(await remembered(seated)).toEqual(await fresh(seated));
    await house.events();
  });

  test("200 from memory follows the clock", async () => {
    const { host } = await newScene();
    expect(await uids(host, "?status=upcoming")).toHaveLength(1);
    expect(await uids(host, "?status=past")).toHaveLength(0);
    house.at("2026-12-01T10:30:00.000Z");
    expect(await uids(host, "?status=past")).toHaveLength(1);
    house.at("2026-12-01T10:30:00.001Z");
    expect(await uids(host, "?status=upcoming")).toHaveLength(0);
    await house.events();
  });

  test("200 in the statement of the key alone, in two after a change", async () => {
    const scene = await newScene();
    const list = () => house.get("/v2/bookings?status=upcoming&take=100", { version, as: scene.other });
    await list();
    expect(await house.countStatements(list)).toBe(1);
    await act(scene, "cancel", { cancellationReason: "ill" });
    expect(await house.countStatements(list)).toBe(2);
    expect(await house.countStatements(list)).toBe(1);
    await house.events();
  });

  test("400 for an event type that is gone since it was asked for", async () => {
    const scene = await newScene();
    const eventTypeId = await makeEventType(house, scene.host);
    const list = () => house.get(`/v2/bookings?eventTypeId=${eventTypeId}`, { version, as: scene.other });
    expect((await list()).status).toBe(200);
    await house.delete(`/v2/event-types/${eventTypeId}`, { as: scene.host, version: newest.eventTypes });
    expect((await list()).status).toBe(400);
    await house.events();
  });
});

async function newScene(): Promise<Scene> {
  const [host, other] = [await house.user(), await house.user()];
  const eventTypeId = await makeEventType(house, host);
  const { body } = await book(house, eventTypeId, tuesday, { attendee: { ...guest, email: other.email } });
  return { house, host, other, eventTypeId, uid: body.data.uid };
}

async function uids(as: TestUser, query: string): Promise<string[]> {
  const { body } = await house.get(`/v2/bookings${query}`, { version, as });
  return body.data.map(({ uid }: { uid: string }) => uid);
}

const listsOf = async ({ host, other }: Scene, query: string) => {
  const [ofHost, ofOther] = await Promise.all(
    [host, other].map((as) => house.get(`/v2/bookings${query}`, { version, as })),
  );
  return { host: ofHost?.body.data, other: ofOther?.body.data };
};

const remembered = (scene: Scene) => listsOf(scene, "?take=100");

let asked = 100;

/** A question that was never asked before has no memory. */
const fresh = (scene: Scene) => listsOf(scene, `?take=${++asked}`);
