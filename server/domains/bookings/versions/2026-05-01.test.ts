import { beforeEach, describe, expect, test } from "vitest";
import { book, guest, makeEventType } from "../../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../../test/harness/house.js";

const house = useHouse();
const version = "2026-05-01";
const monday = "2026-11-30";
let ann: TestUser;
let eventTypeId: number;

beforeEach(async () => {
  ann = await house.user();
  eventTypeId = await makeEventType(house, ann);
  for (const time of ["11:00", "09:00", "10:00"]) await book(house, eventTypeId, `${monday}T${time}:00Z`);
  await house.events();
});

const list = (query = "", as: TestUser = ann) => house.get(`/v2/bookings${query}`, { version, as });
const hoursOf = (bookings: { start: string }[]): string[] => bookings.map(({ start }) => start.slice(11, 16));

describe("GET /v2/bookings", () => {
  test("200 page by page: to the future by status, to the past without", async () => {
    const first = await list("?status=upcoming&limit=2");
    expect(first.headers["cal-api-version"]).toBe(version);
    expect(hoursOf(first.body.data)).toEqual(["09:00", "10:00"]);
    const { nextCursor, hasMore } = first.body.pagination;
    expect(hasMore).toBe(true);
    const second = await list(`?status=upcoming&limit=2&cursor=${encodeURIComponent(nextCursor)}`);
    expect(hoursOf(second.body.data)).toEqual(["11:00"]);
    expect(second.body.pagination).toEqual({ nextCursor: null, hasMore: false });

    const latest = await list("?limit=1");
    expect(hoursOf(latest.body.data)).toEqual(["11:00"]);
    const next = await list(`?limit=2&cursor=${encodeURIComponent(latest.body.pagination.nextCursor)}`);
    expect(hoursOf(next.body.data)).toEqual(["10:00", "09:00"]);
    expect(next.body.pagination.hasMore).toBe(false);
  });

  test("200 goes on where it was, whatever came before it meanwhile", async () => {
    const { nextCursor } = (await list("?status=upcoming&limit=1")).body.pagination;
    await book(house, eventTypeId, `${monday}T09:30:00Z`);
    await book(house, eventTypeId, "2026-11-27T09:00:00Z");
    const rest = await list(`?status=upcoming&cursor=${encodeURIComponent(nextCursor)}`);
    expect(hoursOf(rest.body.data)).toEqual(["09:30", "10:00", "11:00"]);
    await house.events();
  });

  test("200 bookings of one start stand in the order of their ids, and none is lost between pages", async () => {
    const ids = [];
    for (const host of [await house.user(), await house.user()]) {
      const made = await book(house, await makeEventType(house, host), `${monday}T12:00:00Z`, {
        attendee: { ...guest, email: ann.email },
      });
      ids.push(made.body.data.id);
    }
    const { data, pagination } = (await list("?limit=1")).body;
    const next = await list(`?limit=1&cursor=${encodeURIComponent(pagination.nextCursor)}`);
    expect([...data, ...next.body.data].map(({ id }: { id: number }) => id)).toEqual(ids.reverse());
    await house.events();
  });

  test("200 the past ends now, the future begins an hour ago", async () => {
    house.at(`${monday}T10:20:00Z`);
    expect(hoursOf((await list("?status=past")).body.data)).toEqual(["09:00"]);
    expect(hoursOf((await list("?status=upcoming")).body.data)).toEqual(["10:00", "11:00"]);
  });

  test("200 without take, skip and sorts, and nothing for a stranger", async () => {
    expect(hoursOf((await list("?take=1&skip=2&sortStart=asc")).body.data)).toEqual(["11:00", "10:00", "09:00"]);
    expect((await list("", await house.user())).body).toMatchObject({ data: [], pagination: { nextCursor: null } });
    expect(await house.countStatements(() => list("?limit=2"))).toBe(2);
  });

  test.each([
    ["two statuses", "?status=upcoming,past", "status"],
    ["no whole page", "?limit=0", "limit"],
    ["too long a page", "?limit=101", "limit"],
    ["a cursor of nobody", "?cursor=abc", "cursor"],
    ["a cursor that holds no place", `?cursor=${btoa("x.y")}`, "cursor"],
  ])("400 with %s", async (_, query, property) => {
    const { status, body } = await list(query);
    expect([status, body.error.details.errors[0].property]).toEqual([400, property]);
  });
});
