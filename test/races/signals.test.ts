import { describe, expect, test } from "vitest";
import { eventually } from "../harness/eventually.js";
import { bookLoop, prepareLoop } from "../harness/loop-account.js";
import { startReceiver } from "../harness/receiver.js";
import {
  call,
  freePort,
  processKey,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from "../harness/server-process.js";
import { createTestDatabase } from "../harness/store.js";

const isPostgres = process.env.KALENDS_TEST_STORE === "postgres";

describe("a server killed between a delivery and its answer", () => {
  test("delivers again under the same id when its time is over, and keeps one row of it", {
    timeout: 180_000,
  }, async () => {
    const folder = await temporaryFolder();
    const receiver = await startReceiver({ delayMs: 4_000 });
    const env: Record<string, string> = {
      KALENDS_ALLOW_PRIVATE_WEBHOOKS: "true",
      ...(isPostgres ? { DATABASE_URL: await createTestDatabase("kill") } : { KALENDS_DATA_DIR: folder.path }),
    };
    const port = await freePort();
    const killed = await startServer(env, port);
    const uid = await bookLoop(killed, await prepareLoop(killed, receiver.url), 0);
    await eventually(() => expect(receiver.received).toHaveLength(1), 30_000);
    await killed.kill();
    receiver.delayMs = 0;

    const server = await startServer(env, port);
    const hooks = await call(server, "GET", "/v2/webhooks", { key: processKey });
    const path = `/v2/webhooks/${hooks.body.data[0].id}/deliveries`;
    await eventually(async () => {
      const { body } = await call(server, "GET", path, { key: processKey });
      expect(body.data).toMatchObject([{ status: "delivered", attempts: 2 }]);
    }, 90_000);
    const [first, second, ...more] = receiver.received;
    expect(more).toEqual([]);
    expect(second?.body.payload.uid).toBe(uid);
    expect(second?.raw).toBe(first?.raw);
    expect(second?.headers["x-kalends-delivery"]).toBe(first?.headers["x-kalends-delivery"]);
    expect([first, second].map((one) => one?.headers["x-kalends-attempt"])).toEqual(["1", "2"]);
    await server.stop();
    await receiver.close();
    await folder.remove();
  });
});

interface Followed {
  ids: string[];
  subjects: string[];
  close(): void;
}

/** Follows the operator's log at a server. */
async function follow(server: ServerProcess, lastEventId?: string): Promise<Followed> {
  const closing = new AbortController();
  const headers = { authorization: `Bearer ${processKey}`, ...(lastEventId && { "last-event-id": lastEventId }) };
  const { status, body } = await fetch(`${server.url}/v2/stream`, { headers, signal: closing.signal });
  expect(status).toBe(200);
  const followed: Followed = { ids: [], subjects: [], close: () => closing.abort() };
  const decoder = new TextDecoder();
  let text = "";
  let hasBegun = (): void => {};
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  const reading = async (): Promise<void> => {
    for await (const chunk of body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      hasBegun();
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks.filter((one) => one.includes("\ndata: "))) {
        followed.ids.push(/^id: (.*)$/m.exec(block)?.[1] ?? "");
        followed.subjects.push(JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "{}").subject);
      }
    }
  };
  reading().catch(() => {});
  await begun;
  return followed;
}

describe.runIf(isPostgres)("two servers on one database", () => {
  test("stream every event once and in one order, also to who goes on at the other", { timeout: 180_000 }, async () => {
    const receiver = await startReceiver();
    const env = { KALENDS_ALLOW_PRIVATE_WEBHOOKS: "true", DATABASE_URL: await createTestDatabase("streams") };
    const servers = [await startServer(env), await startServer(env)] as const;
    const eventTypeId = await prepareLoop(servers[0], receiver.url);
    const streams = [await follow(servers[0]), await follow(servers[1])] as const;

    const bookings = Array.from({ length: 30 }, (_, n) => n);
    const booked = (numbers: number[]) =>
      Promise.all(numbers.map((n) => bookLoop(servers[n % 2 === 0 ? 0 : 1], eventTypeId, n)));
    const uids = await booked(bookings.slice(0, 20));
    await eventually(() => expect(streams.map(({ ids }) => ids.length)).toEqual([20, 20]), 60_000);
    streams[0].close();
    uids.push(...(await booked(bookings.slice(20))));
    const resumed = await follow(servers[1], streams[0].ids.at(-1));
    await eventually(() => expect([streams[1].ids.length, resumed.ids.length]).toEqual([30, 10]), 60_000);

    const { body } = await call(servers[0], "GET", "/v2/events", { key: processKey });
    const inOrder = body.data.map(({ id }: { id: string }) => id);
    expect(streams[1].ids).toEqual(inOrder);
    expect([...streams[0].ids, ...resumed.ids]).toEqual(inOrder);
    expect([...streams[1].subjects].sort()).toEqual([...uids].sort());
    await eventually(() => {
      const delivered = receiver.received.map((one) => one.body.payload.uid);
      expect([...delivered].sort(), "each is delivered by one of the two").toEqual([...uids].sort());
    }, 60_000);
    const stoppedAt = performance.now();
    await Promise.all(servers.map((server) => server.stop()));
    expect(performance.now() - stoppedAt, "open streams and unused connections hold no server up").toBeLessThan(20_000);
    await receiver.close();
  });
});
