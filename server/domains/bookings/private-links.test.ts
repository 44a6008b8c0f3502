import { describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = newest.bookings;
const monday = "2026-11-30";

/** A hidden event type of Ann's and a link to it. */
async function linkOf(ann: TestUser, limit: object, fields: object = {}) {
  const eventTypeId = await makeEventType(house, ann, { hidden: true, ...fields });
  const path = `/v2/event-types/${eventTypeId}/private-links`;
  const { linkId: privateLinkId } = (await house.post(path, limit, { as: ann })).body.data;
  const link = async () => (await house.get(path, { as: ann })).body.data[0];
  return { eventTypeId, privateLinkId, link };
}

describe("POST /v2/bookings", () => {
  test("201 through a private link as often as it may be used, and 400 once more", async () => {
    const { eventTypeId, privateLinkId, link } = await linkOf(await house.user(), { maxUsageCount: 2 });
    const at = (hour: number) => book(house, eventTypeId, `${monday}T${hour}:00:00Z`, { privateLinkId });
    expect([(await at(10)).status, (await at(11)).status]).toEqual([201, 201]);
    expect(await link()).toMatchObject({ usageCount: 2, isExpired: true });
    const third = await at(12);
    expect([third.status, third.body.message]).toEqual([400, "This private link has expired."]);
    expect(await house.events()).toHaveLength(2);
  });

  test("201 by the link alone: whoever was sent it knows nothing else", async () => {
    const { eventTypeId, privateLinkId } = await linkOf(await house.user(), {});
    const body = { start: `${monday}T10:00:00Z`, attendee: guest, privateLinkId };
    const answer = await house.post("/v2/bookings", body, { version });
    expect(answer.status).toBe(201);
    expect(answer.body.data.eventTypeId).toBe(eventTypeId);
    expect(await house.events()).toHaveLength(1);
  });

  test("400 after the day on which a link ends", async () => {
    const { eventTypeId, privateLinkId } = await linkOf(await house.user(), { expiresAt: "2026-11-25T00:00:00Z" });
    const at = (hour: number) => book(house, eventTypeId, `${monday}T${hour}:00:00Z`, { privateLinkId });
    expect((await at(10)).status).toBe(201);
    house.at("2026-11-25T00:00:00Z");
    expect((await at(11)).status).toBe(400);
    expect(await house.events()).toHaveLength(1);
  });

  test("400 for a taken slot costs no use, and a series costs one", async () => {
    const recurrence = { interval: 1, occurrences: 3, frequency: "weekly" };
    const { eventTypeId, privateLinkId, link } = await linkOf(await house.user(), { maxUsageCount: 2 }, { recurrence });
    await book(house, eventTypeId, `${monday}T10:00:00Z`, { privateLinkId });
    expect((await book(house, eventTypeId, `${monday}T10:15:00Z`, { privateLinkId })).status).toBe(400);
    expect(await link()).toMatchObject({ usageCount: 1, isExpired: false });
    expect(await house.events()).toHaveLength(3);
  });

  test("404 for an unknown link, and for the link of another event type", async () => {
    const ann = await house.user();
    const { privateLinkId, link } = await linkOf(ann, { maxUsageCount: 2 });
    const other = await makeEventType(house, ann);
    expect((await book(house, other, `${monday}T10:00:00Z`, { privateLinkId })).status).toBe(404);
    expect((await book(house, other, `${monday}T10:00:00Z`, { privateLinkId: "unknown" })).status).toBe(404);
    const body = { start: `${monday}T10:00:00Z`, attendee: guest, privateLinkId: "unknown" };
    expect((await house.post("/v2/bookings", body, { version })).status).toBe(404);
    expect((await link()).usageCount).toBe(0);
  });

  test("201 in the oldest dialect with hashedLink", async () => {
    const { eventTypeId, privateLinkId, link } = await linkOf(await house.user(), { maxUsageCount: 2 });
    const body = {
      start: `${monday}T10:00:00Z`,
      eventTypeId,
      timeZone: "UTC",
      language: "en",
      metadata: {},
      hashedLink: privateLinkId,
      responses: { name: "Una", email: "una@example.com" },
    };
    expect((await house.post("/v2/bookings", body)).status).toBe(201);
    expect((await link()).usageCount).toBe(1);
    expect(await house.events()).toHaveLength(1);
  });
});
