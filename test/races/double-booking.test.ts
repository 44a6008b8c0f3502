import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, processKey, type ServerProcess, startServer } from "../harness/server-process.js";
import { createTestDatabase } from "../harness/store.js";

/** The same request many times at once, through two server processes on one PostgreSQL. */
describe.runIf(process.env.KALENDS_TEST_STORE === "postgres")("races between two processes", () => {
  let servers: ServerProcess[] = [];
  let env: { DATABASE_URL: string };
  const version = { "cal-api-version": "2024-08-13" };
  let host: { apiKey: string };
  let made = 0;

  beforeAll(async () => {
    env = { DATABASE_URL: await createTestDatabase("races") };
    servers = await Promise.all([startServer(env), startServer(env)]);
    const body = { email: "host@example.com", name: "Host", timeZone: "UTC" };
    host = (await call(servers[0]!, "POST", "/v2/admin/users", { key: processKey, body })).body.data;
  });

  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  const eventType = async (fields: object = {}): Promise<number> => {
    const body = { title: "Intro", slug: `intro-${++made}`, lengthInMinutes: 30, minimumBookingNotice: 0, ...fields };
    const headers = { "cal-api-version": "2024-06-14" };
    const answer = await call(servers[0]!, "POST", "/v2/event-types", { key: host.apiKey, body, headers });
    expect(answer.status).toBe(201);
    return answer.body.data.id;
  };

  /** Sends all requests at once, every other one to the other process, and tells how each ended and how long it took. */
  const atOnce = async (requests: { path: string; body: object; key?: string }[]) =>
    Promise.all(
      requests.map(async ({ path, body, key }, index) => {
        const startedAt = performance.now();
        const answer = await call(servers[index % 2]!, "POST", path, { body, key, headers: version });
        return { status: answer.status, ms: performance.now() - startedAt, body: answer.body };
      }),
    );

  const guest = (number: number) => ({ name: `Guest ${number}`, email: `guest${number}@example.com`, timeZone: "UTC" });

  const expectOneWinner = (answers: { status: number; ms: number }[]): void => {
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status !== 201 && status !== 400 && status !== 409)).toEqual([]);
    const slowestMs = Math.max(...answers.map(({ ms }) => ms));
    console.info(`${answers.length} callers, the last one answered after ${slowestMs.toFixed(0)} ms`);
  };

  const monday = (hour: string, week: number): string => {
    const day = new Date(Date.UTC(2027, 5, 7 + 7 * week));
    return `${day.toISOString().slice(0, 10)}T${hour}:00Z`;
  };

  test("a third process joins while the others serve", async () => {
    const third = await startServer(env);
    expect((await call(third, "GET", "/health")).body).toEqual({ status: "ok", store: "postgres" });
    expect(await third.stop()).toBe(0);
  });

  test("one exact slot, 50 callers: exactly one gets it", async () => {
    const eventTypeId = await eventType();
    const requests = Array.from({ length: 50 }, (_, i) => ({
      path: "/v2/bookings",
      body: { start: monday("10:00", 0), eventTypeId, attendee: guest(i) },
    }));
    const answers = await atOnce(requests);
    expectOneWinner(answers);
  });

  test("overlapping starts, 50 callers: exactly one gets its time", async () => {
    const eventTypeId = await eventType();
    const starts = ["10:00", "10:10", "10:15", "10:20"];
    const requests = Array.from({ length: 50 }, (_, i) => ({
      path: "/v2/bookings",
      body: { start: monday(starts[i % 4]!, 1), eventTypeId, attendee: guest(i) },
    }));
    expectOneWinner(await atOnce(requests));
  });

  test("two event types of one host, 50 callers: exactly one gets the time", async () => {
    const ids = [await eventType(), await eventType({ lengthInMinutes: 45 })];
    const requests = Array.from({ length: 50 }, (_, i) => ({
      path: "/v2/bookings",
      body: { start: monday("10:00", 2), eventTypeId: ids[i % 2], attendee: guest(i) },
    }));
    expectOneWinner(await atOnce(requests));
  });

  test("one booking moved eight times at once: one move wins, and one accepted booking is left", async () => {
    const eventTypeId = await eventType();
    const body = { start: monday("09:00", 3), eventTypeId, attendee: guest(1) };
    const [first] = await atOnce([{ path: "/v2/bookings", body }]);
    const { uid } = first!.body.data;
    const starts = ["10:00", "10:30", "11:00", "11:30", "12:00", "12:30", "13:00", "13:30"];
    const answers = await atOnce(
      starts.map((start) => ({ path: `/v2/bookings/${uid}/reschedule`, body: { start: monday(start, 3) } })),
    );
    expectOneWinner(answers);
    const path = `/v2/bookings?eventTypeId=${eventTypeId}&status=upcoming`;
    const list = await call(servers[1]!, "GET", path, { key: host.apiKey, headers: version });
    expect(list.body.data).toHaveLength(1);
  });

  test("two pending requests for one slot, confirmed at once: one is accepted", async () => {
    const confirmationPolicy = { type: "always", blockUnconfirmedBookingsInBooker: false };
    const eventTypeId = await eventType({ confirmationPolicy });
    const requests = [1, 2].map((i) => ({
      path: "/v2/bookings",
      body: { start: monday("10:00", 4), eventTypeId, attendee: guest(i) },
    }));
    const asked = await atOnce(requests);
    expect(asked.map(({ status }) => status)).toEqual([201, 201]);
    const answers = await atOnce(
      asked.map(({ body }) => ({ path: `/v2/bookings/${body.data.uid}/confirm`, body: {}, key: host.apiKey })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test("seven callers for three seats: exactly three sit", async () => {
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: false, showAvailabilityCount: true };
    const locations = [{ type: "link", link: "https://meet.example.com/x", public: true }];
    const eventTypeId = await eventType({ seats, locations });
    const requests = Array.from({ length: 7 }, (_, i) => ({
      path: "/v2/bookings",
      body: { start: monday("10:00", 5), eventTypeId, attendee: guest(i) },
    }));
    const statuses = (await atOnce(requests)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 201, 201, 409, 409, 409, 409]);
  });
});
