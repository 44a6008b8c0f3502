import { describe, expect, test } from "vitest";
import { away } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const newest = { version: "2024-09-04" };

/** An event type without notice, so that the clock of the tests does not matter. */
async function eventType(as: TestUser, fields: Record<string, unknown> = {}): Promise<number> {
  const body = { title: "Meeting", slug: "meeting", lengthInMinutes: 60, minimumBookingNotice: 0, ...fields };
  const answer = await house.post("/v2/event-types", body, { as, version: "2024-06-14" });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.data.id;
}

const query = (params: Record<string, string | number>): string =>
  `?${new URLSearchParams(params as Record<string, string>)}`;

const slots = (params: Record<string, string | number>, options = {}) =>
  house.get(`/v2/slots${query(params)}`, { ...newest, ...options });

const monday = { start: "2026-11-30", end: "2026-11-30" };

const hours = (...times: string[]) => times.map((time) => ({ start: `2026-11-30T${time}:00.000Z` }));

async function book(eventTypeId: number, start: string, fields: Record<string, unknown> = {}) {
  const body = { eventTypeId, start, attendee: { name: "Cy", email: "cy@example.com", timeZone: "UTC" }, ...fields };
  const answer = await house.post("/v2/bookings", body, { version: "2024-08-13" });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  await house.events();
  return answer.body.data;
}

