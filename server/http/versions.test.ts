import { describe, expect, test } from "vitest";
import { makeEventType, newest } from "../../test/harness/fixtures.js";
import { useHouse } from "../../test/harness/house.js";
import { operations } from "./routes.js";
import { isVersioned } from "./versions.js";

const house = useHouse();

/** What an answer says of its version. */
const toldBy = ({ headers }: { headers: Record<string, unknown> }) => [headers["cal-api-version"], headers.warning];

describe("GET /v2/versions", () => {
  test("200 for anybody, without a statement: what each domain serves", async () => {
    const statements = await house.countStatements(async () => {
      const { status, body } = await house.get("/v2/versions");
      expect([status, body.data.map(({ domain }: { domain: string }) => domain)]).toEqual([
        200,
        ["event-types", "schedules", "bookings", "slots"],
      ]);
      expect(body.features).toEqual(["idempotency-key"]);
      expect(body.data[2]).toMatchObject({ newest: "2026-05-01", serves: { "2024-06-14": "2024-04-15" } });
      expect(body.data[0]).toEqual({
        domain: "event-types",
        newest: "2024-06-14",
        serves: {
          "2024-04-15": "2024-04-15",
          "2024-06-11": "2024-04-15",
          "2024-06-14": "2024-06-14",
          "2024-08-13": "2024-06-14",
          "2024-09-04": "2024-06-14",
          "2026-02-25": "2024-06-14",
          "2026-05-01": "2024-06-14",
        },
      });
    });
    expect(statements).toBe(0);
  });
});

describe("the version that an answer names", () => {
  test.each([
    ["2024-06-14", "2024-06-14"],
    [" 2024-06-14 ", "2024-06-14"],
    ["2024-06-11", "2024-06-11"],
    ["2026-05-01", "2026-05-01"],
    [undefined, "2024-04-15"],
  ])("is the one asked for, or the one that is served: %s", async (version, told) => {
    const ann = await house.user();
    const answer = await house.get("/v2/event-types", { as: ann, version });
    expect([answer.status, ...toldBy(answer)]).toEqual([200, told, undefined]);
  });

  test.each([
    ["2023-01-01", "2023-01-01"],
    ["constructor", "constructor"],
    ['a"b\\ü,{}<> 1', "ab1"],
  ])("is what was served instead of %s, with a warning", async (version, shown) => {
    const ann = await house.user();
    const answer = await house.get("/v2/event-types", { as: ann, version });
    const warning = `299 - "cal-api-version ${shown} is unknown, served as 2024-04-15"`;
    expect([answer.status, ...toldBy(answer)]).toEqual([200, "2024-04-15", warning]);
    expect(answer.body.data).toHaveProperty("eventTypeGroups");
  });

  test("is told by refusals too, and follows the body where that decides", async () => {
    const ann = await house.user();
    const version = "2030-01-01";
    const refused = await house.post("/v2/event-types", { lengthInMinutes: 30 }, { as: ann, version });
    const warning = '299 - "cal-api-version 2030-01-01 is unknown, served as 2024-06-14"';
    expect([refused.status, ...toldBy(refused)]).toEqual([400, "2024-06-14", warning]);
  });

  test("is the newest where an operation has one form only", async () => {
    const ann = await house.user();
    const { defaultScheduleId } = (await house.get("/v2/me", { as: ann })).body.data;
    const answer = await house.delete(`/v2/schedules/${defaultScheduleId}`, { as: ann });
    expect(toldBy(answer)).toEqual(["2024-06-11", undefined]);
  });

  test("of a known value that says nothing here, as 2024-06-14 of slots, is the served one without a warning", async () => {
    const ann = await house.user();
    const id = await makeEventType(house, ann);
    const path = `/v2/slots?eventTypeId=${id}&start=2026-12-01&end=2026-12-02`;
    const answer = await house.get(path, { version: newest.eventTypes });
    expect([answer.status, ...toldBy(answer)]).toEqual([200, "2024-09-04", undefined]);
  });

  test("is not told where the header makes no difference", async () => {
    const ann = await house.user();
    const id = await makeEventType(house, ann);
    for (const path of ["/v2/me", `/v2/event-types/${id}/webhooks`, `/v2/event-types/${id}/private-links`]) {
      const answer = await house.get(path, { as: ann, version: "2030-01-01" });
      expect([answer.status, ...toldBy(answer)]).toEqual([200, undefined, undefined]);
    }
  });

  test("every operation with an older dialect is a versioned one", () => {
    expect(operations.filter(({ older, path }) => older && !isVersioned(path)).map(({ path }) => path)).toEqual([]);
  });
});
