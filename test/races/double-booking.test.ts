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

  test("a limit of three a day, eight callers: exactly three book", async () => {
    const eventTypeId = await eventType({ bookingLimitsCount: { day: 3 } });
    const hours = ["09", "10", "11", "12", "13", "14", "15", "16"];
    const requests = hours.map((hour, i) => ({
      path: "/v2/bookings",
      body: { start: monday(`${hour}:00`, 6), eventTypeId, attendee: guest(i) },
    }));
    const statuses = (await atOnce(requests)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 201, 201, 403, 403, 403, 403, 403]);
  });

  test("one booker who may have one booking ahead, eight times at once: exactly one", async () => {
    const eventTypeId = await eventType({ bookerActiveBookingsLimit: { maximumActiveBookings: 1 } });
    const hours = ["09", "10", "11", "12", "13", "14", "15", "16"];
    const requests = hours.map((hour) => ({
      path: "/v2/bookings",
      body: { start: monday(`${hour}:00`, 7), eventTypeId, attendee: guest(1) },
    }));
    expectOneWinner(await atOnce(requests));
  });

  test("overlapping series, eight callers: one series, whole, and no occurrence of another", async () => {
    const eventTypeId = await eventType({ recurrence: { interval: 1, occurrences: 3, frequency: "weekly" } });
    const requests = Array.from({ length: 8 }, (_, i) => ({
      path: "/v2/bookings",
      body: { start: monday("10:00", 10 + (i % 3)), eventTypeId, attendee: guest(i) },
    }));
    const answers = await atOnce(requests);
    expectOneWinner(answers);
    expect(answers.find(({ status }) => status === 201)?.body.data).toHaveLength(3);
    expect(await upcomingOf(eventTypeId)).toHaveLength(3);
  });

  test("two pending series for the same times, confirmed at once: one is accepted, whole", async () => {
    const confirmationPolicy = { type: "always", blockUnconfirmedBookingsInBooker: false };
    const recurrence = { interval: 1, occurrences: 3, frequency: "weekly" };
    const eventTypeId = await eventType({ confirmationPolicy, recurrence });
    const asked = await atOnce(
      [1, 2].map((i) => ({
        path: "/v2/bookings",
        body: { start: monday("10:00", 15), eventTypeId, attendee: guest(i) },
      })),
    );
    const answers = await atOnce(
      asked.map(({ body }) => ({ path: `/v2/bookings/${body.data[1].uid}/confirm`, body: {}, key: host.apiKey })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await upcomingOf(eventTypeId)).toHaveLength(3);
  });

  test("a series cancelled eight times at once: one cancel, the others are told", async () => {
    const eventTypeId = await eventType({ recurrence: { interval: 1, occurrences: 3, frequency: "weekly" } });
    const body = { start: monday("10:00", 18), eventTypeId, attendee: guest(1) };
    const [made] = await atOnce([{ path: "/v2/bookings", body }]);
    const path = `/v2/bookings/${made!.body.data[0].recurringBookingUid}/cancel`;
    const statuses = (await atOnce(Array(8).fill({ path, body: {} }))).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(7).fill(400)]);
  });

  test("seven callers for a link of three uses: exactly three book, and three uses are counted", async () => {
    const eventTypeId = await eventType({ hidden: true });
    const path = `/v2/event-types/${eventTypeId}/private-links`;
    const made = await call(servers[0]!, "POST", path, { key: host.apiKey, body: { maxUsageCount: 3 } });
    const { linkId: privateLinkId } = made.body.data;
    const hours = ["09", "10", "11", "12", "13", "14", "15"];
    const requests = hours.map((hour, i) => ({
      path: "/v2/bookings",
      body: { start: monday(`${hour}:00`, 22), eventTypeId, privateLinkId, attendee: guest(i) },
    }));
    const statuses = (await atOnce(requests)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 201, 201, 400, 400, 400, 400]);
    const [link] = (await call(servers[1]!, "GET", path, { key: host.apiKey })).body.data;
    expect(link).toMatchObject({ usageCount: 3, isExpired: true });
  });

  test("one slot reserved by eight callers: exactly one holds it", async () => {
    const eventTypeId = await eventType();
    const headers = { "cal-api-version": "2024-09-04" };
    const body = { eventTypeId, slotStart: monday("10:00", 23) };
    const reserve = (_: unknown, i: number) =>
      call(servers[i % 2]!, "POST", "/v2/slots/reservations", { body, headers });
    const statuses = (await Promise.all(Array.from({ length: 8 }, reserve))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status !== 201 && status !== 422 && status !== 409)).toEqual([]);
  });

  test("one reservation redeemed by four callers: exactly one booking", async () => {
    const eventTypeId = await eventType();
    const headers = { "cal-api-version": "2024-09-04" };
    const hold = { eventTypeId, slotStart: monday("10:00", 24) };
    const held = await call(servers[0]!, "POST", "/v2/slots/reservations", { body: hold, headers });
    const { reservationUid } = held.body.data;
    const requests = [1, 2, 3, 4].map((i) => ({
      path: "/v2/bookings",
      body: { start: monday("10:00", 24), eventTypeId, reservationUid, attendee: guest(i) },
    }));
    expectOneWinner(await atOnce(requests));
  });

  test("one slug, eight callers: exactly one event type, in the making and in changes", async () => {
    const headers = { "cal-api-version": "2024-06-14" };
    const body = { title: "Same", slug: "same", lengthInMinutes: 30 };
    const create = (_: unknown, i: number) =>
      call(servers[i % 2]!, "POST", "/v2/event-types", { key: host.apiKey, body, headers });
    const made = await Promise.all(Array.from({ length: 8 }, create));
    expect(made.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(400)]);
    const ids = await Promise.all([eventType(), eventType()]);
    const renamed = await Promise.all(
      ids.map((id, i) =>
        call(servers[i]!, "PATCH", `/v2/event-types/${id}`, { key: host.apiKey, body: { slug: "wanted" }, headers }),
      ),
    );
    expect(renamed.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  const upcomingOf = async (eventTypeId: number) => {
    const path = `/v2/bookings?eventTypeId=${eventTypeId}&status=upcoming`;
    return (await call(servers[1]!, "GET", path, { key: host.apiKey, headers: version })).body.data;
  };
});
