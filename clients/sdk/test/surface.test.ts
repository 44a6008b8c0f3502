import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { processKey, type ServerProcess, startServer, temporaryFolder } from "../../../test/harness/server-process.js";
import { ApiError, type Connection, connect, Kalends, slots } from "../src/index.js";

vi.setConfig({ testTimeout: 120_000 });

/** Every method against a real server, as a program would use it. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: ServerProcess;
let operator: Kalends;
let kalends: Kalends;
const called = new Set<string>();

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ KALENDS_DATA_DIR: folder.path, KALENDS_ALLOW_PRIVATE_WEBHOOKS: "true" });
  operator = noting(new Kalends({ apiKey: processKey, baseUrl: server.url }));
  const ann = await operator.admin.createUser({
    email: "ann@example.com",
    name: "Ann",
    timeZone: "Europe/Rome",
    username: "ann",
  });
  kalends = noting(new Kalends({ apiKey: ann.apiKey, baseUrl: server.url }));
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await folder.remove();
});

/** The same client; it notes which of its methods were called. */
function noting(client: Kalends): Kalends {
  for (const [domain, methods] of Object.entries(client)) {
    for (const [name, method] of Object.entries(methods as object)) {
      if (domain === "connection") continue;
      const noted = (...args: unknown[]): unknown => {
        called.add(`${domain}.${name}`);
        return (method as (...args: unknown[]) => unknown)(...args);
      };
      Object.assign(methods as object, { [name]: noted });
    }
  }
  return client;
}

const monday = nextMonday();
const day = (offset: number): string => new Date(Date.parse(monday) + offset * 86_400_000).toISOString().slice(0, 10);
const attendee = { name: "John Doe", email: "john@example.com", timeZone: "America/New_York" };
const book = (eventTypeId: number, start: string) => kalends.bookings.create({ start, eventTypeId, attendee });
const makeEventType = (slug: string, more: object = {}) =>
  kalends.eventTypes.create({ title: slug, slug, lengthInMinutes: 30, ...more });

test("me", async () => {
  const before = await kalends.me.get();
  expect(before.email).toBe("ann@example.com");
  const after = await kalends.me.update({ name: "Ann Other" });
  expect(after.name).toBe("Ann Other");
});

test("out of office", async () => {
  const entry = await kalends.me.createOutOfOffice({
    start: `${day(20)}T00:00:00Z`,
    end: `${day(21)}T00:00:00Z`,
    notes: "away",
  });
  expect((await kalends.me.updateOutOfOffice(entry.id, { notes: "at sea" })).notes).toBe("at sea");
  expect((await kalends.me.listOutOfOffice()).data.map(({ id }) => id)).toEqual([entry.id]);
  await kalends.me.deleteOutOfOffice(entry.id);
  expect((await kalends.me.listOutOfOffice()).data).toEqual([]);
});

test("schedules", async () => {
  const made = await kalends.schedules.create({ name: "Mornings", timeZone: "Europe/Rome", isDefault: false });
  expect((await kalends.schedules.get(made.id)).name).toBe("Mornings");
  expect((await kalends.schedules.update(made.id, { name: "Early" })).name).toBe("Early");
  expect((await kalends.schedules.list()).map(({ name }) => name)).toContain("Early");
  expect((await kalends.schedules.getDefault())?.isDefault).toBe(true);
  await kalends.schedules.delete(made.id);
  await expect(kalends.schedules.get(made.id)).rejects.toMatchObject({ status: 404, code: "NotFoundException" });
});

test("event types, their private links and webhooks", async () => {
  const made = await makeEventType("intro");
  expect((await kalends.eventTypes.get(made.id)).slug).toBe("intro");
  expect((await kalends.eventTypes.update(made.id, { title: "Introduction" })).title).toBe("Introduction");
  expect((await kalends.eventTypes.list()).data.map(({ id }) => id)).toContain(made.id);
  expect(await kalends.eventTypes.getPublic("ann", "intro")).toMatchObject({ title: "Introduction" });
  expect(await kalends.eventTypes.listPublic("ann")).toBeInstanceOf(Array);

  const link = await kalends.eventTypes.createPrivateLink(made.id);
  expect((await kalends.eventTypes.listPrivateLinks(made.id)).map(({ linkId }) => linkId)).toEqual([link.linkId]);
  await kalends.eventTypes.updatePrivateLink(made.id, link.linkId, { maxUsageCount: 3 });
  await kalends.eventTypes.deletePrivateLink(made.id, link.linkId);

  const hook = await kalends.eventTypes.createWebhook(made.id, {
    subscriberUrl: "https://example.com/hook",
    triggers: ["BOOKING_CREATED"],
    active: true,
  });
  expect((await kalends.eventTypes.getWebhook(made.id, hook.id)).id).toBe(hook.id);
  expect((await kalends.eventTypes.listWebhooks(made.id)).data).toHaveLength(1);
  expect((await kalends.eventTypes.updateWebhook(made.id, hook.id, { active: false })).active).toBe(false);
  await kalends.eventTypes.deleteWebhook(made.id, hook.id);
  expect(await kalends.eventTypes.deleteWebhooks(made.id)).toBe("0 webhooks deleted");
  await kalends.eventTypes.delete(made.id);
});

