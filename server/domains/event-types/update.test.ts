import { describe, expect, test } from "vitest";
import { type Answer, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = "2024-06-14";
const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true };
const recurrence = { interval: 1, occurrences: 2, frequency: "weekly" };
const always = { type: "always", blockUnconfirmedBookingsInBooker: false };

async function eventType(as: TestUser, slug: string, fields: object = {}): Promise<Answer["body"]> {
  const body = { title: slug, slug, lengthInMinutes: 30, ...fields };
  const answer = await house.post("/v2/event-types", body, { as, version });
  expect(answer.status).toBe(201);
  return answer.body.data;
}

const change = (as: TestUser, id: number, body: object): Promise<Answer> =>
  house.patch(`/v2/event-types/${id}`, body, { as, version });

const ownSchedule = async (user: TestUser): Promise<number> =>
  (await house.get("/v2/me", { as: user })).body.data.defaultScheduleId;

describe("PATCH /v2/event-types/{eventTypeId}", () => {
  test("200 changes the given fields only, in five statements", async () => {
    const ann = await house.user();
    const before = await eventType(ann, "intro", {
      lengthInMinutesOptions: [15, 30],
      bookerLayouts: { defaultLayout: "week", enabledLayouts: ["week"] },
      confirmationPolicy: always,
      hideCalendarNotes: true,
    });
    const other = await eventType(ann, "other");
    let answer = await change(ann, before.id, {});
    expect(answer.body.data).toEqual(before);
    const statements = await house.countStatements(async () => {
      answer = await change(ann, before.id, { title: "Call", lengthInMinutes: 45, hideOrganizerEmail: true });
    });
    // Key, BEGIN, the row, UPDATE, COMMIT; a schedule costs one more.
    expect(statements).toBe(5);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({ ...before, title: "Call", lengthInMinutes: 45, hideOrganizerEmail: true });
    expect((await house.get(`/v2/event-types/${other.id}`, { as: ann, version })).body.data).toEqual(other);
  });

  test("200 sets a recurrence, keeps it, and takes it away", async () => {
    const ann = await house.user();
    const { id } = await eventType(ann, "intro");
    const set = (await change(ann, id, { recurrence })).body.data;
    expect(set.recurrence).toEqual({ disabled: false, ...recurrence });
    expect((await change(ann, id, { title: "Call" })).body.data.recurrence).toEqual(set.recurrence);
    expect((await change(ann, id, { recurrence: { disabled: true } })).body.data.recurrence).toBeNull();
  });

  test("200 replaces questions, and what is not sent again returns to its first form", async () => {
    const ann = await house.user();
    const company = { type: "text", slug: "company", label: "Company", required: true };
    const { id } = await eventType(ann, "intro", { bookingFields: [company, { slug: "notes", label: "Notes" }] });
    const size = { type: "number", slug: "size", label: "Size", required: false };
    const { bookingFields } = (await change(ann, id, { bookingFields: [size] })).body.data;
    expect(bookingFields.map((field: { slug: string }) => field.slug)).toEqual(
      "name email location size title notes guests rescheduleReason".split(" "),
    );
    expect(bookingFields[5]).not.toHaveProperty("label");
  });

  test("200 hides and shows the guests question with disableGuests", async () => {
    const ann = await house.user();
    const { id } = await eventType(ann, "intro");
    const isHidden = async (body: object): Promise<boolean> => {
      const { bookingFields } = (await change(ann, id, body)).body.data;
      return bookingFields.find((field: { slug: string }) => field.slug === "guests").hidden;
    };
    expect(await isHidden({ disableGuests: true })).toBe(true);
    expect(await isHidden({ bookingFields: [{ slug: "notes" }] })).toBe(true);
    expect(await isHidden({ disableGuests: false })).toBe(false);
  });

  test("200 switches policies off", async () => {
    const ann = await house.user();
    const { id } = await eventType(ann, "intro", { seats, slotInterval: 15, bookingLimitsCount: { day: 1 } });
    const off = { disabled: true };
    const answer = await change(ann, id, { seats: off, slotInterval: null, bookingLimitsCount: off });
    expect(answer.body.data).toMatchObject({ seats: off, slotInterval: null, bookingLimitsCount: {} });
  });

  test("200 keeps the own slug", async () => {
    const ann = await house.user();
    const { id } = await eventType(ann, "intro");
    expect((await change(ann, id, { slug: "intro", scheduleId: await ownSchedule(ann) })).status).toBe(200);
  });

  test("200 without a version header if only the newest version knows the body", async () => {
    const ann = await house.user();
    const { id } = await eventType(ann, "intro");
    const answer = await house.patch(`/v2/event-types/${id}`, { lengthInMinutes: 20 }, { as: ann });
    expect(answer.body.data.lengthInMinutes).toBe(20);
  });

  test("400 for a slug of another event type", async () => {
    const ann = await house.user();
    const { id } = await eventType(ann, "intro");
    await eventType(ann, "weekly");
    const answer = await change(ann, id, { slug: "weekly", title: "Changed" });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe("User already has an event type with this slug.");
    expect((await house.get(`/v2/event-types/${id}`, { as: ann, version })).body.data.title).toBe("intro");
  });

  test.each([
    [{ seats }, { locations: [{ type: "attendeePhone" }, { type: "attendeeDefined" }] }],
    [{ seats }, { confirmationPolicy: always }],
    [{ confirmationPolicy: always }, { seats }],
    [{ locations: [{ type: "attendeePhone" }, { type: "attendeeDefined" }] }, { seats }],
    [{}, { lengthInMinutes: 0 }],
    [{}, { confirmationPolicy: { type: "time", blockUnconfirmedBookingsInBooker: true } }],
    [{}, { locations: [{ type: "integration", integration: "zoom" }] }],
    [{}, { bookingFields: [] }],
    [{}, { recurrence: { ...recurrence, occurrences: 0 } }],
    [{ recurrence }, { seats }],
    [{ seats }, { recurrence }],
    [{ recurrence }, { bookerActiveBookingsLimit: { maximumActiveBookings: 1 } }],
    [{ bookerActiveBookingsLimit: { maximumActiveBookings: 1 } }, { recurrence }],
  ])("400 where %j is stored and %j is sent, and nothing changes", async (fields, body) => {
    const ann = await house.user();
    const before = await eventType(ann, "intro", fields);
    expect((await change(ann, before.id, { title: "Changed", ...body })).status).toBe(400);
    expect((await house.get(`/v2/event-types/${before.id}`, { as: ann, version })).body.data).toEqual(before);
  });

  test("404 for another user's event type, an unknown one, and another user's schedule", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { id } = await eventType(ann, "intro");
    expect((await change(ben, id, { title: "Mine" })).status).toBe(404);
    expect((await change(ben, 999_999, { title: "Mine" })).status).toBe(404);
    expect((await change(ann, id, { scheduleId: await ownSchedule(ben) })).status).toBe(404);
    expect((await house.get(`/v2/event-types/${id}`, { as: ann, version })).body.data.title).toBe("intro");
  });

  test("401 without a key", async () => {
    expect((await house.patch("/v2/event-types/1", { lengthInMinutes: 20 }, { version })).status).toBe(401);
  });
});
