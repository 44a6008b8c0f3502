import { describe, expect, test } from "vitest";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();

async function eventType(as: TestUser, fields: Record<string, unknown> = {}): Promise<number> {
  const body = { title: "Meeting", slug: "meeting", lengthInMinutes: 60, minimumBookingNotice: 0, ...fields };
  const answer = await house.post("/v2/event-types", body, { as, version: "2024-06-14" });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.data.id;
}

const day = { start: "2026-11-30", end: "2026-11-30" };

const bulk = (queries: unknown, fields: Record<string, unknown> = {}) =>
  house.post("/v2/slots/bulk", { queries, ...fields });

describe("POST /v2/slots/bulk", () => {
  test("200 answers each query as if it had come alone", async () => {
    const [ann, ben] = [await house.user(), await house.user({ timeZone: "Europe/Rome" })];
    const [annsId, bensId] = [await eventType(ann), await eventType(ben)];
    const queries = [
      { eventTypeId: annsId, ...day },
      { eventTypeId: 999, ...day },
      { eventTypeId: bensId, start: "2026-12-01", end: "2026-12-02", format: "range", duration: 240 },
      { username: ben.username, eventTypeSlug: "meeting", ...day, timeZone: "Europe/Rome", limit: 1 },
      { username: "nobody", eventTypeSlug: "meeting", ...day },
      { usernames: `${ann.username},${ben.username}`, ...day },
      { eventTypeId: annsId, ...day, duration: 0 },
      { eventTypeId: annsId, start: "2027-01-01", end: "2027-01-01" },
      { teamSlug: "team", eventTypeSlug: "meeting", ...day },
    ];
    const answer = await bulk(queries);
    expect(answer.status).toBe(200);
    const { data } = answer.body;
    expect(data).toHaveLength(queries.length);
    for (const [index, query] of queries.entries()) {
      const texts = Object.entries(query).map(([name, value]) => [name, String(value)]);
      const alone = await house.get(`/v2/slots?${new URLSearchParams(texts as [string, string][])}`);
      if (alone.status === 200) expect(data[index]).toEqual({ status: "success", data: alone.body.data });
      else expect(data[index].status).toBe("error");
    }
    const errors = data.filter(({ status }: { status: string }) => status === "error");
    expect(errors.map(({ error }: { error: unknown }) => error)).toEqual([
      { code: "not-found", message: "Event Type not found" },
      { code: "not-found", message: "User with username nobody not found" },
      { code: "invalid", message: "duration must not be less than 1" },
      { code: "not-found", message: "Team with slug team not found" },
    ]);
  });

  test("200 in one statement for each way of naming, however many queries there are", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const [annsId, bensId] = [await eventType(ann), await eventType(ben)];
    const named = (eventTypeId: number) => ({ eventTypeId, ...day });
    const many = Array.from({ length: 50 }, (_, index) => named(index % 2 ? annsId : bensId));
    expect(await house.countStatements(() => bulk([named(annsId)]))).toBe(1);
    expect(await house.countStatements(() => bulk(many))).toBe(1);
    const mixed = [
      named(annsId),
      { username: ann.username, eventTypeSlug: "meeting", ...day },
      { usernames: `${ann.username},${ben.username}`, ...day },
    ];
    expect(await house.countStatements(() => bulk(mixed))).toBe(3);
  });

  test("200 with no more than limitPerQuery slots each", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const queries = [
      { eventTypeId, ...day },
      { eventTypeId, ...day, limit: 1 },
    ];
    const { data } = (await bulk(queries, { limitPerQuery: 2 })).body;
    const counts = data.map((item: { data: object }) => Object.values(item.data).flat().length);
    expect(counts).toEqual([2, 1]);
  });

  test.each([
    [[], {}],
    [Array.from({ length: 51 }, () => day), {}],
    ["all", {}],
    [[day], { limitPerQuery: 0 }],
  ])("400 for queries %j with %j", async (queries, fields) => {
    expect((await bulk(queries, fields)).status).toBe(400);
  });
});