describe("GET /v2/slots", () => {
  test("200 lists the hours of a day, to anybody, in one statement", async () => {
    const ann = await house.user({ timeZone: "Europe/Rome" });
    const eventTypeId = await eventType(ann);
    let answer = await slots({ eventTypeId, ...monday });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      status: "success",
      data: { "2026-11-30": hours("08:00", "09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00") },
    });
    const statements = await house.countStatements(async () => {
      answer = await slots({ eventTypeId, ...monday });
    });
    expect(statements).toBe(1);
  });

  test("200 in two statements with a key", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    await slots({ eventTypeId, ...monday });
    expect(await house.countStatements(() => slots({ eventTypeId, ...monday }, { as: ann }))).toBe(2);
  });

  test("200 groups by the dates of the booker's zone and writes its offset", async () => {
    const ann = await house.user({ timeZone: "Europe/Rome" });
    const eventTypeId = await eventType(ann);
    const { data } = (await slots({ eventTypeId, ...monday, timeZone: "Asia/Tokyo" })).body;
    expect(Object.keys(data)).toEqual(["2026-11-30", "2026-12-01"]);
    expect(data["2026-11-30"][0]).toEqual({ start: "2026-11-30T17:00:00.000+09:00" });
    expect(data["2026-12-01"]).toEqual([{ start: "2026-12-01T00:00:00.000+09:00" }]);
  });

  test.each([
    ["Europe/London", "2026-11-30T09:00:00.000+00:00"],
    ["UTC", "2026-11-30T09:00:00.000Z"],
    ["NZ-CHAT", "2026-11-30T23:00:00.000+13:45"],
    ["asia/kolkata", "2026-11-30T15:00:00.000+05:30"],
  ])("200 in %s begins with %s", async (timeZone, start) => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const { data } = (await slots({ eventTypeId, ...monday, timeZone })).body;
    expect(data["2026-11-30"][0]).toEqual({ start });
  });

  test.each(["range", "RANGE"])("200 with format=%s also tells the ends", async (format) => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const { data } = (await slots({ eventTypeId, ...monday, format, limit: 1 })).body;
    expect(data).toEqual({
      "2026-11-30": [{ start: "2026-11-30T09:00:00.000Z", end: "2026-11-30T10:00:00.000Z" }],
    });
  });

  test("200 for another length steps by that length", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const { data } = (await slots({ eventTypeId, ...monday, duration: 240 })).body;
    expect(data["2026-11-30"]).toEqual(hours("09:00", "13:00"));
  });

  test("200 stops after the first slots with limit", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const { data } = (await slots({ eventTypeId, start: "2026-11-30", end: "2026-12-10", limit: 9 })).body;
    expect(Object.values(data).flat()).toHaveLength(9);
    expect(data["2026-12-01"]).toEqual([{ start: "2026-12-01T09:00:00.000Z" }]);
  });

  test.each([
    ["an end at midnight means that whole day", { start: "2026-11-30", end: "2026-11-30T00:00:00Z" }, 8],
    ["an end to the second is exact", { start: "2026-11-30", end: "2026-11-30T12:00:00Z" }, 3],
    ["offsets are honoured", { start: "2026-11-30T10:00:00+01:00", end: "2026-11-30T13:00:00+01:00" }, 3],
    ["without an offset it is UTC, whatever the zone", { start: "2026-11-30T09:00", end: "2026-11-30T11:00" }, 2],
    ["an end before the start", { start: "2026-12-01", end: "2026-11-30" }, 0],
    ["the past", { start: "2024-01-15", end: "2024-01-22" }, 0],
  ])("200: %s", async (_, window, count) => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const answer = await slots({ eventTypeId, timeZone: "Asia/Tokyo", ...window });
    expect(answer.status).toBe(200);
    expect(Object.values(answer.body.data).flat()).toHaveLength(count);
  });

  test("200 by username and slug, also for a hidden event type, in one statement", async () => {
    const ann = await house.user();
    await eventType(ann, { hidden: true });
    let answer = await slots({ username: ann.username, eventTypeSlug: "meeting", ...monday });
    expect(Object.values(answer.body.data).flat()).toHaveLength(8);
    const statements = await house.countStatements(async () => {
      answer = await slots({ username: ann.username, eventTypeSlug: "meeting", ...monday });
    });
    expect(statements).toBe(1);
  });

  test("200 for a group: when all of them have time, half an hour each, in one statement", async () => {
    const ann = await house.user({ timeZone: "Europe/London" });
    const ben = await house.user({ timeZone: "America/New_York" });
    const usernames = `${ann.username},${ben.username}`;
    let answer = await slots({ usernames, ...monday, format: "range" });
    const starts = answer.body.data["2026-11-30"];
    expect(starts).toHaveLength(6);
    expect(starts[0]).toEqual({ start: "2026-11-30T14:00:00.000Z", end: "2026-11-30T14:30:00.000Z" });
    const statements = await house.countStatements(async () => {
      answer = await slots({ usernames, ...monday });
    });
    expect(statements).toBe(1);
  });

  test("200 with the older names in place of the proper ones", async () => {
    const ann = await house.user();
    await eventType(ann);
    const answer = await slots({
      "usernameList[]": ann.username,
      eventTypeSlug: "meeting",
      startTime: "2026-11-30",
      endTime: "2026-11-30",
      slotFormat: "range",
      rescheduleUid: "nothing",
    });
    expect(answer.body.data["2026-11-30"][0]).toEqual({
      start: "2026-11-30T09:00:00.000Z",
      end: "2026-11-30T10:00:00.000Z",
    });
  });

  test("200 without a version header by the names of the parameters", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const window = { startTime: "2026-11-30T09:00:00Z", endTime: "2026-11-30T10:00:00Z" };
    const newer = await house.get(`/v2/slots${query({ eventTypeId, ...monday })}`);
    expect(newer.body.data["2026-11-30"]).toHaveLength(8);
    const older = await house.get(`/v2/slots${query({ eventTypeId, ...window })}`);
    expect(older.body).toEqual({
      status: "success",
      data: { slots: { "2026-11-30": [{ time: "2026-11-30T09:00:00.000Z" }] } },
    });
    const between = await house.get(`/v2/slots${query({ eventTypeId, ...monday })}`, { version: "2024-08-13" });
    expect(between.body).toEqual(newer.body);
  });

  test("200 without what is booked, and with it again for whoever moves that booking", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const { uid } = await book(eventTypeId, "2026-11-30T10:00:00Z");
    const day = { eventTypeId, ...monday };
    const rest = hours("09:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00");
    expect((await slots(day)).body.data["2026-11-30"]).toEqual(rest);
    const moving = await slots({ ...day, bookingUidToReschedule: uid });
    expect(moving.body.data["2026-11-30"]).toHaveLength(8);
    for (const bookingUidToReschedule of ["", "12", "unknown"]) {
      expect((await slots({ ...day, bookingUidToReschedule })).body.data["2026-11-30"]).toEqual(rest);
    }
  });

  test("200 without what a host attends", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const annsId = await eventType(ann);
    const bensId = await eventType(ben);
    await book(bensId, "2026-11-30T10:00:00Z", { attendee: { name: "Ann", email: ann.email, timeZone: "UTC" } });
    const { data } = (await slots({ eventTypeId: annsId, ...monday })).body;
    expect(data["2026-11-30"]).not.toContainEqual({ start: "2026-11-30T10:00:00.000Z" });
    expect(data["2026-11-30"]).toHaveLength(7);
  });

  test("200 tells the seats of seated slots", async () => {
    const ann = await house.user();
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: false, showAvailabilityCount: true };
    const eventTypeId = await eventType(ann, { seats });
    const { uid } = await book(eventTypeId, "2026-11-30T10:00:00Z");
    const { data } = (await slots({ eventTypeId, ...monday, limit: 2 })).body;
    expect(data["2026-11-30"]).toEqual([
      { start: "2026-11-30T09:00:00.000Z", seatsBooked: 0, seatsRemaining: 3, seatsTotal: 3 },
      { start: "2026-11-30T10:00:00.000Z", seatsBooked: 1, seatsRemaining: 2, seatsTotal: 3, bookingUid: uid },
    ]);
    const window = { startTime: "2026-11-30T09:00:00Z", endTime: "2026-11-30T11:00:00Z" };
    const { data: older } = (await house.get(`/v2/slots${query({ eventTypeId, ...window })}`)).body;
    expect(older.slots["2026-11-30"]).toEqual([
      { time: "2026-11-30T09:00:00.000Z", seatsAvailable: 3 },
      { time: "2026-11-30T10:00:00.000Z", attendees: 1, bookingUid: uid, seatsAvailable: 2 },
    ]);
    const available = (await house.get(`/v2/slots/available${query({ eventTypeId, ...window })}`)).body.data;
    expect(available.slots["2026-11-30"]).toEqual([
      { time: "2026-11-30T09:00:00.000Z" },
      { time: "2026-11-30T10:00:00.000Z", attendees: 1, bookingUid: uid },
    ]);
  });

  test("200 leaves periods out that are full", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann, { bookingLimitsCount: { week: 1 } });
    await book(eventTypeId, "2026-12-02T10:00:00Z");
    const { data } = (await slots({ eventTypeId, start: "2026-12-04", end: "2026-12-07" })).body;
    expect(Object.keys(data)).toEqual(["2026-12-07"]);
  });

  test("200 has no slots on days out of office", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    await away(house, ann, { start: "2026-12-01T10:00:00Z", end: "2026-12-02T10:00:00Z" });
    const { data } = (await slots({ eventTypeId, start: "2026-11-30", end: "2026-12-03" })).body;
    expect(Object.keys(data)).toEqual(["2026-11-30", "2026-12-03"]);
  });

  test("401 with a bad key, although none is needed", async () => {
    expect((await slots({ eventTypeId: 1, ...monday }, { as: "cal_live_unknown" })).status).toBe(401);
  });

  test.each([
    [{ eventTypeId: 999, ...monday }, "Event Type not found"],
    [{ username: "nobody", eventTypeSlug: "meeting", ...monday }, "User with username nobody not found"],
    [{ username: "operator", eventTypeSlug: "nothing", ...monday }, "Event Type not found"],
    [{ usernames: "operator,nobody", ...monday }, "Not all of these users were found: operator, nobody"],
    [{ teamSlug: "team", eventTypeSlug: "meeting", ...monday }, "Team with slug team not found"],
    [
      { username: "operator", eventTypeSlug: "meeting", organizationSlug: "acme", ...monday },
      "Organization with slug acme not found",
    ],
  ])("404 for %j", async (params, message) => {
    const answer = await slots(params);
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe(message);
  });

  test.each([
    [{ eventTypeId: "abc", ...monday }, "eventTypeId property is wrong"],
    [{ eventTypeId: "99999999999", ...monday }, "eventTypeId property is wrong"],
    [{ ...monday }, "eventTypeId property is wrong"],
    [{ usernames: "operator", ...monday }, "at least 2 usernames"],
    [{ usernames: "operator,operator", ...monday }, "at least 2 usernames"],
    [{ eventTypeSlug: "meeting", ...monday }, "eventTypeId property is wrong"],
    [{ eventTypeId: 1 }, "start property is wrong,start must be a valid ISO 8601 date string , end property is wrong"],
    [{ eventTypeId: 1, start: "yesterday", end: "2026-02-30" }, "end must be a valid ISO 8601 date string"],
    [{ eventTypeId: 1, start: "2026-01-01", end: "2027-01-02" }, "end must not be more than 366 days"],
    [{ eventTypeId: 1, ...monday, timeZone: "Mars/Phobos" }, "timeZone must be a valid IANA time-zone"],
    [{ eventTypeId: 1, ...monday, format: "bad" }, "format property is wrong"],
    [{ eventTypeId: 1, ...monday, duration: 0 }, "duration property is wrong"],
    [{ eventTypeId: 1, ...monday, duration: "1.5" }, "duration property is wrong"],
    [{ eventTypeId: 1, ...monday, limit: 0 }, "limit property is wrong"],
    [{ eventTypeId: 1, ...monday, colour: "red" }, "property colour should not exist"],
  ])("400 for %j", async (params, sentence) => {
    const answer = await slots(params as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(sentence);
  });

  test("400 for more slots than one answer holds, 200 for the first of them", async () => {
    const ann = await house.user();
    const always = [
      { days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], startTime: "00:00", endTime: "23:59" },
    ];
    const schedule = { name: "Always", timeZone: "UTC", isDefault: true, availability: always };
    await house.post("/v2/schedules", schedule, { as: ann, version: "2024-06-11" });
    const eventTypeId = await eventType(ann, { slotInterval: 1 });
    const year = { eventTypeId, start: "2027-01-01", end: "2027-12-31" };
    const answer = await slots(year);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain("ask for a shorter time");
    expect((await slots({ ...year, limit: 10_000 })).status).toBe(200);
  });

  test("400 for a parameter that comes twice", async () => {
    const answer = await house.get("/v2/slots?eventTypeId=1&start=2026-11-30&start=2026-12-01&end=2026-12-02", newest);
    expect(answer.status).toBe(400);
  });
});

