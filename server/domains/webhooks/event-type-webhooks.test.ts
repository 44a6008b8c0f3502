import { beforeEach, describe, expect, test } from "vitest";
import { book, makeEventType } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();

const url = "https://your-app.com/webhook";
const unknownId = "00000000-0000-4000-8000-000000000000";
let ann: TestUser;
let bob: TestUser;
let eventTypeId: number;
let path: string;

beforeEach(async () => {
  [ann, bob] = [await house.user(), await house.user()];
  eventTypeId = await makeEventType(house, ann);
  path = `/v2/event-types/${eventTypeId}/webhooks`;
});

const create = async (fields: Record<string, unknown> = {}, under = path) => {
  house.now += 1_000;
  const body = { subscriberUrl: url, triggers: ["BOOKING_CREATED"], active: true, ...fields };
  const answer = await house.post(under, body, { as: ann });
  expect(answer.status).toBe(201);
  return answer.body.data;
};

const listOf = async (under = path) => (await house.get(under, { as: ann })).body.data;
const secondEventType = async () => `/v2/event-types/${await makeEventType(house, ann)}/webhooks`;
const notOwner = () => `IsUserEventTypeWebhookGuard - User (${bob.id}) is not the owner of event type (${eventTypeId})`;

const accountWebhook = async (): Promise<string> =>
  (await house.post("/v2/webhooks", { subscriberUrl: url, triggers: ["BOOKING_CREATED"] }, { as: ann })).body.data.id;

describe("POST /v2/event-types/{eventTypeId}/webhooks", () => {
  test("201 belongs to the event type, not to the account", async () => {
    expect(await create({ secret: "s3" })).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      eventTypeId,
      subscriberUrl: url,
      triggers: ["BOOKING_CREATED"],
      active: true,
      payloadTemplate: null,
      secret: "s3",
      version: "2021-10-20",
    });
    expect((await house.get("/v2/webhooks", { as: ann })).body.data).toEqual([]);
  });

  test("400 with a trigger of organizations, a private address, or no event type id", async () => {
    const body = { subscriberUrl: url, triggers: ["BOOKING_CREATED"] };
    const wrong = [
      house.post(path, { ...body, triggers: ["DELEGATION_CREDENTIAL_ERROR"] }, { as: ann }),
      house.post(path, { ...body, subscriberUrl: "http://10.0.0.1/x" }, { as: ann }),
      house.post("/v2/event-types/x/webhooks", body, { as: ann }),
    ];
    expect((await Promise.all(wrong)).map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(await listOf()).toEqual([]);
  });

  test("409 for the same URL twice, also at once; the account and another event type may have it", async () => {
    const body = { subscriberUrl: url, triggers: ["BOOKING_CREATED"] };
    const answers = await Promise.all([1, 2, 3].map(() => house.post(path, body, { as: ann })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.error.message).toBe(
      "Webhook with this subscriber url already exists for this event type",
    );
    await create({}, await secondEventType());
    await accountWebhook();
    expect(await listOf()).toHaveLength(1);
  });

  test("403 for another user's event type, 404 for none", async () => {
    const body = { subscriberUrl: url, triggers: ["BOOKING_CREATED"] };
    const strange = await house.post(path, body, { as: bob });
    expect([strange.status, strange.body.error.message]).toEqual([403, notOwner()]);
    const unknown = await house.post("/v2/event-types/99999999/webhooks", body, { as: ann });
    expect([unknown.status, unknown.body.error.message]).toEqual([
      404,
      "IsUserEventTypeWebhookGuard - Event type (99999999) not found",
    ]);
    expect(await listOf()).toEqual([]);
  });
});

describe("GET /v2/event-types/{eventTypeId}/webhooks", () => {
  test("200 lists those of the event type, oldest first, in two statements beside the key's", async () => {
    const first = await create();
    const second = await create({ subscriberUrl: `${url}/2` });
    await create({}, await secondEventType());
    await accountWebhook();
    expect(await listOf()).toEqual([first, second]);
    const statements = await house.countStatements(async () => {
      expect(await listOf(`${path}?take=1&skip=1`)).toEqual([second]);
    });
    expect(statements).toBe(3);
  });

  test("400 with a page of nothing", async () => {
    expect((await house.get(`${path}?take=0`, { as: ann })).status).toBe(400);
  });

  test("403 for another user's event type, 404 for none", async () => {
    const answer = await house.get(path, { as: bob });
    expect([answer.status, answer.body.error.message]).toEqual([403, notOwner()]);
    expect((await house.get("/v2/event-types/99999999/webhooks", { as: ann })).status).toBe(404);
  });
});

describe("GET /v2/event-types/{eventTypeId}/webhooks/{webhookId}", () => {
  test("200 shows it as the list does", async () => {
    const webhook = await create();
    const answer = await house.get(`${path}/${webhook.id}`, { as: ann });
    expect([answer.status, answer.body.data]).toEqual([200, webhook]);
  });

  test("400 for a webhook of the account", async () => {
    const id = await accountWebhook();
    const answer = await house.get(`${path}/${id}`, { as: ann });
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      `IsUserEventTypeWebhookGuard - Webhook (${id}) is not associated with an event type`,
    ]);
  });

  test("403 through another event type, as another user, and through the account", async () => {
    const { id } = await create({ secret: "topsecret" });
    const other = await secondEventType();
    const answer = await house.get(`${other}/${id}`, { as: ann });
    expect([answer.status, answer.body.error.message]).toEqual([
      403,
      `IsUserEventTypeWebhookGuard - Webhook (${id}) is not associated with event type (${eventTypeId + 1})`,
    ]);
    expect((await house.get(`${path}/${id}`, { as: bob })).body.error.message).toBe(notOwner());
    const throughAccount = await house.get(`/v2/webhooks/${id}`, { as: ann });
    expect(throughAccount.status).toBe(403);
    expect(JSON.stringify([answer, throughAccount])).not.toContain("topsecret");
  });

  test.each([unknownId, "12", "%00"])("404 for %s", async (id) => {
    const answer = await house.get(`${path}/${id}`, { as: ann });
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toMatch(/^Webhook \(.*\) not found$/s);
  });
});

