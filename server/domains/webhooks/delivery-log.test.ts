import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { book, makeEventType } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";
import { dayMs, hourMs, minuteMs } from "../../core/time/index.js";

const house = useHouse();

const unknownId = "00000000-0000-4000-8000-000000000000";
let ann: TestUser;
let bob: TestUser;
let eventTypeId: number;
let taken = 0;

beforeEach(async () => {
  [ann, bob] = [await house.user(), await house.user()];
  eventTypeId = await makeEventType(house, ann);
  taken = 0;
});

/** The two places under which webhooks live. */
const levels = { account: () => "/v2/webhooks", eventType: () => `/v2/event-types/${eventTypeId}/webhooks` };

const subscribe = async (path: string, fields: object = {}): Promise<string> => {
  const body = { subscriberUrl: "https://your-app.com/webhook", triggers: ["BOOKING_CREATED"], ...fields };
  const answer = await house.post(path, body, { as: ann });
  expect(answer.status).toBe(201);
  return `${path}/${answer.body.data.id}`;
};

/** A booking of Ann's, told to whoever wants to know. */
const happen = async (of = eventTypeId): Promise<string> => {
  house.now += minuteMs;
  const start = new Date(Date.parse("2026-11-30T09:00:00Z") + taken++ * hourMs).toISOString();
  const { status, body } = await book(house, of, start);
  expect(status).toBe(201);
  await house.runJobs();
  expect((await house.events()).map(({ kind }) => kind)).toEqual(["booking.created"]);
  return body.data.uid;
};

const refuse = (): void => {
  house.answerPost = () => ({ kind: "answered", status: 500, durationMs: 7 });
};
const accept = (): void => {
  house.answerPost = () => ({ kind: "answered", status: 200, durationMs: 7 });
};

const list = async (hook: string, query = "") => (await house.get(`${hook}/deliveries${query}`, { as: ann })).body;
const uidsSent = () => house.posts.map(({ body }) => JSON.parse(body).payload.uid);

/** Whatever the operation, nobody learns of what is not his. */
async function expectNoStrangers(
  send: (path: string, as: TestUser | undefined) => Promise<{ status: number }>,
  hook: string,
) {
  expect((await send(hook, bob)).status).toBe(403);
  expect((await send(hook, undefined)).status).toBe(401);
  expect((await send(hook.replace(/[^/]+$/, unknownId), ann)).status).toBe(404);
  expect((await send(hook.replace(/[^/]+$/, "1"), ann)).status).toBe(404);
}

const noBody = { account: null, eventType: null };

function listTests(path: keyof typeof noBody): void {
  test("200 tells status, attempts, answer and times, the newest first, in pages", async () => {
    const hook = await subscribe(levels[path](), { secret: "very secret" });
    const first = await happen();
    refuse();
    await happen();
    await happen();
    const { data, pagination } = await list(hook);
    expect(pagination).toEqual({ nextCursor: null, hasMore: false });
    expect(data).toHaveLength(3);
    expect(data[2]).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      webhookId: hook.split("/").at(-1),
      trigger: "BOOKING_CREATED",
      status: "delivered",
      attempts: 1,
      responseStatus: 200,
      error: null,
      createdAt: "2026-11-23T06:01:00.000Z",
      nextAttemptAt: null,
      finishedAt: "2026-11-23T06:01:00.000Z",
    });
    expect(data[0]).toMatchObject({
      status: "pending",
      attempts: 1,
      responseStatus: 500,
      error: "answered 500",
      nextAttemptAt: "2026-11-23T06:04:00.000Z",
      finishedAt: null,
    });
    const page = await list(hook, "?take=2");
    expect(page).toMatchObject({ data: data.slice(0, 2), pagination: { hasMore: true } });
    const rest = await list(hook, `?take=2&cursor=${page.pagination.nextCursor}`);
    expect(rest).toMatchObject({ data: data.slice(2), pagination: { nextCursor: null } });
    expect((await list(hook, "?status=delivered")).data).toEqual([data[2]]);
    const everything = JSON.stringify([
      await list(hook),
      (await house.get(`${hook}/deliveries/${data[2].id}`, { as: ann })).body,
    ]);
    for (const hidden of ["very secret", first, "gil@example.com", "signature"])
      expect(everything).not.toContain(hidden);
  });

  test.each(["take=0", "take=251", "status=lost", "cursor=zzz", "cursor="])("400 for %s", async (query) => {
    const hook = await subscribe(levels[path]());
    expect((await house.get(`${hook}/deliveries?${query}`, { as: ann })).status).toBe(400);
  });
}

