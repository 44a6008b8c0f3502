import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest } from "../harness/fixtures.js";
import { type Answer, type TestUser, useHouse } from "../harness/house.js";

/** How many of everything there may be, and how long: docs/limits.md. */

const house = useHouse();
let ann: TestUser;
let eventTypeId: number;

beforeEach(async () => {
  ann = await house.user();
  eventTypeId = await makeEventType(house, ann);
});

const eventType = (fields: object = {}, version = newest.eventTypes) =>
  house.post("/v2/event-types", { title: "T", slug: "new", lengthInMinutes: 30, ...fields }, { as: ann, version });
const schedule = (fields: object = {}) =>
  house.post("/v2/schedules", { name: "S", timeZone: "UTC", ...fields }, { as: ann, version: newest.schedules });
const webhook = (path = "/v2/webhooks", fields: object = {}) =>
  house.post(path, { subscriberUrl: "https://x.example.com", triggers: ["BOOKING_CREATED"], ...fields }, { as: ann });
const reservation = () =>
  house.post("/v2/slots/reservations", { eventTypeId, slotStart: "2026-12-01T10:00:00Z" }, { version: newest.slots });
const selection = () => {
  const times = { slotUtcStartDate: "2026-12-01T10:00:00Z", slotUtcEndDate: "2026-12-01T10:30:00Z" };
  return house.post("/v2/slots/reserve", { eventTypeId, ...times });
};
const absence = () =>
  house.post("/v2/me/ooo", { start: "2026-12-24T00:00:00.000Z", end: "2026-12-26T00:00:00.000Z" }, { as: ann });

/** So many rows of a table, each with the number `n`. */
const fill = (count: number, into: string) =>
  sql.raw(`insert into ${into} from generate_series(1, ${count}) as n`).execute(house.store.db);

interface Count {
  what: string;
  most: number;
  /** Rows that are there already. */
  has?: number;
  into: () => string;
  add: () => Promise<Answer>;
}

const counts: Count[] = [
  {
    what: "event types of a user",
    most: 500,
    has: 1,
    into: () =>
      `event_types (user_id, title, slug, length_minutes, locations, booking_fields)
       select ${ann.id}, 'T', 's-' || n, 30, '[]', '[]'`,
    add: () => eventType(),
  },
  {
    what: "schedules of a user",
    most: 100,
    has: 1,
    into: () => `schedules (user_id, name, time_zone) select ${ann.id}, 'S', 'UTC'`,
    add: () => schedule(),
  },
  {
    what: "webhooks of a user",
    most: 100,
    into: () =>
      `webhooks (id, user_id, subscriber_url, triggers) select gen_random_uuid(), ${ann.id}, 'https://' || n, '{}'`,
    add: () => webhook(),
  },
  {
    what: "webhooks of an event type",
    most: 100,
    into: () =>
      `webhooks (id, event_type_id, subscriber_url, triggers)
       select gen_random_uuid(), ${eventTypeId}, 'https://' || n, '{}'`,
    add: () => webhook(`/v2/event-types/${eventTypeId}/webhooks`),
  },
  {
    what: "private links of an event type",
    most: 100,
    into: () => `private_links (link_id, event_type_id, max_usage_count) select 'l-' || n, ${eventTypeId}, 1`,
    add: () => house.post(`/v2/event-types/${eventTypeId}/private-links`, {}, { as: ann }),
  },
  {
    what: "out-of-office entries of a user",
    most: 500,
    into: () =>
      `out_of_office (uuid, user_id, start_date, end_date)
       select gen_random_uuid(), ${ann.id}, '2027-01-01'::date + n, '2027-01-01'::date + n`,
    add: absence,
  },
  ...[reservation, selection].map((add) => ({
    what: "reservations of an event type at a time",
    most: 1_000,
    into: () =>
      `holds (uid, event_type_id, user_id, starts_at, ends_at, release_at)
       select gen_random_uuid(), ${eventTypeId}, ${ann.id}, '2027-01-01'::timestamptz + n * interval '1 hour',
         '2027-01-01'::timestamptz + n * interval '1 hour', '2026-11-23T06:05:00Z'`,
    add,
  })),
];