describe("PATCH /v2/event-types/{eventTypeId}/webhooks/{webhookId}", () => {
  test("200 changes what is given and nothing else", async () => {
    const webhook = await create({ secret: "s1" });
    const other = await create({ subscriberUrl: `${url}/other` });
    const changes = { active: false, triggers: ["BOOKING_CREATED", "MEETING_ENDED"] };
    const answer = await house.patch(`${path}/${webhook.id}`, changes, { as: ann });
    expect([answer.status, answer.body.data]).toEqual([200, { ...webhook, ...changes }]);
    expect(await listOf()).toContainEqual(other);
  });

  test("400, 404 and 409 change nothing", async () => {
    const webhook = await create();
    const other = await create({ subscriberUrl: `${url}/other` });
    const change = async (id: string, body: object) => (await house.patch(`${path}/${id}`, body, { as: ann })).status;
    expect(await change(webhook.id, { triggers: ["DELEGATION_CREDENTIAL_ERROR"] })).toBe(400);
    expect(await change(await accountWebhook(), { active: false })).toBe(400);
    expect(await change(unknownId, { active: false })).toBe(404);
    expect(await change(webhook.id, { subscriberUrl: `${url}/other` })).toBe(409);
    expect(await listOf()).toEqual([webhook, other]);
  });

  test("403 as another user and through another event type, and it stays", async () => {
    const webhook = await create();
    const other = await secondEventType();
    expect((await house.patch(`${path}/${webhook.id}`, { active: false }, { as: bob })).status).toBe(403);
    expect((await house.patch(`${other}/${webhook.id}`, { active: false }, { as: ann })).status).toBe(403);
    expect(await listOf()).toEqual([webhook]);
  });
});

describe("DELETE /v2/event-types/{eventTypeId}/webhooks/{webhookId}", () => {
  test("200 returns what was deleted; others stay; then 404", async () => {
    const webhook = await create();
    const other = await create({ subscriberUrl: `${url}/other` });
    const answer = await house.delete(`${path}/${webhook.id}`, { as: ann });
    expect([answer.status, answer.body.data]).toEqual([200, webhook]);
    expect(await listOf()).toEqual([other]);
    expect((await house.delete(`${path}/${webhook.id}`, { as: ann })).status).toBe(404);
  });

  test("403 as another user and through another event type, and it stays", async () => {
    const webhook = await create();
    const other = await secondEventType();
    expect((await house.delete(`${path}/${webhook.id}`, { as: bob })).status).toBe(403);
    expect((await house.delete(`${other}/${webhook.id}`, { as: ann })).status).toBe(403);
    expect(await listOf()).toEqual([webhook]);
  });
});

describe("DELETE /v2/event-types/{eventTypeId}/webhooks", () => {
  test("200 tells how many there were; those of others stay", async () => {
    const other = await secondEventType();
    await create();
    await create({ subscriberUrl: `${url}/2` });
    await create({}, other);
    await accountWebhook();
    expect((await house.delete(path, { as: ann })).body).toEqual({ status: "success", data: "2 webhooks deleted" });
    expect((await house.delete(path, { as: ann })).body.data).toBe("0 webhooks deleted");
    expect(await listOf(other)).toHaveLength(1);
    expect(await listOf("/v2/webhooks")).toHaveLength(1);
  });

  test("403 for another user's event type, 404 for none", async () => {
    const webhook = await create();
    expect((await house.delete(path, { as: bob })).status).toBe(403);
    expect((await house.delete("/v2/event-types/99999999/webhooks", { as: ann })).status).toBe(404);
    expect(await listOf()).toEqual([webhook]);
  });
});

describe("deliveries to a webhook of an event type", () => {
  const told = async (ofEventType: number): Promise<string[]> => {
    house.posts = [];
    expect((await book(house, ofEventType, `2026-12-0${ofEventType}T09:00:00Z`)).status).toBe(201);
    expect(await house.events()).toMatchObject([{ kind: "booking.created", userId: ann.id }]);
    await house.runJobs();
    return house.posts.map(({ url }) => url);
  };

  test("it hears of bookings of its event type only, beside the webhook of the account", async () => {
    await create({ subscriberUrl: `${url}/event-type` });
    await create({ subscriberUrl: `${url}/cancelled`, triggers: ["BOOKING_CANCELLED"] });
    await accountWebhook();
    const other = await makeEventType(house, ann);
    expect((await told(eventTypeId)).sort()).toEqual([url, `${url}/event-type`]);
    expect(JSON.parse(house.posts[0]?.body ?? "")).toMatchObject({
      triggerEvent: "BOOKING_CREATED",
      payload: { eventTypeId },
    });
    expect(await told(other)).toEqual([url]);
  });

  test("it goes with its event type", async () => {
    await create();
    expect((await house.delete(`/v2/event-types/${eventTypeId}`, { as: ann })).status).toBe(200);
    expect(await house.store.db.selectFrom("webhooks").select("id").execute()).toEqual([]);
  });
});
