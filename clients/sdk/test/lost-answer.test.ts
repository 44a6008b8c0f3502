import { once } from "node:events";
import { createServer, request as forward, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { processKey, type ServerProcess, startServer, temporaryFolder } from "../../../test/harness/server-process.js";
import { Kalends } from "../src/index.js";

/** A real server behind a wire that loses the first answer to each POST: the work is done, and nobody hears of it. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: ServerProcess;
let wire: { url: string; lost: number; close(): void };

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ KALENDS_DATA_DIR: folder.path });
  wire = await startWire(server.url);
});

afterAll(async () => {
  wire.close();
  expect(await server.stop()).toBe(0);
  await folder.remove();
});

async function startWire(target: string): Promise<typeof wire> {
  const seen = new Set<string>();
  const proxy: Server = createServer((request, response) => {
    const onward = forward(target + request.url, { method: request.method, headers: request.headers }, (answer) => {
      const name = `${request.method} ${request.url}`;
      const isLost = request.method === "POST" && !seen.has(name);
      seen.add(name);
      if (!isLost) return void answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers));
      state.lost++;
      answer.resume().on("end", () => request.socket.resetAndDestroy());
    });
    request.pipe(onward);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const { port } = proxy.address() as { port: number };
  const state = { url: `http://127.0.0.1:${port}`, lost: 0, close: () => void proxy.close() };
  return state;
}

test("what was done although its answer was lost is told again, and is there once", async () => {
  const kalends = new Kalends({ apiKey: processKey, baseUrl: wire.url, retryDelayMs: 10 });
  const attendee = { name: "John", email: "john@example.com", timeZone: "UTC" };
  const eventType = await kalends.eventTypes.create({ title: "Once", slug: "once", lengthInMinutes: 30 });
  const start = nextMonday("10:00");
  const booked = await kalends.bookings.create({ start, eventTypeId: eventType.id, attendee });
  const moved = await kalends.bookings.reschedule(booked.uid, { start: nextMonday("11:00") });
  expect(wire.lost).toBe(3);
  const there = await kalends.bookings.list({ eventTypeId: eventType.id });
  expect(there.data.map(({ uid }) => uid).sort()).toEqual([booked.uid, moved.uid].sort());
  expect((await kalends.eventTypes.list()).data.filter(({ slug }) => slug.startsWith("once"))).toHaveLength(1);
});

function nextMonday(time: string): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 14 - ((day.getUTCDay() + 6) % 7));
  return `${day.toISOString().slice(0, 10)}T${time}:00Z`;
}
