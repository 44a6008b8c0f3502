import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { makeEventType } from "../../test/harness/fixtures.js";
import { useHouse } from "../../test/harness/house.js";
import { getQueueState } from "../jobs/queries.js";
import { buildApp } from "./app.js";
import { createMetrics } from "./metrics.js";

const house = useHouse();
const token = "a-token-of-the-scraper";
const queue = () => getQueueState(house.store.db, house.now);
const opened: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((app) => app.close()));
});

async function watchedDoor() {
  const { now, store } = house.contextOfDoor();
  const metrics = await createMetrics({ token, queue, now, connections: store.connections });
  const ctx = house.contextOfDoor();
  const app = await buildApp({ ctx: { ...ctx, outside: metrics.watching(ctx.outside) }, queue, metrics });
  opened.push(app);
  const scrape = async () =>
    (await app.inject({ url: "/metrics", headers: { authorization: `Bearer ${token}` } })).body;
  return { app, metrics, scrape };
}

const addJob = (fields: { run_at: Date; dead_at?: Date; kind?: string }) =>
  house.store.db
    .insertInto("jobs")
    .values({ kind: "test", payload: {}, ...fields } as never)
    .execute();

async function addDelivery({ dueAt, failingSince }: { dueAt: number; failingSince: Date | null }): Promise<void> {
  const { id: userId } = await house.user();
  const id = crypto.randomUUID();
  const webhook = { id, user_id: userId, subscriber_url: `https://example.com/${id}`, triggers: [] };
  await house.store.db
    .insertInto("webhooks")
    .values({ ...webhook, failing_since: failingSince } as never)
    .execute();
  const sent = { trigger: "BOOKING_CREATED", content_type: "application/json", body: "{}", signature: "", thread: id };
  const times = { due_at: new Date(dueAt), created_at: new Date(dueAt) };
  const delivery = { id, webhook_id: id, event_id: 1, status: "pending", ...sent, ...times };
  await house.store.db
    .insertInto("webhook_deliveries")
    .values(delivery as never)
    .execute();
}

describe("GET /metrics", () => {
  test("404 on a server without a token, 401 without it or with another", async () => {
    expect((await house.get("/metrics")).status).toBe(404);
    const { app } = await watchedDoor();
    expect((await app.inject({ url: "/metrics" })).statusCode).toBe(401);
    const headers = { authorization: "Bearer a-token-of-the-scrapes" };
    expect((await app.inject({ url: "/metrics", headers })).statusCode).toBe(401);
  });

  test("200 counts requests by route and status, and times slots and bookings", async () => {
    const { app, scrape } = await watchedDoor();
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann);
    await app.inject({ url: `/v2/slots?eventTypeId=${eventTypeId}&start=2026-12-01&end=2026-12-02` });
    await app.inject({ url: "/v2/me", headers: { authorization: `Bearer ${ann.apiKey}` } });
    await app.inject({ url: "/v2/me" });
    await app.inject({ method: "POST", url: "/v2/bookings", payload: {} });
    await app.inject({ url: `/v2/bookings/${ann.apiKey}` });
    await app.inject({ url: "/nowhere/else" });
    const text = await scrape();
    expect(text).toContain('kalends_http_requests_total{method="GET",route="/v2/slots",status="200"} 1');
    expect(text).toContain('kalends_http_requests_total{method="GET",route="/v2/me",status="200"} 1');
    expect(text).toContain('kalends_http_requests_total{method="GET",route="/v2/me",status="401"} 1');
    expect(text).toContain('{method="GET",route="/v2/bookings/:bookingUid",status="404"} 1');
    expect(text).toContain('{method="any",route="unknown",status="404"} 1');
    expect(text).toContain("kalends_slots_seconds_count 1");
    expect(text).toContain("kalends_booking_seconds_count 1");
    expect(text).toContain("process_cpu_seconds_total");
    expect(text, "values of paths are no labels").not.toContain(ann.apiKey);
  });

  test("200 tells how deep the queue is, how old, and how many connections there are", async () => {
    const { scrape } = await watchedDoor();
    await addJob({ run_at: new Date(house.now - 90_000) });
    await addJob({ run_at: new Date(house.now - 30_000) });
    await addJob({ run_at: new Date(house.now + 30_000) });
    await addJob({ run_at: new Date(house.now - 90_000), dead_at: new Date(house.now - 1000) });
    const text = await scrape();
    expect(text).toContain("kalends_jobs_due 2");
    expect(text).toContain("kalends_jobs_oldest_due_seconds 90");
    expect(text).toContain("kalends_jobs_dead 1");
    await addDelivery({ dueAt: house.now - 5_000, failingSince: null });
    const later = await scrape();
    expect(later).toContain("kalends_deliveries_due 1");
    expect(later).toContain("kalends_deliveries_oldest_due_seconds 5");
    expect(text.includes('kalends_store_connections{state="idle"}')).toBe(house.store.kind === "postgres");
  });

  test("200 counts how attempts to deliver ended", async () => {
    const { metrics, scrape } = await watchedDoor();
    const { post } = metrics.watching(house.contextOfDoor().outside);
    const request = { url: "https://example.com/", headers: {}, body: "{}", timeoutMs: 1 };
    await post(request);
    house.answerPost = () => ({ kind: "answered", status: 503, durationMs: 1 });
    await post(request);
    house.answerPost = () => ({ kind: "timeout", message: "", durationMs: 1 });
    await post(request);
    const text = await scrape();
    for (const outcome of ["2xx", "5xx", "timeout"]) {
      expect(text).toContain(`kalends_webhook_attempts_total{outcome="${outcome}"} 1`);
    }
  });
});

describe("GET /health", () => {
  const health = async (ask = queue) => {
    const app = await buildApp({ ctx: house.contextOfDoor(), queue: ask });
    opened.push(app);
    const answer = await app.inject({ url: "/health" });
    return [answer.statusCode, answer.json()];
  };

  test("200 ok in one statement", async () => {
    expect(await health()).toEqual([200, { status: "ok", store: house.store.kind }]);
    expect(await house.countStatements(() => queue())).toBe(1);
  });

  test("200 degraded while jobs are late, or dead", async () => {
    await addJob({ run_at: new Date(house.now - 59_000) });
    await addJob({ run_at: new Date(house.now), dead_at: new Date(house.now - 25 * 3_600_000) });
    expect(await health()).toEqual([200, { status: "ok", store: house.store.kind }]);
    await addJob({ run_at: new Date(house.now - 61_000) });
    await addJob({ run_at: new Date(house.now), dead_at: new Date(house.now - 60_000) });
    const troubles = ["jobs-late", "jobs-dead"];
    expect(await health()).toEqual([200, { status: "degraded", store: house.store.kind, troubles }]);
  });

  test("200 degraded while deliveries are late, but not those to a receiver at which nothing arrives", async () => {
    await addDelivery({ dueAt: house.now - 61_000, failingSince: new Date(house.now - 3_600_000) });
    expect(await health()).toEqual([200, { status: "ok", store: house.store.kind }]);
    await addDelivery({ dueAt: house.now - 61_000, failingSince: null });
    expect(await health()).toEqual([
      200,
      { status: "degraded", store: house.store.kind, troubles: ["deliveries-late"] },
    ]);
  });

  test("503 while the store does not answer, without its words", async () => {
    const broken = () => Promise.reject(new Error("connect ECONNREFUSED 10.1.2.3:5432"));
    expect(await health(broken)).toEqual([503, { status: "unavailable", store: house.store.kind }]);
  });
});