describe("GET /v2/webhooks/{webhookId}/deliveries", () => {
  listTests("account");

  test("403 for another user's webhook, 404 for an unknown one", async () => {
    const hook = await subscribe(levels.account());
    await expectNoStrangers((to, as) => house.get(`${to}/deliveries`, { as }), hook);
  });
});

describe("GET /v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries", () => {
  listTests("eventType");

  test("403 for another user's event type, 404 for an unknown webhook", async () => {
    const hook = await subscribe(levels.eventType());
    await expectNoStrangers((to, as) => house.get(`${to}/deliveries`, { as }), hook);
  });
});

function getTests(path: keyof typeof noBody): void {
  test("200 tells each attempt", async () => {
    const hook = await subscribe(levels[path]());
    refuse();
    await happen();
    accept();
    house.now += minuteMs;
    await house.runJobs();
    const [{ id }] = (await list(hook)).data;
    const { status, body } = await house.get(`${hook}/deliveries/${id}`, { as: ann });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ id, status: "delivered", attempts: 2, error: null });
    expect(body.data.attemptLog).toEqual([
      {
        attempt: 1,
        attemptedAt: "2026-11-23T06:01:00.000Z",
        responseStatus: 500,
        error: "answered 500",
        durationMs: 7,
      },
      { attempt: 2, attemptedAt: "2026-11-23T06:02:00.000Z", responseStatus: 200, error: null, durationMs: 7 },
    ]);
  });

  test("403 for another user's webhook, 404 for the delivery of another webhook and unknown ones", async () => {
    const [hook, other] = [
      await subscribe(levels[path]()),
      await subscribe(levels[path](), { subscriberUrl: "https://b.example/" }),
    ];
    await happen();
    const [{ id }] = (await list(hook)).data;
    await expectNoStrangers((to, as) => house.get(`${to}/deliveries/${id}`, { as }), hook);
    for (const wrong of [`${other}/deliveries/${id}`, `${hook}/deliveries/${unknownId}`, `${hook}/deliveries/1`]) {
      expect((await house.get(wrong, { as: ann })).status).toBe(404);
    }
  });
}

describe("GET /v2/webhooks/{webhookId}/deliveries/{deliveryId}", () => {
  getTests("account");
  test("404 for the delivery of another webhook: see above", () => {});
});

describe("GET /v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries/{deliveryId}", () => {
  getTests("eventType");
  test("404 for the delivery of another webhook: see above", () => {});
});

