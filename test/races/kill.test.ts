import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { eventually } from "../harness/eventually.js";
import { prepareLoop } from "../harness/loop-account.js";
import { startReceiver } from "../harness/receiver.js";
import { call, freePort, processKey, startServer, temporaryFolder } from "../harness/server-process.js";
import { createTestDatabase } from "../harness/store.js";

const kills = 10;
const version = { "cal-api-version": "2024-08-13" };

describe("a server killed while it books", () => {
  test("keeps every acknowledged booking, doubles none, and delivers each of them", { timeout: 180_000 }, async () => {
    const folder = await temporaryFolder();
    const receiver = await startReceiver();
    const isPostgres = process.env.KALENDS_TEST_STORE === "postgres";
    const env: Record<string, string> = {
      KALENDS_ALLOW_PRIVATE_WEBHOOKS: "true",
      ...(isPostgres ? { DATABASE_URL: await createTestDatabase("kill") } : { KALENDS_DATA_DIR: folder.path }),
    };
    const port = await freePort();
    let server = await startServer(env, port);
    const eventTypeId = await prepareLoop(server, receiver.url);

    const acknowledged: { uid: string; start: string }[] = [];
    let isOver = false;
    const booking = (async () => {
      for (let slot = 0; !isOver; slot++) {
        const start = new Date(Date.UTC(2028, 0, 3) + slot * 10 * 60_000).toISOString();
        const attendee = { name: "Loop", email: `loop-${randomUUID()}@example.com`, timeZone: "UTC" };
        const body = { start, eventTypeId, attendee };
        const answer = await call(server, "POST", "/v2/bookings", { body, headers: version }).catch(() => null);
        if (answer?.status === 201) acknowledged.push({ uid: answer.body.data.uid, start });
        else if (answer === null) await sleep(50);
      }
    })();

    for (let round = 0; round < kills; round++) {
      const soFar = acknowledged.length;
      await eventually(() => expect(acknowledged.length).toBeGreaterThan(soFar + 2), 30_000);
      await sleep(Math.random() * 50);
      await server.kill();
      server = await startServer(env, port);
    }
    isOver = true;
    await booking;

    const bookings = await listAll(server, eventTypeId);
    const uids = new Set(bookings.map(({ uid }) => uid));
    expect(acknowledged.filter(({ uid }) => !uids.has(uid))).toEqual([]);
    const starts = bookings.map(({ start }) => start);
    expect(new Set(starts).size, "no time is booked twice").toBe(starts.length);

    await eventually(() => {
      const delivered = new Set(receiver.received.map(({ body }) => body.payload.uid));
      expect([...uids].filter((uid) => !delivered.has(uid))).toEqual([]);
    }, 120_000);
    expectStableIds(receiver.received);
    await server.stop();
    await receiver.close();
    await folder.remove();
  });
});

/** A server that is killed before it could note an answer sends again, under the same delivery id. */
function expectStableIds(received: Awaited<ReturnType<typeof startReceiver>>["received"]): void {
  const idOf = new Map<string, string>();
  for (const { body, headers } of received) {
    const id = String(headers["x-kalends-delivery"]);
    expect(idOf.get(body.payload.uid) ?? id).toBe(id);
    idOf.set(body.payload.uid, id);
  }
}

async function listAll(server: { url: string }, eventTypeId: number): Promise<{ uid: string; start: string }[]> {
  const all: { uid: string; start: string }[] = [];
  for (;;) {
    const path = `/v2/bookings?eventTypeId=${eventTypeId}&take=250&skip=${all.length}`;
    const { body } = await call(server, "GET", path, { key: processKey, headers: version });
    all.push(...body.data);
    if (!body.pagination.hasNextPage) return all;
  }
}
