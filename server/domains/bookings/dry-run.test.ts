import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { booked, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { type House, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const start = "2026-12-01T09:00:00Z";
const version = newest.bookings;

/** How many rows each table has. */
async function rowCounts({ store }: House): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`.execute(
    store.db,
  );
  const counts = tables.rows.map(async ({ name }) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(name)}`.execute(
      store.db,
    );
    return [name, rows[0]?.count ?? 0];
  });
  return Object.fromEntries(await Promise.all(counts));
}

/** Does something after which nothing may have changed. */
async function changingNothing<T>(work: () => Promise<T>): Promise<T> {
  const before = await rowCounts(house);
  const value = await work();
  expect(await rowCounts(house)).toEqual(before);
  await house.runJobs();
  expect(house.posts).toEqual([]);
  return value;
}

const subscribe = async (owner: TestUser, triggers: string[]) => {
  const body = { subscriberUrl: "https://example.com/private-path", triggers };
  return (await house.post("/v2/webhooks", body, { as: owner })).body.data.id;
};

describe("POST /v2/bookings?dryRun=true", () => {
  const ask = (eventTypeId: number, fields: object = {}, as?: TestUser, headers?: Record<string, string>) =>
    house.post(
      "/v2/bookings?dryRun=true",
      { start, eventTypeId, attendee: guest, ...fields },
      { version, as, headers },
    );

  test("201 tells the host the booking, and whom it would tell of it; nothing is written", async () => {
    const ann = await house.user({ name: "Ann" });
    const eventTypeId = await makeEventType(house, ann);
    const webhookId = await subscribe(ann, ["BOOKING_CREATED", "BOOKING_CANCELLED"]);
    const { status, body } = await changingNothing(() => ask(eventTypeId, {}, ann));
    expect(status).toBe(201);
    expect(body.data).toMatchObject({ id: 0, uid: "dry-run", status: "accepted", start: "2026-12-01T09:00:00.000Z" });
    expect(body.data.hosts[0].name).toBe("Ann");
    expect(body.dryRun).toMatchObject({
      events: ["booking.created"],
      webhooks: [{ trigger: "BOOKING_CREATED", webhookId, subscriberUrl: "https://example.com/private-path" }],
      calendarWrites: [],
    });
    const to = body.dryRun.mails.map((mail: { to: string }) => mail.to);
    expect(to.sort()).toEqual([guest.email, ann.email].sort());
  });

  test("201 with _isDryRun in the body of the oldest dialect, which the answer repeats; 400 for a whole series", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const una = { timeZone: "UTC", language: "en", metadata: {}, responses: { name: "Una", email: guest.email } };
    const asked = { ...una, start, eventTypeId, _isDryRun: true };
    const { status, body } = await changingNothing(() => house.post("/v2/bookings", asked));
    expect([status, body.data.uid, body.data.isDryRun]).toEqual([201, "dry-run", true]);
    expect(body.dryRun.events).toEqual(["booking.created"]);
    expect((await house.post("/v2/bookings/recurring", [asked])).status).toBe(400);
    expect((await house.post("/v2/bookings/instant", asked)).status).toBe(400);
    const made = await house.post("/v2/bookings", { ...asked, _isDryRun: false });
    expect([made.status, made.body.data.isDryRun]).toEqual([201, false]);
    expect(await house.events()).toHaveLength(1);
  });

  test("201 tells a stranger the kinds alone", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann);
    await subscribe(ann, ["BOOKING_CREATED"]);
    const stranger = await house.user();
    const { body } = await changingNothing(() => ask(eventTypeId, {}, stranger));
    expect(body.dryRun.webhooks).toEqual([{ trigger: "BOOKING_CREATED" }]);
    expect(body.dryRun.mails.flatMap(Object.keys)).toEqual(["kind", "kind"]);
    expect(JSON.stringify(body)).not.toContain("private-path");
  });

  test("400 for what would be refused, with the same words", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann);
    const wishes = { start: "2026-12-01T03:00:00Z" };
    const dry = await changingNothing(() => ask(eventTypeId, wishes));
    const body = { eventTypeId, attendee: guest, ...wishes };
    const real = await house.post("/v2/bookings", body, { version });
    expect([dry.status, dry.body.error]).toEqual([real.status, real.body.error]);
  });

  test("400 with a code, because its tries would be taken back", async () => {
    const answer = await ask(await makeEventType(house, await house.user()), { emailVerificationCode: "123456" });
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      "A dry run judges no code: leave emailVerificationCode out.",
    ]);
  });

  test("201 leaves the time free, and takes no Idempotency-Key", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const headers = { "idempotency-key": "k" };
    for (let i = 0; i < 2; i++) expect((await ask(eventTypeId, {}, undefined, headers)).status).toBe(201);
    const body = { start, eventTypeId, attendee: guest };
    const real = await house.post("/v2/bookings", body, { version, headers });
    expect([real.status, real.body.data.uid.length, real.body.dryRun]).toEqual([201, 22, undefined]);
    expect((await house.events()).map(({ kind }) => kind)).toEqual(["booking.created"]);
  });

  test("400 for dryRun=maybe; false means what it says", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const body = { start, eventTypeId, attendee: guest };
    expect((await house.post("/v2/bookings?dryRun=maybe", body, { version })).status).toBe(400);
    expect((await house.post("/v2/bookings?dryRun=false", body, { version })).status).toBe(201);
    expect((await house.events()).map(({ kind }) => kind)).toEqual(["booking.created"]);
  });
});

