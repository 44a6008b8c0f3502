import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { processKey, type ServerProcess, startServer, temporaryFolder } from "../../../test/harness/server-process.js";
import { Kalends, KalendsError, type KalendsOptions, MalformedAnswerError } from "../src/index.js";
import { type Mishap, startWire, type Wire } from "./wire.js";

/** A real server behind a wire on which the first sending of each POST has a mishap. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: ServerProcess;
let wire: Wire;
/** Straight to the server, to see what is there. */
let direct: Kalends;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ KALENDS_DATA_DIR: folder.path });
  direct = new Kalends({ apiKey: processKey, baseUrl: server.url });
});

afterEach(() => wire.close());

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await folder.remove();
});

async function meet(mishap: Mishap, options: KalendsOptions = {}): Promise<Kalends> {
  wire = await startWire(server.url, ({ method }, before) => (method === "POST" && before === 0 ? mishap : undefined));
  return new Kalends({ apiKey: processKey, baseUrl: wire.url, retryDelayMs: 10, ...options });
}

const attendee = { name: "John", email: "john@example.com", timeZone: "UTC" };
let count = 0;

/** An event type of its own for each test. */
async function makeEventType(): Promise<number> {
  const slug = `once-${++count}`;
  return (await direct.eventTypes.create({ title: "Once", slug, lengthInMinutes: 30 })).id;
}

/** Each test has a day of its own as well: its host is the same. */
const at = (time: string): string => `${nextMondayPlus(count)}T${time}:00Z`;

const uidsOf = async (eventTypeId: number): Promise<string[]> =>
  (await direct.bookings.list({ eventTypeId })).data.map(({ uid }) => uid).sort();

const postings = (): number => wire.seen.filter((one) => one === "POST /v2/bookings").length;

describe("is booked, moved and cancelled once, and the caller hears of it", () => {
  test.each<[string, Mishap]>([
    ["429, to come back in a second", { kind: "instead", status: 429, headers: { "retry-after": "1" } }],
    ["500 before the server", { kind: "instead", status: 500 }],
    ["503 before the server", { kind: "instead", status: 503, headers: { "retry-after": "0" } }],
    ["502 although it was done", { kind: "relabelled", status: 502 }],
    ["a reset although it was done", { kind: "lost" }],
    ["half an answer", { kind: "halved" }],
    ["no answer in time", { kind: "silence" }],
    ["a sending that arrives after its repetition", { kind: "late", delayMs: 2500 }],
  ])("%s", async (_, mishap) => {
    const eventTypeId = await makeEventType();
    const kalends = await meet(mishap, /silence|late/.test(mishap.kind) ? { timeoutMs: 2000 } : {});
    const booked = await kalends.bookings.create({ start: at("10:00"), eventTypeId, attendee });
    expect(postings()).toBe(2);
    const moved = await kalends.bookings.reschedule(booked.uid, { start: at("11:00") });
    const cancelled = await kalends.bookings.cancel(moved.uid, { cancellationReason: "called off" });
    expect(cancelled).toMatchObject({ uid: moved.uid, status: "cancelled" });
    await wire.settled();
    expect(await uidsOf(eventTypeId)).toEqual([booked.uid, moved.uid].sort());
  });
});

describe("where nothing can be known, it is an error, and nothing was done twice", () => {
  test("a page of HTML in place of the answer", async () => {
    const eventTypeId = await makeEventType();
    const kalends = await meet({ kind: "garbled" });
    const booking = kalends.bookings.create({ start: at("10:00"), eventTypeId, attendee });
    await expect(booking).rejects.toBeInstanceOf(MalformedAnswerError);
    await expect(booking).rejects.toMatchObject({ mayHaveTakenEffect: true });
    expect([postings(), (await uidsOf(eventTypeId)).length]).toEqual([1, 1]);
  });

  test("a lost answer, and keys are switched off", async () => {
    const eventTypeId = await makeEventType();
    const kalends = await meet({ kind: "lost" }, { idempotencyKeys: "off" });
    const booking = kalends.bookings.create({ start: at("10:00"), eventTypeId, attendee });
    await expect(booking).rejects.toBeInstanceOf(KalendsError);
    await expect(booking).rejects.toMatchObject({ code: "CONNECTION_FAILED", mayHaveTakenEffect: true });
    expect([postings(), (await uidsOf(eventTypeId)).length]).toEqual([1, 1]);
  });
});

/** The Monday after next and the days of work after it, one for each number. */
function nextMondayPlus(days: number): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 14 - ((day.getUTCDay() + 6) % 7) + 7 * Math.floor(days / 5) + (days % 5));
  return day.toISOString().slice(0, 10);
}