describe("GET /v2/slots/available", () => {
  const available = (params: Record<string, string | number>, options = {}) =>
    house.get(`/v2/slots/available${query(params)}`, options);
  const window = { startTime: "2026-11-30T00:00:00.000Z", endTime: "2026-12-01T00:00:00.000Z" };

  test.each([undefined, "2024-04-15", "2024-09-04"])("200 with the header %s", async (version) => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann, { lengthInMinutes: 240 });
    const answer = await available({ eventTypeId, ...window }, { version });
    expect(answer.body).toEqual({
      status: "success",
      data: { slots: { "2026-11-30": [{ time: "2026-11-30T09:00:00.000Z" }, { time: "2026-11-30T13:00:00.000Z" }] } },
    });
  });

  test("200 as ranges, in a zone", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const params = { eventTypeId, ...window, slotFormat: "range", timeZone: "Europe/Rome", duration: 480 };
    expect((await available(params)).body.data).toEqual({
      slots: {
        "2026-11-30": [{ startTime: "2026-11-30T10:00:00.000+01:00", endTime: "2026-11-30T18:00:00.000+01:00" }],
      },
    });
  });

  test("200: an end at midnight is exact, and what is unknown is ignored", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const day = { eventTypeId, startTime: "2026-11-30", endTime: "2026-12-01", debug: "true", colour: "red" };
    expect(Object.keys((await available(day)).body.data.slots)).toEqual(["2026-11-30"]);
  });

  test("200 by slug and one name, and for a group by several", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    await eventType(ann);
    const named = await available({ "usernameList[]": ann.username, eventTypeSlug: "meeting", ...window });
    expect(named.body.data.slots["2026-11-30"]).toHaveLength(8);
    const group = await available({ usernameList: `${ann.username},${ben.username}`, ...window });
    expect(group.body.data.slots["2026-11-30"]).toHaveLength(16);
  });

  test("200 without slots when the end lies before the start", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const answer = await available({ eventTypeId, startTime: window.endTime, endTime: window.startTime });
    expect(answer.body.data).toEqual({ slots: {} });
  });

  test("400 with the tree of what is missing", async () => {
    const answer = await available({ eventTypeId: 1 });
    expect(answer.status).toBe(400);
    const problems = answer.body.error.details.errors;
    expect(problems.map(({ property }: { property: string }) => property)).toEqual(["startTime", "endTime"]);
    expect(problems[0].constraints).toEqual({ isDateString: "startTime must be a valid ISO 8601 date string" });
  });

  test("404 for an unknown event type", async () => {
    expect((await available({ eventTypeId: 999, ...window })).status).toBe(404);
  });
});
