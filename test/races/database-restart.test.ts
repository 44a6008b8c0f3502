import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { eventually } from "../harness/eventually.js";
import { prepareLoop } from "../harness/loop-account.js";
import { type PostgresServer, startPostgres } from "../harness/postgres.js";
import { startReceiver } from "../harness/receiver.js";
import { call, processKey, startServer } from "../harness/server-process.js";

const crashes = 3;
const version = { "cal-api-version": "2024-08-13" };

// It needs a PostgreSQL of its own: the one of the run has other tests on it.
const mayCrash = process.env.KALENDS_TEST_STORE === "postgres" && !process.env.KALENDS_TEST_DATABASE_URL;

describe.runIf(mayCrash)("a PostgreSQL that crashes and comes back under a server that books", () => {
  test("costs 503s, but no booking, no webhook, and not the server", { timeout: 240_000 }, async () => {
    const postgres = await startPostgres();
    const receiver = await startReceiver();
    const database = await postgres.createDatabase("crashing");
    const server = await startServer({ DATABASE_URL: database, KALENDS_ALLOW_PRIVATE_WEBHOOKS: "true" });
    try {
      const eventTypeId = await prepareLoop(server, receiver.url);
      const refusals: { status: number; retryAfter: string | null; code: string }[] = [];
      let [made, isOver] = [0, false];
      const booker = async (): Promise<void> => {
        while (!isOver) {
          const key = randomUUID();
          const start = new Date(Date.UTC(2028, 0, 3) + made++ * 10 * 60_000).toISOString();
          for (let isBooked = false; !isBooked; ) {
            const answer = await call(server, "POST", "/v2/bookings", {
              headers: { ...version, "idempotency-key": key },
              body: { start, eventTypeId, attendee: { name: "Loop", email: "loop@example.com", timeZone: "UTC" } },
            });
            isBooked = answer.status === 201;
            if (isBooked) continue;
            const { code } = answer.body.error;
            refusals.push({ status: answer.status, retryAfter: answer.headers.get("retry-after"), code });
            await sleep(50);
          }
        }
      };
      const bookers = Promise.all([booker(), booker(), booker()]);
      for (let crash = 0; crash < crashes; crash++) {
        const soFar = made;
        await eventually(() => expect(made).toBeGreaterThan(soFar + 5), 60_000);
        await crashOnce(postgres);
      }
      const soFar = made;
      await eventually(() => expect(made).toBeGreaterThan(soFar + 5), 60_000);
      isOver = true;
      await bookers;

      expect(refusals.length, "the crashes were felt").toBeGreaterThan(0);
      expect(refusals).toEqual(refusals.map(() => ({ status: 503, retryAfter: "2", code: "NO_STORE" })));
      const path = `/v2/bookings?eventTypeId=${eventTypeId}&take=1`;
      const { body } = await call(server, "GET", path, { key: processKey, headers: version });
      expect(body.pagination.totalItems).toBe(made);
      await eventually(
        () => expect(new Set(receiver.received.map((one) => one.body.payload.uid)).size).toBe(made),
        90_000,
      );
      expect((await fetch(`${server.url}/health`)).status).toBe(200);
    } finally {
      await server.stop();
      await receiver.close();
      await postgres.stop();
    }
  });
});

/** Kills one backend of the server: PostgreSQL then ends all others, recovers and starts again. */
async function crashOnce(postgres: PostgresServer): Promise<void> {
  const client = new Client({ connectionString: postgres.url("postgres") });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query("select pg_backend_pid() as pid");
  process.kill(rows[0].pid, "SIGKILL");
  await client.end().catch(() => {});
}