function redeliverTests(path: keyof typeof noBody): void {
  test("200 sends the same bytes under the same id once more, signed with the secret of today", async () => {
    const hook = await subscribe(levels[path](), { secret: "old" });
    await happen();
    const [{ id }] = (await list(hook)).data;
    await house.patch(hook, { secret: "new" }, { as: ann });
    const { status, body } = await house.post(`${hook}/deliveries/${id}/redeliver`, undefined, { as: ann });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ id, status: "pending", attempts: 1, finishedAt: null });
    await house.runJobs();
    const [first, second] = house.posts;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers).toEqual({
      ...first?.headers,
      "X-Kalends-Attempt": "2",
      "X-Cal-Signature-256": createHmac("sha256", "new")
        .update(second?.body ?? "")
        .digest("hex"),
    });
    expect((await list(hook)).data).toMatchObject([{ id, status: "delivered", attempts: 2 }]);
  });

  test("200 also for one that was given up, which then has all its tries again", async () => {
    const hook = await subscribe(levels[path]());
    refuse();
    await happen();
    for (const waitMs of [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 24 * hourMs]) {
      house.now += waitMs;
      await house.runJobs();
    }
    const [{ id, status }] = (await list(hook)).data;
    expect(status).toBe("failed");
    await house.post(`${hook}/deliveries/${id}/redeliver`, {}, { as: ann });
    await house.runJobs();
    const nextAttemptAt = new Date(house.now + minuteMs).toISOString();
    expect((await list(hook)).data).toMatchObject([{ status: "pending", attempts: 7, nextAttemptAt }]);
  });

  test.each([200, 500])("200 while a try is under way that is answered %i: there is one more", async (answered) => {
    const hook = await subscribe(levels[path]());
    house.answerPost = async ({ headers }) => {
      accept();
      const id = headers["X-Kalends-Delivery"];
      const { status } = await house.post(`${hook}/deliveries/${id}/redeliver`, {}, { as: ann });
      expect(status).toBe(200);
      return { kind: "answered", status: answered, durationMs: 7 };
    };
    await happen();
    expect(house.posts.map(({ headers }) => headers["X-Kalends-Attempt"])).toEqual(["1", "2"]);
    const [{ id }] = (await list(hook)).data;
    const { data } = (await house.get(`${hook}/deliveries/${id}`, { as: ann })).body;
    expect(data).toMatchObject({ status: "delivered", attempts: 2, nextAttemptAt: null });
    expect(data.attemptLog.map(({ responseStatus }: { responseStatus: number }) => responseStatus)).toEqual([
      answered,
      200,
    ]);
  });

  test("409 while the webhook is switched off", async () => {
    const hook = await subscribe(levels[path]());
    await happen();
    await house.patch(hook, { active: false }, { as: ann });
    const [{ id }] = (await list(hook)).data;
    expect((await house.post(`${hook}/deliveries/${id}/redeliver`, {}, { as: ann })).status).toBe(409);
    await house.runJobs();
    expect(house.posts).toHaveLength(1);
  });

  test("403 for another user's webhook, 404 for unknown ones", async () => {
    const hook = await subscribe(levels[path]());
    await happen();
    const [{ id }] = (await list(hook)).data;
    await expectNoStrangers((to, as) => house.post(`${to}/deliveries/${id}/redeliver`, {}, { as }), hook);
    expect((await house.post(`${hook}/deliveries/${unknownId}/redeliver`, {}, { as: ann })).status).toBe(404);
    await house.runJobs();
    expect(house.posts).toHaveLength(1);
  });
}

describe("POST /v2/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver", () => {
  redeliverTests("account");
  test("403 for another user's webhook: see above", () => {});
});

describe("POST /v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver", () => {
  redeliverTests("eventType");
  test("403 for another user's webhook: see above", () => {});
});

