import { beforeEach, describe, expect, test } from "vitest";
import { makeEventType } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";
import { maxLinksPerEventType } from "./rules.js";

const house = useHouse();

let ann: TestUser;
let bob: TestUser;
let eventTypeId: number;
let path: string;

beforeEach(async () => {
  [ann, bob] = [await house.user(), await house.user()];
  eventTypeId = await makeEventType(house, ann, { slug: "intro", hidden: true });
  path = `/v2/event-types/${eventTypeId}/private-links`;
});

const create = async (body: object = {}, under = path) => {
  const answer = await house.post(under, body, { as: ann });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.data;
};

const listOf = async (under = path) => (await house.get(under, { as: ann })).body.data;
const secondEventType = async () => `/v2/event-types/${await makeEventType(house, ann)}/private-links`;

const unknownIds = [
  ["99999999", 404],
  ["0", 400],
  ["-1", 400],
  ["x", 400],
] as const;

/** Through the links of Ann's event type. */
const use = (linkId: string) =>
  house.store.db
    .updateTable("private_links")
    .set((eb) => ({ usage_count: eb("usage_count", "+", 1) }))
    .where("link_id", "=", linkId)
    .execute();

describe("POST /v2/event-types/{eventTypeId}/private-links", () => {
  test.each([
    ["nothing", {}, 1],
    ["nulls", { expiresAt: null, maxUsageCount: null }, 1],
    ["a number of uses", { maxUsageCount: 5, colour: "red" }, 5],
  ])("201 with %s is for so many bookings", async (_, body, maxUsageCount) => {
    const link = await create(body);
    expect(link).toEqual({
      linkId: expect.stringMatching(/^[1-9A-HJ-NP-Za-km-z]{22}$/),
      eventTypeId,
      isExpired: false,
      bookingUrl: `http://localhost:3000/d/${link.linkId}/intro`,
      maxUsageCount,
      usageCount: 0,
    });
  });

  test.each([
    ["to come", "2027-12-31T23:59:59+01:00", "2027-12-31T22:59:59.000Z", false],
    ["that is a date", "2027-12-31", "2027-12-31T00:00:00.000Z", false],
    ["of this moment", "2026-11-23T06:00:00Z", "2026-11-23T06:00:00.000Z", true],
    ["in the past", "2020-01-01T00:00:00.000Z", "2020-01-01T00:00:00.000Z", true],
  ])("201 with a time %s", async (_, given, expiresAt, isExpired) => {
    const link = await create({ expiresAt: given });
    expect(link).toEqual({
      linkId: expect.any(String),
      eventTypeId,
      isExpired,
      bookingUrl: expect.any(String),
      expiresAt,
    });
  });

  test("201 expires as time passes and as it is used", async () => {
    const timed = await create({ expiresAt: "2026-11-24T00:00:00Z" });
    const counted = await create({ maxUsageCount: 1 });
    house.at("2026-11-24T00:00:01Z");
    await use(counted.linkId);
    expect(await listOf()).toEqual([
      { ...timed, isExpired: true },
      { ...counted, isExpired: true, usageCount: 1 },
    ]);
  });

  test("400 with both", async () => {
    const answer = await house.post(path, { expiresAt: "2027-01-01T00:00:00Z", maxUsageCount: 2 }, { as: ann });
    expect([answer.status, answer.body.error.message]).toEqual([400, "Provide only one of expiresAt or maxUsageCount"]);
    expect(await listOf()).toEqual([]);
  });

  test.each([
    ["maxUsageCount", 0],
    ["maxUsageCount", 1.5],
    ["maxUsageCount", "2"],
    ["maxUsageCount", 3_000_000_000],
    ["expiresAt", "tomorrow"],
    ["expiresAt", 1_800_000_000],
  ])("400 for %s %s, and nothing is written", async (property, value) => {
    const answer = await house.post(path, { [property]: value }, { as: ann });
    expect([answer.status, answer.body.error.details.errors[0].property]).toEqual([400, property]);
    expect(await listOf()).toEqual([]);
  });

  test("400 for one link too many, also at once", async () => {
    await house.store.db
      .insertInto("private_links")
      .values(
        Array.from({ length: maxLinksPerEventType - 1 }, (_, number) => ({
          link_id: `link-${number}`,
          event_type_id: eventTypeId,
          expires_at: null,
          max_usage_count: 1,
        })),
      )
      .execute();
    const answers = await Promise.all([1, 2, 3].map(() => house.post(path, {}, { as: ann })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
    expect(await listOf()).toHaveLength(maxLinksPerEventType);
  });

  test("404 for another user's event type, and nothing is written", async () => {
    const answer = await house.post(path, {}, { as: bob });
    expect([answer.status, answer.body.error.message]).toEqual([404, `Event type with id ${eventTypeId} not found`]);
    expect(await listOf()).toEqual([]);
  });

  test.each(unknownIds)("the event type %s is %i", async (id, status) => {
    expect((await house.post(`/v2/event-types/${id}/private-links`, {}, { as: ann })).status).toBe(status);
  });
});

describe("GET /v2/event-types/{eventTypeId}/private-links", () => {
  test("200 lists those of the event type, oldest first, in two statements beside the key's", async () => {
    const links = [await create({ maxUsageCount: 5 }), await create({ expiresAt: "2027-12-31T23:59:59Z" })];
    await create({}, await secondEventType());
    const statements = await house.countStatements(async () => expect(await listOf()).toEqual(links));
    expect(statements).toBe(3);
  });

  test("200 and the links are gone with their event type", async () => {
    await create();
    const other = await secondEventType();
    await house.delete(`/v2/event-types/${eventTypeId}`, { as: ann });
    expect(await listOf(other)).toEqual([]);
    expect(await house.store.db.selectFrom("private_links").select("id").execute()).toEqual([]);
  });

  test("404 for another user's event type", async () => {
    const { linkId } = await create();
    const answer = await house.get(path, { as: bob });
    expect(answer.status).toBe(404);
    expect(JSON.stringify(answer.body)).not.toContain(linkId);
  });

  test.each(unknownIds)("the event type %s is %i", async (id, status) => {
    expect((await house.get(`/v2/event-types/${id}/private-links`, { as: ann })).status).toBe(status);
  });
});

describe("PATCH /v2/event-types/{eventTypeId}/private-links/{linkId}", () => {
  const change = (linkId: string, body: object, as = ann) => house.patch(`${path}/${linkId}`, body, { as });

  test("200 another number of uses; what was used stays used", async () => {
    const other = await create({ maxUsageCount: 2 });
    const link = await create({ maxUsageCount: 1 });
    await use(link.linkId);
    const answer = await change(link.linkId, { maxUsageCount: 9 });
    expect([answer.status, answer.body.data]).toEqual([200, { ...link, maxUsageCount: 9, usageCount: 1 }]);
    expect(await listOf()).toContainEqual(other);
  });

  test("200 from uses to a time and back", async () => {
    const link = await create({ maxUsageCount: 3 });
    const { maxUsageCount: _, usageCount: __, ...rest } = link;
    const timed = await change(link.linkId, { expiresAt: "2027-01-29T00:00:00.000Z", maxUsageCount: null });
    expect(timed.body.data).toEqual({ ...rest, expiresAt: "2027-01-29T00:00:00.000Z" });
    expect((await change(link.linkId, { maxUsageCount: 3 })).body.data).toEqual(link);
  });

  test("200 told nothing, it stays as it is", async () => {
    const link = await create({ expiresAt: "2027-01-29T00:00:00.000Z" });
    expect((await change(link.linkId, {})).body.data).toEqual(link);
    expect(await listOf()).toEqual([link]);
  });

  test("400 with both or a use of zero, and nothing changes", async () => {
    const link = await create({ maxUsageCount: 3 });
    const both = { expiresAt: "2027-01-29T00:00:00.000Z", maxUsageCount: 2 };
    expect((await change(link.linkId, both)).status).toBe(400);
    expect((await change(link.linkId, { maxUsageCount: 0 })).status).toBe(400);
    expect(await listOf()).toEqual([link]);
  });

  test("404 for an unknown link, and through another event type", async () => {
    const { linkId } = await create();
    const unknown = await change("nope", { maxUsageCount: 5 });
    expect([unknown.status, unknown.body.error.message]).toEqual([404, "Updated link not found"]);
    expect((await change("nope", {})).status).toBe(404);
    const other = await secondEventType();
    expect((await house.patch(`${other}/${linkId}`, { maxUsageCount: 5 }, { as: ann })).status).toBe(404);
  });

  test("404 for another user's event type, and it stays", async () => {
    const link = await create();
    expect((await change(link.linkId, { maxUsageCount: 5 }, bob)).status).toBe(404);
    expect(await listOf()).toEqual([link]);
  });
});

describe("DELETE /v2/event-types/{eventTypeId}/private-links/{linkId}", () => {
  test("200 tells which; others stay; then 404", async () => {
    const other = await create();
    const { linkId } = await create();
    const answer = await house.delete(`${path}/${linkId}`, { as: ann });
    expect([answer.status, answer.body.data]).toEqual([200, { linkId, message: "Private link deleted successfully" }]);
    expect(await listOf()).toEqual([other]);
    const again = await house.delete(`${path}/${linkId}`, { as: ann });
    expect([again.status, again.body.error.message]).toEqual([404, "Deleted link not found"]);
  });

  test("404 for another user's event type, and through another event type; it stays", async () => {
    const link = await create();
    const other = await secondEventType();
    expect((await house.delete(`${path}/${link.linkId}`, { as: bob })).status).toBe(404);
    expect((await house.delete(`${other}/${link.linkId}`, { as: ann })).status).toBe(404);
    expect(await listOf()).toEqual([link]);
  });
});
