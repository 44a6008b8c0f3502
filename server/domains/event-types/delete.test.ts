import { describe, expect, test } from "vitest";
import { type Answer, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = "2024-06-14";

async function eventType(as: TestUser, slug: string, fields: object = {}): Promise<Answer["body"]> {
  const body = { title: slug, slug, lengthInMinutes: 30, ...fields };
  const answer = await house.post("/v2/event-types", body, { as, version });
  expect(answer.status).toBe(201);
  return answer.body.data;
}

describe("DELETE /v2/event-types/{eventTypeId}", () => {
  test("200 removes it, and only it", async () => {
    const ann = await house.user();
    const { id } = await eventType(ann, "intro");
    const other = await eventType(ann, "other");
    const answer = await house.delete(`/v2/event-types/${id}`, { as: ann, version });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({ id, lengthInMinutes: 30, slug: "intro", title: "intro" });
    const left = await house.get("/v2/event-types", { as: ann, version });
    expect(left.body.data.map((found: { id: number }) => found.id)).toEqual([other.id]);
    const again = await house.delete(`/v2/event-types/${id}`, { as: ann, version });
    expect(again.status).toBe(404);
    expect(again.body.error.message).toBe(`Event type with ID=${id} does not exist.`);
  });

  test("200 leaves its bookings, without an event type", async () => {
    const ann = await house.user();
    const { id } = await eventType(ann, "intro");
    const at = new Date(house.now).toISOString();
    const booking = {
      uid: "u",
      title: "b",
      status: "accepted" as const,
      ical_uid: "i",
      event_type_id: id,
      user_id: ann.id,
    };
    const times = { starts_at: at, ends_at: new Date(house.now + 1).toISOString(), created_at: at, updated_at: at };
    await house.store.db
      .insertInto("bookings")
      .values({ ...booking, ...times } as never)
      .execute();
    expect((await house.delete(`/v2/event-types/${id}`, { as: ann, version })).status).toBe(200);
    const row = await house.store.db.selectFrom("bookings").select("event_type_id").executeTakeFirst();
    expect(row).toEqual({ event_type_id: null });
  });

  test("403 for another user's event type", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { id } = await eventType(ann, "intro");
    const answer = await house.delete(`/v2/event-types/${id}`, { as: ben, version });
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toBe(`User with ID=${ben.id} does not own event type with ID=${id}`);
    expect((await house.get(`/v2/event-types/${id}`, { as: ann, version })).status).toBe(200);
  });

  test("401 without a key", async () => {
    expect((await house.delete("/v2/event-types/1", { version })).status).toBe(401);
  });
});
