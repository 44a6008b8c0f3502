import { describe, expect, test } from "vitest";
import { type TestUser, useHouse } from "../../../test/harness/house.js";
import { checkTarget } from "./rules.js";
import { triggers } from "./triggers.js";

const house = useHouse();

const url = "https://your-app.com/webhook";
const unknownId = "00000000-0000-4000-8000-000000000000";

const create = async (as: TestUser, fields: Record<string, unknown> = {}) => {
  house.now += 1_000;
  const body = { subscriberUrl: url, triggers: ["BOOKING_CREATED"], ...fields };
  const answer = await house.post("/v2/webhooks", body, { as });
  expect(answer.status).toBe(201);
  return answer.body.data;
};

const listOf = async (as: TestUser) => (await house.get("/v2/webhooks", { as })).body.data;

describe("POST /v2/webhooks", () => {
  test("201 with the quick start's body: active is true when absent", async () => {
    const ann = await house.user();
    const body = { subscriberUrl: url, triggers: ["BOOKING_CREATED", "BOOKING_CANCELLED"] };
    const answer = await house.post("/v2/webhooks", body, { as: ann });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      status: "success",
      data: {
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        userId: ann.id,
        subscriberUrl: url,
        triggers: ["BOOKING_CREATED", "BOOKING_CANCELLED"],
        active: true,
        payloadTemplate: null,
        secret: null,
        version: "2021-10-20",
      },
    });
  });

  test("201 with everything, and shows the secret", async () => {
    const ann = await house.user();
    const payloadTemplate = '{"content":"new event","name":"{{title}}"}';
    const fields = { active: false, payloadTemplate, secret: "topsecret", version: "2021-10-20" };
    expect(await create(ann, fields)).toMatchObject(fields);
  });

  test("201 with explicit nulls, empty triggers and unknown properties", async () => {
    const ann = await house.user();
    const fields = { triggers: [], secret: null, payloadTemplate: null, time: null, timeUnit: null, colour: "red" };
    const webhook = await create(ann, fields);
    expect(webhook).toMatchObject({ triggers: [], secret: null, payloadTemplate: null });
    expect(webhook).not.toHaveProperty("colour");
    expect(webhook).not.toHaveProperty("time");
  });

  test("201 with every trigger that a person can have, later names too", async () => {
    const ann = await house.user();
    const personal = triggers.filter((trigger) => trigger !== "DELEGATION_CREDENTIAL_ERROR");
    expect((await create(ann, { triggers: [...personal, "BOOKING_PAID"] })).triggers).toEqual(personal);
  });

  test.each([
    ["none", {}, { time: 5, timeUnit: "MINUTE" }],
    ["a time", { time: 2 }, { time: 2, timeUnit: "MINUTE" }],
    ["both", { time: 2, timeUnit: "HOUR" }, { time: 2, timeUnit: "HOUR" }],
  ])("201 gives a no-show trigger its delay from %s", async (_, given, expected) => {
    const ann = await house.user();
    const webhook = await create(ann, { triggers: ["AFTER_HOSTS_CAL_VIDEO_NO_SHOW"], ...given });
    expect(webhook).toMatchObject(expected);
  });

  test("401 without a key", async () => {
    expect((await house.post("/v2/webhooks", { subscriberUrl: url, triggers: [] })).status).toBe(401);
  });

  test.each([
    ["no subscriberUrl", { subscriberUrl: undefined }, "subscriberUrl"],
    ["a null subscriberUrl", { subscriberUrl: null }, "subscriberUrl"],
    ["something that is no URL", { subscriberUrl: "not a url" }, "subscriberUrl"],
    ["another scheme", { subscriberUrl: "ftp://example.com/x" }, "subscriberUrl"],
    ["user-info", { subscriberUrl: "https://user:word@example.com/x" }, "subscriberUrl"],
    ["localhost", { subscriberUrl: "http://localhost:3000/x" }, "subscriberUrl"],
    ["loopback", { subscriberUrl: "http://127.0.0.1:43849/hook" }, "subscriberUrl"],
    ["loopback as a number", { subscriberUrl: "http://2130706433/hook" }, "subscriberUrl"],
    ["a private address", { subscriberUrl: "https://192.168.1.4/hook" }, "subscriberUrl"],
    ["a private address mapped into IPv6", { subscriberUrl: "https://[::ffff:10.0.0.1]/hook" }, "subscriberUrl"],
    ["a metadata service", { subscriberUrl: "http://169.254.169.254/latest" }, "subscriberUrl"],
    ["a metadata host", { subscriberUrl: "http://metadata.google.internal/x" }, "subscriberUrl"],
    ["a URL that no index holds", { subscriberUrl: `https://example.com/${"ü".repeat(1_000)}` }, "subscriberUrl"],
    ["no triggers", { triggers: undefined }, "triggers"],
    ["triggers that are no list", { triggers: "BOOKING_CREATED" }, "triggers"],
    ["an unknown trigger", { triggers: ["BOOKING_CREATED", "NOPE"] }, "triggers"],
    ["BOOKING_CONFIRMED, which is no trigger", { triggers: ["BOOKING_CONFIRMED"] }, "triggers"],
    ["a text for active", { active: "true" }, "active"],
    ["null for active", { active: null }, "active"],
    ["a number for the secret", { secret: 12 }, "secret"],
    ["an object for the template", { payloadTemplate: {} }, "payloadTemplate"],
    ["a block in the template", { payloadTemplate: "{{#each attendees}}x{{/each}}" }, "payloadTemplate"],
    ["an unknown version", { version: "2020-01-01" }, "version"],
    ["a time of zero", { time: 0 }, "time"],
    ["a broken time", { time: 1.5 }, "time"],
    ["an unknown unit", { timeUnit: "WEEK" }, "timeUnit"],
  ])("400 with %s, and nothing is written", async (_, fields, property) => {
    const ann = await house.user();
    const body = { subscriberUrl: url, triggers: ["BOOKING_CREATED"], ...fields };
    const answer = await house.post("/v2/webhooks", body, { as: ann });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors[0].property).toBe(property);
    expect(await listOf(ann)).toEqual([]);
  });

  test("400 tells a wrong element of the list that it is in", async () => {
    const body = { subscriberUrl: url, triggers: ["NOPE", "NO"] };
    const answer = await house.post("/v2/webhooks", body, { as: await house.user() });
    const [error, ...others] = answer.body.error.details.errors;
    expect(others).toEqual([]);
    expect(error).toMatchObject({ property: "triggers", children: [] });
    expect(error.constraints.isEnum).toMatch(/^each value in triggers must be one of the following values: /);
  });

  test("400 with DELEGATION_CREDENTIAL_ERROR, which only organizations have", async () => {
    const ann = await house.user();
    const body = { subscriberUrl: url, triggers: ["DELEGATION_CREDENTIAL_ERROR"] };
    const answer = await house.post("/v2/webhooks", body, { as: ann });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe(
      "DELEGATION_CREDENTIAL_ERROR trigger is only available for organization webhooks",
    );
  });

  test("400 does not repeat the secret", async () => {
    const ann = await house.user();
    const answer = await house.post("/v2/webhooks", { subscriberUrl: "x", triggers: [], secret: "hush" }, { as: ann });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain("hush");
  });

  test("400 with a text that cannot be stored", async () => {
    const ann = await house.user();
    const answer = await house.post("/v2/webhooks", { subscriberUrl: url, triggers: [], secret: "a\0b" }, { as: ann });
    expect(answer.status).toBe(400);
  });

  test("409 for the same URL twice, also at once; another account may have it", async () => {
    const [ann, bob] = [await house.user(), await house.user()];
    const body = { subscriberUrl: url, triggers: ["BOOKING_CREATED"] };
    const answers = await Promise.all([1, 2, 3].map(() => house.post("/v2/webhooks", body, { as: ann })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error).toMatchObject({
      code: "ConflictException",
      message: "Webhook with this subscriber url already exists for this user",
    });
    expect(await listOf(ann)).toHaveLength(1);
    await create(bob);
  });

  test("private addresses pass where the operator allows them, metadata services never", () => {
    expect(() => checkTarget("http://127.0.0.1:43849/hook", true)).not.toThrow();
    expect(() => checkTarget("http://169.254.169.254/", true)).toThrow();
  });
});