function replayTests(path: keyof typeof noBody): void {
  test("200 tells again what happened in the range, what was missed as well, in order", async () => {
    const before = await happen();
    const hook = await subscribe(levels[path]());
    const told = await happen();
    await house.patch(hook, { active: false }, { as: ann });
    const missed = await happen();
    await house.patch(hook, { active: true }, { as: ann });
    const after = await happen();
    expect(uidsSent()).toEqual([told, after]);
    const range = { from: "2026-11-23T06:02:00Z", to: "2026-11-23T06:04:00Z" };
    const { status, body } = await house.post(`${hook}/replay`, range, { as: ann });
    expect([status, body.data]).toEqual([200, { events: 2, deliveries: 2 }]);
    await house.runJobs();
    expect(uidsSent()).toEqual([told, after, told, missed]);
    const [first, , again] = house.posts;
    expect(again?.headers["X-Kalends-Delivery"]).toBe(first?.headers["X-Kalends-Delivery"]);
    expect(again?.body).toBe(first?.body);
    const all = { from: "2026-11-23T00:00:00Z", undeliveredOnly: true };
    expect((await house.post(`${hook}/replay`, all, { as: ann })).body.data).toEqual({ events: 4, deliveries: 1 });
    await house.runJobs();
    expect(uidsSent().slice(4)).toEqual([before]);
  });

  test("200 tells nothing of another event type, another account or another trigger", async () => {
    const hook = await subscribe(levels[path](), { triggers: ["BOOKING_CANCELLED"] });
    await happen();
    const range = { from: "2026-11-23T00:00:00Z" };
    expect((await house.post(`${hook}/replay`, range, { as: ann })).body.data).toEqual({ events: 0, deliveries: 0 });
    if (path === "eventType") {
      await house.patch(hook, { triggers: ["BOOKING_CREATED"] }, { as: ann });
      await happen(await makeEventType(house, ann));
      expect((await house.post(`${hook}/replay`, range, { as: ann })).body.data).toEqual({ events: 1, deliveries: 1 });
    }
  });

  test.each<[object, string]>([
    [{}, "from"],
    [{ from: "yesterday" }, "from"],
    [{ from: "2026-11-23T06:00:00Z", to: "2026-11-23T06:00:00Z" }, "from must be before to"],
    [{ from: "2026-01-01T00:00:00Z" }, "31 days"],
    [{ from: "2026-11-22T00:00:00Z", undeliveredOnly: "yes" }, "undeliveredOnly"],
  ])("400 for %j", async (range, word) => {
    const hook = await subscribe(levels[path]());
    const { status, body } = await house.post(`${hook}/replay`, range, { as: ann });
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(word)]);
  });

  test("409 while the webhook is switched off; 403 for another user's, 404 for an unknown one", async () => {
    const hook = await subscribe(levels[path]());
    const range = { from: "2026-11-23T00:00:00Z" };
    await expectNoStrangers((to, as) => house.post(`${to}/replay`, range, { as }), hook);
    await house.patch(hook, { active: false }, { as: ann });
    expect((await house.post(`${hook}/replay`, range, { as: ann })).status).toBe(409);
  });
}

describe("POST /v2/webhooks/{webhookId}/replay", () => {
  replayTests("account");
  test("403 for another user's webhook: see above", () => {});
});

describe("POST /v2/event-types/{eventTypeId}/webhooks/{webhookId}/replay", () => {
  replayTests("eventType");
  test("403 for another user's webhook: see above", () => {});
});

describe("a webhook at which nothing arrives for three days", () => {
  const mails = () =>
    house.store.db
      .selectFrom("mails")
      .select(["kind", "to_email as to", "text"])
      .where("kind", "=", "webhook-paused")
      .execute();

  test.each(["account", "eventType"] as const)(
    "(%s) is paused, and its owner gets one mail; PATCH resumes it",
    async (level) => {
      const hook = await subscribe(levels[level]());
      refuse();
      await happen();
      for (let hours = 0; hours < 70; hours += 5) {
        house.now += 5 * hourMs;
        await house.runJobs();
      }
      await happen();
      expect((await house.get(hook, { as: ann })).body.data.active).toBe(true);
      house.now += hourMs;
      await house.runJobs();
      house.now += 2 * hourMs;
      await house.runJobs();
      expect((await house.events()).map(({ kind, subject, userId }) => [kind, subject, userId])).toEqual([
        ["webhook.paused", hook.split("/").at(-1), ann.id],
      ]);
      const { data } = (await house.get(hook, { as: ann })).body;
      expect(data).toMatchObject({ active: false, pausedAt: expect.stringMatching(/^2026-11-2/) });
      expect(await mails()).toEqual([
        { kind: "webhook-paused", to: ann.email, text: expect.stringContaining("answered 500") },
      ]);
      const sent = house.posts.length;
      house.now += 2 * dayMs;
      await house.runJobs();
      expect(house.posts).toHaveLength(sent);
      expect((await list(hook, "?status=abandoned")).data).not.toEqual([]);
      accept();
      const resumed = await house.patch(hook, { active: true }, { as: ann });
      expect(resumed.body.data).not.toHaveProperty("pausedAt");
      await happen();
      expect(house.posts).toHaveLength(sent + 1);
      expect(await mails()).toHaveLength(1);
    },
  );

  test("is not paused if anything arrives in between", async () => {
    const hook = await subscribe(levels.account());
    refuse();
    await happen();
    house.now += 2 * dayMs;
    accept();
    await house.runJobs();
    house.now += 2 * dayMs;
    refuse();
    await happen();
    expect((await house.get(hook, { as: ann })).body.data.active).toBe(true);
    expect(await mails()).toEqual([]);
  });
});

