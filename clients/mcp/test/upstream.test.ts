import { afterAll, beforeAll, expect, test } from "vitest";
import { processKey, type ServerProcess, startServer, temporaryFolder } from "../../../test/harness/server-process.js";
import { type Connected, connectTo } from "./harness.js";
import { startUpstream } from "./upstream.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: ServerProcess;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let mcp: Connected;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ KALENDS_DATA_DIR: folder.path });
  upstream = await startUpstream(server.url);
  mcp = await connectTo("stdio", upstream.url, processKey);
});

afterAll(async () => {
  await mcp.close();
  await upstream.stop();
  await server.stop();
  await folder.remove();
});

const attendee = { name: "John Doe", email: "john@example.com", timeZone: "Europe/Rome" };

const firstTime = async (): Promise<string> => {
  const from = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  return (await mcp.call("find_times", { eventTypeId: 1, from })).value.times[0];
};

test("a hold that cannot be redeemed is given back once its time is booked", async () => {
  const start = await firstTime();
  const held = await mcp.call("hold_time", { eventTypeId: 1, start });
  const booked = await mcp.call("book", { eventTypeId: 1, start, attendee, holdUid: held.value.holdUid });
  expect(booked.value, booked.text).toMatchObject({ status: "accepted" });
  expect(upstream.deleted).toEqual([`/v2/slots/reservations/${held.value.holdUid}`]);
});

test("a refusal without alternatives is told with the nearest slots, on the attendee's clock", async () => {
  const start = await firstTime();
  await mcp.call("book", { eventTypeId: 1, start, attendee });
  const refused = await mcp.call("book", { eventTypeId: 1, start, attendee });
  expect(refused.isError).toBe(true);
  const [other] = /\d{4}-\d\d-\d\dT[\d:]+\+0[12]:00/.exec(refused.text) ?? [];
  expect((await mcp.call("book", { eventTypeId: 1, start: other, attendee })).value.start).toBe(other);
});

test("a refused move is told with slots of the booking's own event type", async () => {
  const first = await firstTime();
  await mcp.call("book", { eventTypeId: 1, start: first, attendee });
  const two = await mcp.call("book", { eventTypeId: 1, start: await firstTime(), attendee });
  const refused = await mcp.call("reschedule_booking", { uid: two.value.uid, start: first, timeZone: "UTC" });
  expect(refused.text).toContain("can be booked now (UTC)");
});

test("where reasons are not told, the nearest times are", async () => {
  const start = await firstTime();
  await mcp.call("book", { eventTypeId: 1, start, attendee });
  const why = await mcp.call("why_not_offered", { eventTypeId: 1, start });
  expect(why.value).toMatchObject({ offered: false, reasons: [], note: expect.stringContaining("does not tell") });
  expect(why.value.nearest.length).toBeGreaterThan(0);
});
