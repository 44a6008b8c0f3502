import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  call,
  freePort,
  processKey,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from "../harness/server-process.js";
import { createTestDatabase } from "../harness/store.js";

const version = { "cal-api-version": "2024-08-13" };
const isPostgres = process.env.KALENDS_TEST_STORE === "postgres";
/** How long after the request the server is killed; null: as soon as it has been answered. */
const killsAfterMs = [5, 15, 30, 60, null];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let env: Record<string, string>;
let server: ServerProcess;

beforeAll(async () => {
  folder = await temporaryFolder();
  env = isPostgres ? { DATABASE_URL: await createTestDatabase("repeats") } : { KALENDS_DATA_DIR: folder.path };
  server = await startServer(env, await freePort());
});

afterAll(async () => {
  await server.stop();
  await folder.remove();
});

/** Books a time of its own under a key of its own. */
const bookUnder = (at: { url: string }, key: string, start: string, eventTypeId: number) =>
  call(at, "POST", "/v2/bookings", {
    headers: { ...version, "idempotency-key": key },
    body: { start, eventTypeId, attendee: { name: "Loop", email: "loop@example.com", timeZone: "UTC" } },
  });

const tenMinutes = (slot: number): string => new Date(Date.UTC(2028, 0, 3) + slot * 10 * 60_000).toISOString();

describe("a request sent again because its answer never came", () => {
  test("is done exactly once, whenever the server was killed", { timeout: 240_000 }, async () => {
    const eventTypeId = await prepare(server, "killed");
    const port = Number(new URL(server.url).port);
    const answers: Awaited<ReturnType<typeof bookUnder>>[] = [];
    for (const [slot, killAfterMs] of killsAfterMs.entries()) {
      const book = () => bookUnder(server, `key-${slot}`, tenMinutes(slot), eventTypeId);
      // The client never learns what became of it.
      const lost = book().catch(() => null);
      await (killAfterMs === null ? lost : sleep(killAfterMs));
      await server.kill();
      server = await startServer(env, port);
      answers.push(await book(), await book());
    }
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(await countBookings(server, eventTypeId)).toBe(killsAfterMs.length);
    const isReplayed = answers.map(({ headers }) => headers.get("idempotency-replayed") === "true");
    expect(isReplayed.filter((_, index) => index % 2 === 1)).toEqual(killsAfterMs.map(() => true));
    expect(isReplayed.at(-2), "killed after the commit, before anybody had the answer").toBe(true);
  });

  test.runIf(isPostgres)("is done once by two processes that get it at the same time", async () => {
    const eventTypeId = await prepare(server, "twins");
    const other = await startServer(env);
    try {
      for (let slot = 0; slot < 20; slot++) {
        const key = randomUUID();
        const ask = (at: ServerProcess) => bookUnder(at, key, tenMinutes(1000 + slot), eventTypeId);
        const answers = await Promise.all([ask(server), ask(other), ask(server), ask(other)]);
        expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
        expect(new Set(answers.map(({ body }) => body.data.uid)).size).toBe(1);
      }
      expect(await countBookings(server, eventTypeId)).toBe(20);
    } finally {
      await other.stop();
    }
  });
});

async function prepare(at: ServerProcess, slug: string): Promise<number> {
  const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  const availability = [{ days, startTime: "00:00", endTime: "23:59" }];
  const schedule = await call(at, "POST", "/v2/schedules", {
    key: processKey,
    headers: { "cal-api-version": "2024-06-11" },
    body: { name: "Always", timeZone: "UTC", isDefault: true, availability },
  });
  expect(schedule.status).toBe(201);
  const eventType = await call(at, "POST", "/v2/event-types", {
    key: processKey,
    headers: { "cal-api-version": "2024-06-14" },
    body: { title: "Loop", slug, lengthInMinutes: 10, minimumBookingNotice: 0 },
  });
  expect(eventType.status).toBe(201);
  return eventType.body.data.id;
}

async function countBookings(at: ServerProcess, eventTypeId: number): Promise<number> {
  const path = `/v2/bookings?eventTypeId=${eventTypeId}&take=1`;
  const { body } = await call(at, "GET", path, { key: processKey, headers: version });
  return body.pagination.totalItems;
}