describe("deliveries of one booking", () => {
  const cancel = async (uid: string): Promise<void> => {
    const body = { cancellationReason: "sick" };
    const version = "2024-08-13";
    expect((await house.post(`/v2/bookings/${uid}/cancel`, body, { as: ann, version })).status).toBe(200);
    await house.runJobs();
    await house.events();
  };
  const both = { triggers: ["BOOKING_CREATED", "BOOKING_CANCELLED"] };
  const triggersOf = (url: string) =>
    house.posts.filter((post) => post.url === url).map(({ body }) => JSON.parse(body).triggerEvent);

  test("stay in order: a later one waits for the earlier one's next try, others do not", async () => {
    await subscribe(levels.account(), { ...both, subscriberUrl: "https://a.example/" });
    await subscribe(levels.account(), { ...both, subscriberUrl: "https://b.example/" });
    house.answerPost = ({ url }) => ({
      kind: "answered",
      status: url === "https://a.example/" ? 500 : 200,
      durationMs: 1,
    });
    const uid = await happen();
    await cancel(uid);
    expect(triggersOf("https://a.example/")).toEqual(["BOOKING_CREATED"]);
    expect(triggersOf("https://b.example/")).toEqual(["BOOKING_CREATED", "BOOKING_CANCELLED"]);
    await happen();
    // A minute has passed: the first one was tried again, and the new booking's was tried.
    expect(triggersOf("https://a.example/")).toEqual(Array(3).fill("BOOKING_CREATED"));
    accept();
    house.now += 5 * minuteMs;
    await house.runJobs();
    const told = house.posts.filter(({ url }) => url === "https://a.example/").slice(3);
    const ofFirst = told.map(({ body }) => JSON.parse(body)).filter(({ payload }) => payload.uid === uid);
    expect(ofFirst.map(({ triggerEvent }) => triggerEvent)).toEqual(["BOOKING_CREATED", "BOOKING_CANCELLED"]);
  });

  test("one that is given up lets the next one go; one that is sent again takes the others along", async () => {
    const hook = await subscribe(levels.account(), both);
    house.answerPost = ({ body }) => ({
      kind: "answered",
      status: body.includes("BOOKING_CREATED") ? 400 : 200,
      durationMs: 1,
    });
    const uid = await happen();
    await cancel(uid);
    for (const waitMs of [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs]) {
      house.now += waitMs;
      await house.runJobs();
    }
    expect((await list(hook)).data.map(({ status }: { status: string }) => status)).toEqual(["pending", "pending"]);
    const { id } = (await list(hook)).data.find(({ trigger }: { trigger: string }) => trigger === "BOOKING_CREATED");
    accept();
    await house.post(`${hook}/deliveries/${id}/redeliver`, {}, { as: ann });
    await house.runJobs();
    expect((await list(hook)).data.map(({ status }: { status: string }) => status)).toEqual(["delivered", "delivered"]);
    refuse();
    await cancel(await happen());
    house.answerPost = ({ body }) => ({
      kind: "answered",
      status: body.includes("BOOKING_CREATED") ? 400 : 200,
      durationMs: 1,
    });
    for (const waitMs of [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 24 * hourMs]) {
      house.now += waitMs;
      await house.runJobs();
    }
    const last = (await list(hook)).data.slice(0, 2);
    expect(last.map(({ trigger, status }: { trigger: string; status: string }) => [trigger, status]).sort()).toEqual([
      ["BOOKING_CANCELLED", "delivered"],
      ["BOOKING_CREATED", "failed"],
    ]);
  });
});

test("deliveries and events are forgotten after thirty days", async () => {
  const hook = await subscribe(levels.account());
  await happen();
  house.now += 29 * dayMs;
  await house.runJobs();
  await house.doChores();
  await house.events();
  expect((await list(hook)).data).toHaveLength(1);
  house.now += 2 * dayMs;
  await house.doChores();
  expect((await list(hook)).data).toEqual([]);
  const events = await house.store.db.selectFrom("events").select("kind").execute();
  expect(events.map(({ kind }) => kind)).not.toContain("booking.created");
});