describe("GET /v2/webhooks", () => {
  test("200 lists the caller's own, oldest first, in one statement", async () => {
    const [ann, bob] = [await house.user(), await house.user()];
    for (const number of [1, 2, 3]) await create(ann, { subscriberUrl: `${url}/${number}` });
    await create(bob);
    let answer = await house.get("/v2/webhooks", { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body.data.map((webhook: { subscriberUrl: string }) => webhook.subscriberUrl)).toEqual([
      `${url}/1`,
      `${url}/2`,
      `${url}/3`,
    ]);
    const statements = await house.countStatements(async () => {
      answer = await house.get("/v2/webhooks?take=1&skip=1", { as: ann });
    });
    expect(statements).toBe(2);
    expect(answer.body.data).toHaveLength(1);
    expect(answer.body.data[0].subscriberUrl).toBe(`${url}/2`);
  });

  test("200 with nothing", async () => {
    expect(await listOf(await house.user())).toEqual([]);
  });

  test.each(["take=0", "take=251", "take=x", "skip=-1"])("400 with %s", async (query) => {
    expect((await house.get(`/v2/webhooks?${query}`, { as: await house.user() })).status).toBe(400);
  });

  test("401 without a key", async () => {
    expect((await house.get("/v2/webhooks")).status).toBe(401);
  });
});

describe("GET /v2/webhooks/{webhookId}", () => {
  test("200 shows the whole record", async () => {
    const ann = await house.user();
    const webhook = await create(ann, { secret: "topsecret" });
    let answer = await house.get(`/v2/webhooks/${webhook.id}`, { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({
      ...webhook,
      teamId: null,
      eventTypeId: null,
      oAuthClientId: null,
      appId: null,
      platform: false,
      time: null,
      timeUnit: null,
      createdAt: "2026-11-23T06:00:01.000Z",
    });
    const statements = await house.countStatements(async () => {
      answer = await house.get(`/v2/webhooks/${webhook.id.toUpperCase()}`, { as: ann });
    });
    expect(answer.status).toBe(200);
    expect(statements).toBe(2);
  });

  test.each([unknownId, "12", "not-an-id", "%00"])("404 for %s", async (id) => {
    const ann = await house.user();
    const answer = await house.get(`/v2/webhooks/${id}`, { as: ann });
    expect(answer.status).toBe(404);
    expect(answer.body.error.code).toBe("NotFoundException");
  });

  test("403 for another user's webhook", async () => {
    const [ann, bob] = [await house.user(), await house.user()];
    const webhook = await create(ann, { secret: "topsecret" });
    const answer = await house.get(`/v2/webhooks/${webhook.id}`, { as: bob });
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toBe(
      `IsUserWebhookGuard - user with id=(${bob.id}) is not the owner of webhook with id=(${webhook.id})`,
    );
    expect(JSON.stringify(answer.body)).not.toContain("topsecret");
  });

  test("401 without a key", async () => {
    expect((await house.get(`/v2/webhooks/${unknownId}`)).status).toBe(401);
  });
});

describe("PATCH /v2/webhooks/{webhookId}", () => {
  test("200 changes what is given and nothing else", async () => {
    const ann = await house.user();
    const other = await create(ann, { subscriberUrl: `${url}/other` });
    const webhook = await create(ann, { active: false, secret: "s1", payloadTemplate: "{{title}}" });
    const path = `/v2/webhooks/${webhook.id}`;
    const answer = await house.patch(path, { triggers: ["BOOKING_CANCELLED"], active: true }, { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({ ...webhook, triggers: ["BOOKING_CANCELLED"], active: true });
    expect((await house.patch(path, { secret: "s2" }, { as: ann })).body.data.secret).toBe("s2");
    expect((await house.patch(path, {}, { as: ann })).body.data.secret).toBe("s2");
    expect(await listOf(ann)).toContainEqual(other);
  });

  test("200 an explicit null clears the template and the secret", async () => {
    const ann = await house.user();
    const { id } = await create(ann, { secret: "s1", payloadTemplate: "{{title}}" });
    const answer = await house.patch(`/v2/webhooks/${id}`, { secret: null, payloadTemplate: null }, { as: ann });
    expect(answer.body.data).toMatchObject({ secret: null, payloadTemplate: null });
  });

  test("200 a no-show trigger that is added later gets its delay", async () => {
    const ann = await house.user();
    const { id } = await create(ann);
    const changes = { triggers: ["AFTER_GUESTS_CAL_VIDEO_NO_SHOW"] };
    const answer = await house.patch(`/v2/webhooks/${id}`, changes, { as: ann });
    expect(answer.body.data).toMatchObject({ time: 5, timeUnit: "MINUTE" });
  });

  test("200 of two changes at once neither is lost", async () => {
    const ann = await house.user();
    const { id } = await create(ann);
    const path = `/v2/webhooks/${id}`;
    await Promise.all([
      house.patch(path, { secret: "s2" }, { as: ann }),
      house.patch(path, { active: false }, { as: ann }),
    ]);
    expect((await listOf(ann))[0]).toMatchObject({ secret: "s2", active: false });
  });

  test.each([
    ["a null subscriberUrl", { subscriberUrl: null }],
    ["a private address", { subscriberUrl: "http://10.0.0.1/x" }],
    ["an unknown trigger", { triggers: ["NOPE"] }],
    ["null triggers", { triggers: null }],
    ["a trigger of organizations", { triggers: ["DELEGATION_CREDENTIAL_ERROR"] }],
    ["null for active", { active: null }],
    ["a block in the template", { payloadTemplate: "{{#if title}}x{{/if}}" }],
  ])("400 with %s, and nothing changes", async (_, changes) => {
    const ann = await house.user();
    const webhook = await create(ann);
    const answer = await house.patch(`/v2/webhooks/${webhook.id}`, { secret: "s2", ...changes }, { as: ann });
    expect(answer.status).toBe(400);
    expect(await listOf(ann)).toEqual([webhook]);
  });

  test("409 for the URL of another webhook; its own is fine", async () => {
    const ann = await house.user();
    await create(ann, { subscriberUrl: `${url}/taken` });
    const { id } = await create(ann);
    const answer = await house.patch(`/v2/webhooks/${id}`, { subscriberUrl: `${url}/taken` }, { as: ann });
    expect(answer.status).toBe(409);
    expect(answer.body.error.message).toBe("Webhook with this subscriber url already exists for this user");
    expect((await house.patch(`/v2/webhooks/${id}`, { subscriberUrl: url }, { as: ann })).status).toBe(200);
  });

  test("404 for an unknown webhook", async () => {
    const ann = await house.user();
    expect((await house.patch(`/v2/webhooks/${unknownId}`, {}, { as: ann })).status).toBe(404);
  });

  test("403 for another user's webhook, and it stays as it is", async () => {
    const [ann, bob] = [await house.user(), await house.user()];
    const webhook = await create(ann);
    expect((await house.patch(`/v2/webhooks/${webhook.id}`, { active: false }, { as: bob })).status).toBe(403);
    expect(await listOf(ann)).toEqual([webhook]);
  });

  test("401 without a key", async () => {
    expect((await house.patch(`/v2/webhooks/${unknownId}`, {})).status).toBe(401);
  });
});

describe("DELETE /v2/webhooks/{webhookId}", () => {
  test("200 returns what was deleted; others stay", async () => {
    const ann = await house.user();
    const other = await create(ann, { subscriberUrl: `${url}/other` });
    const webhook = await create(ann, { secret: "topsecret" });
    const answer = await house.delete(`/v2/webhooks/${webhook.id}`, { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual(webhook);
    expect(await listOf(ann)).toEqual([other]);
    expect((await house.delete(`/v2/webhooks/${webhook.id}`, { as: ann })).status).toBe(404);
  });

  test("404 for an unknown webhook", async () => {
    expect((await house.delete(`/v2/webhooks/${unknownId}`, { as: await house.user() })).status).toBe(404);
  });

  test("403 for another user's webhook, and it stays", async () => {
    const [ann, bob] = [await house.user(), await house.user()];
    const webhook = await create(ann);
    expect((await house.delete(`/v2/webhooks/${webhook.id}`, { as: bob })).status).toBe(403);
    expect(await listOf(ann)).toEqual([webhook]);
  });

  test("401 without a key", async () => {
    expect((await house.delete(`/v2/webhooks/${unknownId}`)).status).toBe(401);
  });
});