describe("counts", () => {
  test.each(counts)("400 for more than $most $what, the last one goes", async ({ what, most, has = 0, into, add }) => {
    await fill(most - has, into());
    const refused = await add();
    const message = `There can be at most ${most} ${what}; delete one first.`;
    expect([refused.status, refused.body.error.message]).toEqual([400, message]);
    const table = into().split(" ")[0];
    await sql.raw(`delete from ${table} where ctid = (select max(ctid) from ${table})`).execute(house.store.db);
    expect((await add()).status).toBeLessThan(300);
    // What is told of it is tried where it belongs.
    await house.events();
  });
});

const many = <T>(count: number, element: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => element(i));
const long = (length: number): string => "x".repeat(length);
const field = (index: number) => ({ type: "text", slug: `f${index}`, label: "F", required: false });
const rule = { days: ["Monday"], startTime: "09:00", endTime: "10:00" };
const override = { date: "2026-12-24", startTime: "09:00", endTime: "10:00" };
const patchMe = (body: object) => house.patch("/v2/me", body, { as: ann });

const sizes: [string, () => Promise<Answer>][] = [
  ["title", () => eventType({ title: long(501) })],
  ["slug", () => eventType({ slug: long(256) })],
  ["description", () => eventType({ description: long(20_001) })],
  ["customName", () => eventType({ customName: long(501) })],
  ["lengthInMinutesOptions", () => eventType({ lengthInMinutesOptions: many(51, (index) => index + 1) })],
  ["bookingFields", () => eventType({ bookingFields: many(101, field) })],
  ["options", () => eventType({ bookingFields: [{ ...field(1), type: "select", options: many(201, String) }] })],
  ["locations", () => eventType({ locations: many(51, () => ({ type: "attendeePhone" })) })],
  ["name", () => schedule({ name: long(256) })],
  ["availability", () => schedule({ availability: many(101, () => rule) })],
  ["days", () => schedule({ availability: [{ ...rule, days: many(8, () => "Monday") }] })],
  ["overrides", () => schedule({ overrides: many(1_001, () => override) })],
  ["payloadTemplate", () => webhook(undefined, { payloadTemplate: long(20_001) })],
  ["secret", () => webhook(undefined, { secret: long(1_001) })],
  ["name", () => patchMe({ name: long(256) })],
  ["bio", () => patchMe({ bio: long(10_001) })],
  ["avatarUrl", () => patchMe({ avatarUrl: `https://x.example.com/${long(2_000)}` })],
  ["Metadata", () => patchMe({ metadata: { [long(41)]: 1 } })],
  ["name", () => book(house, eventTypeId, "2026-12-01T10:00:00Z", { attendee: { ...guest, name: long(501) } })],
  [
    "email",
    () => book(house, eventTypeId, "2026-12-01T10:00:00Z", { attendee: { ...guest, email: `${long(250)}@x.com` } }),
  ],
  [
    "guests",
    () => book(house, eventTypeId, "2026-12-01T10:00:00Z", { guests: many(31, (index) => `g${index}@x.com`) }),
  ],
  ["Metadata", () => book(house, eventTypeId, "2026-12-01T10:00:00Z", { metadata: { text: long(501) } })],
];

describe("sizes", () => {
  test.each(sizes)("400 for too long a %s, which it names", async (name, send) => {
    const { status, body } = await send();
    expect(status).toBe(400);
    expect(JSON.stringify(body.error)).toContain(name);
  });

  test("2xx for what just fits", async () => {
    const answers = [
      await eventType({ title: long(500), slug: long(255), bookingFields: many(100, field) }),
      await schedule({ availability: many(100, () => rule), overrides: many(1_000, () => override) }),
      await patchMe({ name: long(255), bio: long(10_000) }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 200]);
  });
});
