import { pino } from "pino";
import { expect, test } from "vitest";
import { deliverDue } from "../../server/domains/webhooks/index.js";
import { buildApp } from "../../server/http/app.js";
import { createRateLimit } from "../../server/http/rate-limit.js";
import { operations } from "../../server/http/routes.js";
import { tasks } from "../../server/jobs/tasks.js";
import { runDueJobs } from "../../server/jobs/worker.js";
import { guest, makeEventType, newest } from "../harness/fixtures.js";
import { useHouse } from "../harness/house.js";

const house = useHouse();

/** Every text that must not be found again where it does not belong, each in another place of a request. */
const marks = {
  key: "cal_live_5ec2e70000000000000000000000key0",
  token: "5ec2e7-bearer-token",
  clientSecret: "5ec2e7-client-secret",
  cookie: "5ec2e7-cookie",
  idempotencyKey: "5ec2e7-idempotency-key",
  webhookSecret: "5ec2e7-webhook-secret",
  queryKey: "5ec2e7-query-key",
  note: "5ec2e7-what-the-guest-confided",
  receiver: "5ec2e7-in-the-receivers-address",
};

test("keys, secrets, cookies and what guests write are in no log line and in no error body", async () => {
  const lines: string[] = [];
  const logger = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  const ctx = { ...house.contextOfDoor(), log: logger };
  const app = await buildApp({ ctx, logger, rateLimit: createRateLimit({ limits: { key: 100_000, address: 40 } }) });
  const ann = await house.user();
  const eventTypeId = await makeEventType(house, ann);
  const errors: string[] = [];

  const send = async (method: string, url: string, payload: unknown, headers: Record<string, string> = {}) => {
    const answer = await app.inject({
      method: method as "POST",
      url,
      headers: {
        "content-type": "application/json",
        cookie: `uid=${marks.cookie}`,
        "idempotency-key": marks.idempotencyKey,
        ...headers,
      },
      payload: payload === undefined ? undefined : JSON.stringify(payload),
    });
    // An error tells the path with its query, as upstream: that is the caller's own text.
    if (answer.statusCode >= 400) errors.push(answer.body.replaceAll(JSON.stringify(url).slice(1, -1), "<path>"));
    return answer;
  };

  const body = {
    secret: marks.webhookSecret,
    clientSecret: marks.clientSecret,
    refreshToken: marks.token,
    code: marks.token,
  };
  const credentials: Record<string, string>[] = [
    { authorization: `Bearer ${ann.apiKey}` },
    { authorization: `Bearer ${marks.key}` },
    { authorization: `Bearer ${marks.token}` },
    { "x-cal-client-id": "client", "x-cal-secret-key": marks.clientSecret },
    {},
  ];
  // Replacing the key would end it, and a stream has no end.
  for (const { method, path } of operations.filter(({ auth, isStream }) => auth !== "api-key" && !isStream)) {
    const url = `${path.replace(/\{\w+\}/g, "999")}?apiKey=${marks.queryKey}`;
    for (const headers of credentials) await send(method, url, method === "GET" ? undefined : body, headers);
  }

  const asAnn = { authorization: `Bearer ${ann.apiKey}` };
  const hook = { subscriberUrl: `https://example.com/${marks.receiver}`, triggers: ["BOOKING_CREATED"] };
  await send("POST", "/v2/webhooks", { ...hook, secret: marks.webhookSecret }, { ...asAnn, "idempotency-key": "hook" });
  house.answerPost = () => ({ kind: "answered", status: 500, durationMs: 1 });
  const booked = await send(
    "POST",
    "/v2/bookings",
    {
      start: "2026-12-01T09:00:00Z",
      eventTypeId,
      attendee: guest,
      bookingFieldsResponses: { notes: marks.note },
    },
    { ...asAnn, "cal-api-version": newest.bookings, "idempotency-key": "booking" },
  );
  expect(booked.statusCode, booked.body).toBe(201);
  const clock = { ...ctx, actor: { kind: "clock" } as const };
  await runDueJobs(clock, tasks);
  await deliverDue(clock);
  expect(house.posts.length).toBeGreaterThan(0);
  await sendToBrokenStore();

  const log = lines.join("");
  expect(log).toContain("requestId");
  expect(log).toContain("bookingUid");
  expect(log).toContain(booked.json().data.uid);
  expect(log).toContain("deliveryId");
  expect(log).toContain("request failed");
  expect(errors.length).toBeGreaterThan(operations.length);
  for (const [name, mark] of Object.entries({ ...marks, apiKey: ann.apiKey })) {
    expect(log.includes(mark), `${name} in the log: ${lines.find((line) => line.includes(mark))}`).toBe(false);
    expect(errors.filter((text) => text.includes(mark)).slice(0, 1), `${name} in an error`).toEqual([]);
  }
  expect(errors.filter((text) => /\bat .*\.[jt]s:\d+|node_modules/.test(text)).slice(0, 1), "no stack").toEqual([]);
  const events = JSON.stringify(await house.store.db.selectFrom("events").selectAll().execute());
  for (const mark of [ann.apiKey, marks.webhookSecret, marks.cookie, marks.idempotencyKey])
    expect(events).not.toContain(mark);
  await app.close();
  await house.events();

  /** A bug whose error carries what the caller sent. */
  async function sendToBrokenStore(): Promise<void> {
    const broken = {
      ...ctx,
      settings: new Proxy(ctx.settings, {
        get: () => {
          throw new TypeError("a bug in the settings");
        },
      }),
    };
    const door = await buildApp({ ctx: broken, logger });
    const payload = { start: "2026-12-01T09:00:00Z", eventTypeId, attendee: { ...guest, name: marks.note } };
    const headers = { ...asAnn, "cal-api-version": newest.bookings };
    const answer = await door.inject({ method: "POST", url: "/v2/bookings", headers, payload });
    errors.push(answer.body);
    expect(answer.statusCode).toBe(500);
    await door.close();
  }
});
