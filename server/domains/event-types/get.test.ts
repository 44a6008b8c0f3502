import { describe, expect, test } from "vitest";
import { operatorKey, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = "2024-06-14";

async function eventType(as: TestUser, slug: string, fields: object = {}): Promise<{ id: number }> {
  const body = { title: slug, slug, lengthInMinutes: 30, ...fields };
  const answer = await house.post("/v2/event-types", body, { as, version });
  expect(answer.status).toBe(201);
  return answer.body.data;
}

describe("GET /v2/event-types/{eventTypeId}", () => {
  test("200 shows every question, in two statements", async () => {
    const ann = await house.user();
    const created = await eventType(ann, "intro", { hidden: true });
    let answer = await house.get(`/v2/event-types/${created.id}`, { as: ann, version });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual(created);
    const statements = await house.countStatements(async () => {
      answer = await house.get(`/v2/event-types/${created.id}`, { as: ann, version });
    });
    expect(statements).toBe(2);
  });

  test("200 for the operator of the server", async () => {
    const { id } = await eventType(await house.user(), "intro");
    expect((await house.get(`/v2/event-types/${id}`, { as: operatorKey, version })).status).toBe(200);
  });

  test("404 for another user's event type, and for an unknown one", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { id } = await eventType(ann, "intro");
    const answer = await house.get(`/v2/event-types/${id}`, { as: ben, version });
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe(`Event type with id ${id} not found`);
    expect((await house.get("/v2/event-types/999999", { as: ben, version })).status).toBe(404);
  });

  test.each(["abc", "99999999999", "2147483648", "-1"])("400 for the id %s", async (id) => {
    expect((await house.get(`/v2/event-types/${id}`, { as: await house.user(), version })).status).toBe(400);
  });

  test("401 without a key", async () => {
    expect((await house.get("/v2/event-types/1", { version })).status).toBe(401);
  });
});

describe("GET /v2/event-types/{eventTypeId}/history", () => {
  test("200 with nothing, for no record is kept; 404 for another user, 401 without a key", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const path = `/v2/event-types/${(await eventType(ann, "intro")).id}/history`;
    expect((await house.get(path, { as: ann, version })).body).toEqual({ status: "success", data: [] });
    expect((await house.get(path, { as: ben, version })).status).toBe(404);
    expect((await house.get(path, { version })).status).toBe(401);
  });
});

describe("GET /v2/event-types/{eventTypeId}/scheduling-config", () => {
  test("200 with its host and schedule; 404 for another user, 401 without a key", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { defaultScheduleId: scheduleId } = (await house.get("/v2/me", { as: ann })).body.data;
    const { id } = await eventType(ann, "intro", { scheduleId });
    const path = `/v2/event-types/${id}/scheduling-config`;
    const data = { eventTypeId: id, schedulingType: null, scheduleId, hosts: [{ userId: ann.id }] };
    expect((await house.get(path, { as: ann, version })).body).toEqual({ status: "success", data });
    expect((await house.get(path, { as: ben, version })).status).toBe(404);
    expect((await house.get(path, { version })).status).toBe(401);
  });
});