describe("slots", () => {
  test("are found, also without the rest of the client", async () => {
    const { id } = await makeEventType("slots");
    const range = { eventTypeId: id, start: day(0), end: day(1) };
    const found = await kalends.slots.list(range);
    expect(Object.keys(found)).toContain(day(0));
    const alone: Connection = connect({ baseUrl: server.url });
    expect(await slots(alone).list(range)).toEqual(found);
    const old = await kalends.slots.getAvailable({
      eventTypeId: id,
      startTime: monday,
      endTime: `${day(1)}T00:00:00Z`,
    });
    expect(Object.keys(old.slots)).toContain(day(0));
    expect(await kalends.slots.getMany({ queries: [range] })).toHaveLength(1);
  });

  test("are held", async () => {
    const { id } = await makeEventType("held");
    const held = await kalends.slots.reserve({ eventTypeId: id, slotStart: `${day(0)}T08:00:00Z` });
    const uid = held.reservationUid;
    expect(await kalends.slots.getReserved(uid)).toMatchObject({ eventTypeId: id });
    await kalends.slots.updateReserved(uid, { eventTypeId: id, slotStart: `${day(0)}T09:00:00Z` });
    await kalends.slots.deleteReserved(uid);
    const old = await kalends.slots.select({
      eventTypeId: id,
      slotUtcStartDate: `${day(0)}T10:00:00Z`,
      slotUtcEndDate: `${day(0)}T10:30:00Z`,
    });
    await kalends.slots.deleteSelected({ uid: String(old) });
  });
});