describe("POST /v2/bookings/{bookingUid}/reschedule?dryRun=true", () => {
  test("201 tells the new booking and leaves the old one where it is", async () => {
    const ann = await house.user();
    const uid = await booked(house, ann, start);
    const body = { start: "2026-12-01T11:00:00Z" };
    const path = `/v2/bookings/${uid}/reschedule?dryRun=true`;
    const answer = await changingNothing(() => house.post(path, body, { version, as: ann }));
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({ id: 0, uid: "dry-run", rescheduledFromUid: uid });
    expect(answer.body.dryRun.events).toEqual(["booking.rescheduled"]);
    const now = await house.get(`/v2/bookings/${uid}`, { version, as: ann });
    expect(now.body.data).toMatchObject({ status: "accepted", start: "2026-12-01T09:00:00.000Z" });
  });
});

describe("POST /v2/bookings/{bookingUid}/cancel?dryRun=true", () => {
  test("200 tells the cancelled booking under its own uid, and leaves it as it is", async () => {
    const ann = await house.user();
    const uid = await booked(house, ann, start);
    const path = `/v2/bookings/${uid}/cancel?dryRun=true`;
    const answer = await changingNothing(() => house.post(path, { cancellationReason: "x" }, { version, as: ann }));
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ uid, status: "cancelled" });
    expect(answer.body.dryRun.events).toEqual(["booking.cancelled"]);
    expect((await house.get(`/v2/bookings/${uid}`, { version, as: ann })).body.data.status).toBe("accepted");
  });
});

test("400 for dryRun on an operation that cannot rehearse: it is not done instead", async () => {
  const ann = await house.user();
  const answer = await changingNothing(() => house.patch("/v2/me?dryRun=true", { bio: "x" }, { as: ann }));
  expect([answer.status, answer.body.message]).toEqual([400, "dryRun is not supported by this operation."]);
});

test("a booking that is made meanwhile is not taken for one of the dry run", async () => {
  const ann = await house.user();
  const [one, two] = [await makeEventType(house, ann), await makeEventType(house, await house.user())];
  const body = (eventTypeId: number) => ({ start, eventTypeId, attendee: guest });
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      index % 2 === 0
        ? house.post("/v2/bookings?dryRun=true", body(one), { version, as: ann })
        : house.post("/v2/bookings", { ...body(two), start: `2026-12-01T1${index}:00:00Z` }, { version }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
  for (const { body } of answers.filter(({ body }) => body.dryRun))
    expect(body.dryRun.events).toEqual(["booking.created"]);
  expect(await house.events()).toHaveLength(3);
});
