import { beforeEach, describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = newest.bookings;
const monday = "2026-11-30";

let ann: TestUser;
let eventTypeId: number;
let uids: string[];

beforeEach(async () => {
  ann = await house.user();
  eventTypeId = await makeEventType(house, ann);
  uids = [];
  for (const [i, time] of ["12:00", "10:00", "11:00"].entries()) {
    const attendee = { ...guest, name: `Guest ${i}`, email: `guest${i}@example.com` };
    uids.push((await book(house, eventTypeId, `${monday}T${time}:00Z`, { attendee })).body.data.uid);
  }
  await house.events();
});

const list = (query = "", as = ann) => house.get(`/v2/bookings${query}`, { version, as });
const listed = async (query = "", as = ann) =>
  (await list(query, as)).body.data.map(({ uid }: { uid: string }) => uids.indexOf(uid));

describe("GET /v2/bookings", () => {
  test("200 in order of time, with paging, in two statements at the first time", async () => {
    expect(await listed()).toEqual([1, 2, 0]);
    expect(await listed("?sortStart=desc")).toEqual([0, 2, 1]);
    expect(await listed("?sortCreated=asc")).toEqual([0, 1, 2]);
    const page = await list("?take=2&skip=2");
    expect(page.body.pagination).toEqual({
      returnedItems: 1,
      totalItems: 3,
      itemsPerPage: 2,
      remainingItems: 0,
      currentPage: 2,
      totalPages: 2,
      hasNextPage: false,
      hasPreviousPage: true,
    });
    expect((await list("?skip=100")).body.pagination).toMatchObject({
      totalItems: 3,
      returnedItems: 0,
      currentPage: 1,
    });
    // One for the key, one for the list: however many bookings there are.
    expect(await house.countStatements(() => list("?take=3"))).toBe(2);
  });

  test.each([
    ["?attendeeEmail=guest1@example.com", [1]],
    ["?attendeeName=Guest%202", [2]],
    ["?attendeeEmail=GUEST1@example.com", []],
    ["?bookingUid=nope", []],
    ["?afterStart=2026-11-30T11:00:00Z", [2, 0]],
    ["?beforeEnd=2026-11-30T11:30:00Z", [1, 2]],
    ["?afterStart=2026-11-30&beforeEnd=2026-12-01", [0, 1, 2]],
    ["?afterStart=2026-12-01", []],
    ["?beforeCreatedAt=2020-01-01T00:00:00Z", []],
    ["?afterUpdatedAt=2020-01-01T00:00:00Z&sortUpdatedAt=asc", [0, 1, 2]],
    ["?status=upcoming", [1, 2, 0]],
    ["?status=past,cancelled", []],
    ["?status=unconfirmed", []],
    ["?status=recurring", []],
    ["?teamId=1", []],
  ])("200 %s", async (query, expected) => {
    expect((await listed(query)).sort()).toEqual([...expected].sort());
  });

  test("200 by event type, and by state as time goes by", async () => {
    expect(await listed(`?eventTypeId=${eventTypeId}`)).toHaveLength(3);
    expect(await listed(`?eventTypeIds=${eventTypeId + 1},${eventTypeId}`)).toHaveLength(3);
    house.at(`${monday}T11:00:00Z`);
    await house.post(`/v2/bookings/${uids[0]}/cancel`, {}, { version });
    expect(await listed("?status=past")).toEqual([1]);
    expect(await listed("?status=cancelled")).toEqual([0]);
    expect(await listed("?status=upcoming")).toEqual([2]);
    await house.events();
  });

  test("200 with the bookings that the caller attends, but nothing of others", async () => {
    const ben = await house.user({ email: "guest1@example.com" });
    expect(await listed("", ben)).toEqual([1]);
    expect(await listed("", await house.user())).toEqual([]);
  });

  test.each([
    "?status=accepted",
    "?status=",
    "?take=0",
    "?take=251",
    "?skip=-1",
    "?take=abc",
    "?sortStart=sideways",
    "?afterStart=yesterday",
    "?eventTypeIds=9999999999",
  ])("400 %s", async (query) => {
    const { status, body } = await list(query);
    expect(status).toBe(400);
    expect(body.error.details.errors[0].property).toBe(/\w+/.exec(query)?.[0]);
  });

  test("400 if none of the event types asked for exists", async () => {
    expect((await list("?eventTypeId=99999999")).status).toBe(400);
    expect((await list("?eventTypeIds=99999998,99999999")).status).toBe(400);
  });

  test("401 without a key", async () => {
    expect((await house.get("/v2/bookings", { version })).status).toBe(401);
  });

  test("200 in the oldest dialect by organizer and by team", async () => {
    const count = async (filter: string) =>
      (await house.get(`/v2/bookings?${filter}`, { as: ann })).body.data.bookings.length;
    expect(await count(`filters[userIds]=${ann.id}`)).toBe(3);
    expect(await count(`filters[userIds]=${ann.id + 1}`)).toBe(0);
    expect(await count("filters[teamsIds]=1")).toBe(0);
    expect((await house.get("/v2/bookings?filters[userIds]=x", { as: ann })).status).toBe(400);
  });

  test("200 in the oldest dialect without a version", async () => {
    const answer = await house.get("/v2/bookings?limit=2", { as: ann });
    expect(answer.body.data).toMatchObject({ totalCount: 3, nextCursor: 2, recurringInfo: [] });
    expect(answer.body.data.bookings[0]).toMatchObject({
      uid: uids[1],
      status: "ACCEPTED",
      eventType: { id: eventTypeId },
    });
  });
});

describe("GET /v2/bookings/{bookingUid}", () => {
  test("200 for anybody who knows the uid, in one statement", async () => {
    const read = () => house.get(`/v2/bookings/${uids[0]}`, { version });
    expect((await read()).body.data).toMatchObject({ uid: uids[0], status: "accepted" });
    expect(await house.countStatements(read)).toBe(1);
  });

  test("200 for another user's booking too: the uid is the permission", async () => {
    expect((await house.get(`/v2/bookings/${uids[0]}`, { version, as: await house.user() })).status).toBe(200);
  });

  test("200 after the event type and the host are gone", async () => {
    await house.store.db.deleteFrom("users").where("id", "=", ann.id).execute();
    const { data } = (await house.get(`/v2/bookings/${uids[0]}`, { version })).body;
    expect(data).toMatchObject({ eventTypeId: null, eventType: null, hosts: [{ id: "unknown", email: "unknown" }] });
  });

  test("404 for an unknown one, 401 with a bad key", async () => {
    const answer = await house.get("/v2/bookings/nope", { version });
    expect([answer.status, answer.body.error.message]).toEqual([
      404,
      "Booking with uid=nope was not found in the database",
    ]);
    expect((await house.get(`/v2/bookings/${uids[0]}`, { version, as: "cal_live_unknown" })).status).toBe(401);
  });

  test("200 in the oldest dialect by organizer and by team", async () => {
    const count = async (filter: string) =>
      (await house.get(`/v2/bookings?${filter}`, { as: ann })).body.data.bookings.length;
    expect(await count(`filters[userIds]=${ann.id}`)).toBe(3);
    expect(await count(`filters[userIds]=${ann.id + 1}`)).toBe(0);
    expect(await count("filters[teamsIds]=1")).toBe(0);
    expect((await house.get("/v2/bookings?filters[userIds]=x", { as: ann })).status).toBe(400);
  });

  test("200 in the oldest dialect without a version", async () => {
    const { data } = (await house.get(`/v2/bookings/${uids[0]}`)).body;
    expect(data).toMatchObject({
      uid: uids[0],
      startTime: `${monday}T12:00:00.000Z`,
      status: "ACCEPTED",
      responses: { name: "Guest 0", email: "guest0@example.com" },
      user: { id: ann.id, email: ann.email },
      attendees: [{ name: "Guest 0", email: "guest0@example.com", timeZone: "Europe/Rome", phoneNumber: null }],
    });
  });
});