describe("bookings", () => {
  test("are made, read, moved and cancelled", async () => {
    const { id } = await makeEventType("main");
    const booked = await book(id, `${day(0)}T08:00:00Z`);
    expect(booked.status).toBe("accepted");
    expect((await kalends.bookings.get(booked.uid)).uid).toBe(booked.uid);
    const moved = await kalends.bookings.reschedule(booked.uid, {
      start: `${day(0)}T09:00:00Z`,
      reschedulingReason: "later",
    });
    expect(moved.rescheduledFromUid).toBe(booked.uid);
    expect((await kalends.bookings.cancel(moved.uid, { cancellationReason: "off" })).status).toBe("cancelled");
  });

  test("a taken slot is a typed refusal", async () => {
    const { id } = await makeEventType("taken");
    await book(id, `${day(0)}T10:00:00Z`);
    await expect(book(id, `${day(0)}T10:00:00Z`)).rejects.toMatchObject({
      name: "ApiError",
      status: 400,
      code: "BadRequestException",
      mayHaveTakenEffect: false,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test("are confirmed and declined", async () => {
    const { id } = await makeEventType("asked", {
      confirmationPolicy: { type: "always", blockUnconfirmedBookingsInBooker: true },
    });
    const first = await book(id, `${day(1)}T08:00:00Z`);
    const second = await book(id, `${day(1)}T09:00:00Z`);
    expect(first.status).toBe("pending");
    expect((await kalends.bookings.confirm(first.uid)).status).toBe("accepted");
    expect((await kalends.bookings.decline(second.uid, { reason: "full" })).status).toBe("rejected");
  });

  test("their people, places, links and the rest", async () => {
    const { id } = await makeEventType("people");
    const { uid } = await book(id, `${day(2)}T08:00:00Z`);
    await kalends.bookings.addAttendee(uid, { name: "Eve", email: "eve@example.com", timeZone: "UTC" });
    await kalends.bookings.addGuests(uid, { guests: [{ email: "gus@example.com" }] });
    const people = await kalends.bookings.listAttendees(uid);
    expect(people.length).toBeGreaterThanOrEqual(2);
    expect((await kalends.bookings.getAttendee(uid, people[0]?.id ?? 0)).id).toBe(people[0]?.id);
    await kalends.bookings.updateLocation(uid, { location: { type: "link", link: "https://meet.example.com/x" } });
    expect(await kalends.bookings.listCalendarLinks(uid)).toBeInstanceOf(Array);
    expect(await kalends.bookings.listReferences(uid)).toEqual([]);
    await kalends.bookings.markAbsent(uid, { host: true }).catch(refused);
    for (const read of ["listRecordings", "listTranscripts", "listConferencingSessions"] as const) {
      await kalends.bookings[read](uid).catch(refused);
    }
    await kalends.bookings.getBySeat("no-such-seat").catch(refused);
    await kalends.bookings.reassign(uid).catch(refused);
    await kalends.bookings.reassignToUser(uid, 1).catch(refused);
  });

  test("are listed page by page", async () => {
    const { id } = await makeEventType("paged");
    for (const hour of ["08", "09", "10", "11", "12"]) await book(id, `${day(3)}T${hour}:00:00Z`);
    const query = { eventTypeId: id, sortStart: "asc", take: 2 } as const;
    const first = await kalends.bookings.list(query);
    expect([first.data.length, first.hasNextPage, first.pagination?.totalItems]).toEqual([2, true, 5]);
    const starts: string[] = [];
    for await (const { start } of kalends.bookings.list(query)) starts.push(start.slice(11, 13));
    expect(starts).toEqual(["08", "09", "10", "11", "12"]);
    const sizes: number[] = [];
    for await (const { data } of kalends.bookings.list(query).pages()) sizes.push(data.length);
    expect(sizes).toEqual([2, 2, 1]);
  });

  test("several values of a query are one list", async () => {
    expect((await kalends.bookings.list({ status: ["past", "cancelled"] })).data.every(({ status }) => status)).toBe(
      true,
    );
  });
});

test("webhooks, also page by page where the server tells no totals", async () => {
  const triggers = ["BOOKING_CREATED" as const];
  for (const name of ["a", "b", "c", "d"]) {
    await kalends.webhooks.create({ subscriberUrl: `https://example.com/${name}`, triggers, active: true });
  }
  const urls: string[] = [];
  for await (const { subscriberUrl } of kalends.webhooks.list({ take: 2 })) urls.push(subscriberUrl.slice(-1));
  expect(urls).toEqual(["a", "b", "c", "d"]);
  const [{ id } = { id: "" }] = (await kalends.webhooks.list({ take: 1 })).data;
  expect((await kalends.webhooks.get(id)).id).toBe(id);
  expect((await kalends.webhooks.update(id, { active: false })).active).toBe(false);
  expect((await kalends.webhooks.delete(id)).id).toBe(id);
});

test("what is open to anybody", async () => {
  const anybody = noting(new Kalends({ baseUrl: server.url }));
  expect((await anybody.timezones.list()).length).toBeGreaterThan(300);
  expect((await anybody.versions.list()).map(({ domain }) => domain)).toContain("bookings");
  await expect(anybody.me.get()).rejects.toMatchObject({ status: 401 });
});

test("the whole answer, with its headers", async () => {
  const { status, headers, data } = await kalends.request<{ email: string }>({ method: "GET", path: "/v2/me" });
  expect([status, data.email, headers.has("x-request-id")]).toEqual([200, "ann@example.com", true]);
});

test("a version of the caller's own choice", async () => {
  const made = await kalends.schedules.create({ name: "Old", timeZone: "UTC", isDefault: false });
  const { headers } = await kalends.request({ method: "GET", path: `/v2/schedules/${made.id}`, version: "2024-04-15" });
  expect(headers.get("cal-api-version")).toBe("2024-04-15");
});

test("the key is replaced by a new one", async () => {
  const { apiKey } = await kalends.apiKeys.refresh();
  await expect(kalends.me.get()).rejects.toMatchObject({ status: 401 });
  const again = new Kalends({ apiKey, baseUrl: server.url });
  expect((await again.me.get()).email).toBe("ann@example.com");
});

describe("every further method reaches its operation", () => {
  type Method = (...args: unknown[]) => Promise<unknown>;
  const domains = Object.entries(new Kalends({ baseUrl: "http://localhost" })).filter(
    ([name]) => name !== "connection",
  );
  const names = domains.flatMap(([domain, methods]) => Object.keys(methods as object).map((name) => [domain, name]));

  test.each(names)("%s.%s", async (domain, name) => {
    if (called.has(`${domain}.${name}`)) return;
    const methods = (operator as unknown as Record<string, Record<string, Method>>)[domain ?? ""];
    const error = await methods?.[name ?? ""]?.("1", "1", "1", "1", "1").then(
      () => null,
      (thrown) => thrown,
    );
    if (error === null) return;
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).not.toMatch(/^Cannot [A-Z]+ /);
    refused(error);
  });
});

/** What this server does not do yet or not here: a refusal, not a fault. */
function refused(error: { status?: number }): void {
  expect(error.status).toBeGreaterThanOrEqual(400);
  expect(error.status).toBeLessThan(500);
}

/** Midnight UTC of the Monday after next, far enough from now for any notice. */
function nextMonday(): string {
  const date = new Date();
  date.setUTCHours(0, 0, 0, 0);
  date.setUTCDate(date.getUTCDate() + 14 - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().replace(".000", "");
}
