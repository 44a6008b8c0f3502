import { expect } from "vitest";
import { insertApiKey } from "../../server/domains/users/index.js";
import { hashApiKey } from "../../server/ids.js";
import { at } from "../../server/store/sql.js";
import { newest } from "../harness/fixtures.js";
import type { House, TestUser } from "../harness/house.js";
import type { Known } from "./replay.js";

/** What was there before a recording began: made through the API, except for keys, which have to be the recorded ones. */
export interface Scene {
  transcripts: readonly string[];
  startsAt: string;
  people: Record<number, Person>;
  /** By their recorded ids; they belong to the first person. */
  eventTypes?: Record<number, object>;
  prepare?: (house: House, people: readonly TestUser[], known: Known) => Promise<void>;
  /** What was done by SQL before the request of this name. */
  before?: Record<string, (house: House, known: Known) => Promise<void>>;
}

interface Person {
  name: string;
  username: string;
  /** Keys with the end of their validity, or null. */
  keys: Record<string, string | null>;
}

/** Makes everything that a scene takes for granted; what is known then are the recorded ids of it. */
export async function setScene(house: House, scene: Scene): Promise<Known> {
  const known: Known = new Map();
  house.at(scene.startsAt);
  const owners: TestUser[] = [];
  for (const [id, person] of Object.entries(scene.people)) {
    const user = await makePerson(house, person);
    known.set(id, String(user.id));
    owners.push(user);
  }
  const [owner] = owners;
  for (const [id, fields] of Object.entries(scene.eventTypes ?? {})) {
    known.set(id, await eventTypeId(house, owner, fields));
  }
  await scene.prepare?.(house, owners, known);
  return known;
}

async function eventTypeId(house: House, owner: TestUser | undefined, fields: object): Promise<string> {
  const body = { lengthInMinutes: 30, minimumBookingNotice: 0, ...fields };
  const made = await house.post("/v2/event-types", body, { as: owner, version: newest.eventTypes });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return String(made.body.data.id);
}

async function makePerson(house: House, { name, username, keys }: Person): Promise<TestUser> {
  const user = await house.user({ name, username, email: `${username}@example.com`, timeZone: "Europe/Rome" });
  for (const [key, expires] of Object.entries(keys)) await giveKey(house, user.id, key, expires);
  return user;
}

async function giveKey(house: House, userId: number, key: string, expires: string | null): Promise<void> {
  const expiresAt = expires === null ? null : Date.parse(expires);
  const row = { userId, hash: hashApiKey(key), expiresAt, note: null };
  await house.store.transaction((tx) => insertApiKey(tx, row));
}

/** Moves a booking of recorded uid to the day before. */
const toThePast =
  (uid: string) =>
  async (house: House, known: Known): Promise<void> => {
    const [startsAt, endsAt] = [house.now - 86_400_000, house.now - 84_600_000];
    await house.store.db
      .updateTable("bookings")
      .set({ starts_at: at(startsAt), ends_at: at(endsAt) })
      .where("uid", "=", known.get(uid) ?? uid)
      .execute();
  };

const link = (name: string) => ({
  locations: [{ type: "link", link: `https://meet.example.com/${name}`, public: true }],
});
const plain = { title: "Plain", slug: "plain", lengthInMinutes: 30, ...link("bea") };
const seats = (seatsPerTimeSlot: number, showAttendeeInfo = true, showAvailabilityCount = true) => ({
  lengthInMinutes: 60,
  seats: { seatsPerTimeSlot, showAttendeeInfo, showAvailabilityCount },
});
const confirm = (blockUnconfirmedBookingsInBooker = false) => ({
  confirmationPolicy: { type: "always", blockUnconfirmedBookingsInBooker },
});
const bensKey = "cal_e9446b4981327726cf1753ff2480c2da";
const weekly = { recurrence: { interval: 1, occurrences: 4, frequency: "weekly" } };

export const scenes: readonly Scene[] = [
  {
    transcripts: ["01", "02", "03"],
    startsAt: "2026-11-22T07:01:24Z",
    people: {
      399: { name: "Ann Host", username: "annmwrhnk7c", keys: { cal_64a79411ac9e3be89d8e8a0a9ee42628: null } },
      400: { name: "Ben Other", username: "benmwrhnk7c", keys: { [bensKey]: null } },
    },
    prepare: async (house, [, ben], known) => {
      const me = await house.get("/v2/me", { as: ben });
      known.set("509", String(me.body.data.defaultScheduleId));
    },
    // The key was refreshed at the end of 01; the recording then went on with a new person.
    before: { "02 § GET list": async (house, known) => giveKey(house, Number(known.get("400")), bensKey, null) },
  },
  {
    transcripts: ["04", "05"],
    startsAt: "2026-11-22T07:01:34Z",
    people: {
      401: { name: "Sam Slots", username: "sammwrhno7o", keys: { cal_7442419ace82f1dfcc7248749dbbdb16: null } },
      402: { name: "Sue Slots", username: "suemwrhno7o", keys: { cal_fb5c5ae25936a63702fb47985d43f729: null } },
    },
    eventTypes: {
      453: { title: "thirty", slug: "thirty", lengthInMinutes: 30 },
      454: { title: "sixty", slug: "sixty", lengthInMinutes: 60, lengthInMinutesOptions: [15, 30, 60] },
      455: { title: "buffered", slug: "buffered", beforeEventBuffer: 15, afterEventBuffer: 15, slotInterval: 15 },
      456: { title: "offset", slug: "offset", offsetStart: 10 },
      457: { title: "first", slug: "first", onlyShowFirstAvailableSlot: true },
      458: { title: "seated", slug: "seated", ...seats(3) },
      459: { title: "seatedhidden", slug: "seatedhidden", ...seats(3, true, false) },
      460: { title: "limited", slug: "limited", bookingLimitsCount: { day: 1 } },
      461: { title: "window", slug: "window", bookingWindow: { type: "calendarDays", value: 3, rolling: true } },
      462: { title: "notice", slug: "notice", minimumBookingNotice: 9 * 1440 },
      463: { title: "fortyfive", slug: "fortyfive", lengthInMinutes: 45 },
      464: { title: "twenty", slug: "twenty", lengthInMinutes: 20 },
    },
    prepare: async (house, [owner], known) => {
      const schedule = {
        name: "Odd",
        timeZone: "Europe/Rome",
        isDefault: false,
        availability: [
          { days: ["Monday"], startTime: "09:00", endTime: "10:30" },
          { days: ["Monday"], startTime: "10:00", endTime: "11:00" },
          { days: ["Tuesday"], startTime: "22:00", endTime: "23:59" },
          { days: ["Wednesday"], startTime: "00:00", endTime: "02:00" },
        ],
        overrides: [
          { date: "2026-12-03", startTime: "12:00", endTime: "13:00" },
          { date: "2026-12-07", startTime: "00:00", endTime: "00:00" },
        ],
      };
      const made = await house.post("/v2/schedules", schedule, { as: owner, version: newest.schedules });
      known.set("466", await eventTypeId(house, owner, { title: "odd", slug: "odd", scheduleId: made.body.data.id }));
    },
  },
  {
    transcripts: ["06", "07", "08", "09"],
    startsAt: "2026-11-22T07:01:38Z",
    people: {
      403: { name: "Bea Host", username: "beamwrhnux4", keys: { cal_133c0ced2d34698fec65622ebd9d57c6: null } },
      404: { name: "Bob Other", username: "bobmwrhnux4", keys: { cal_31f60c3bd1cf7d972581f273ddce2c3c: null } },
    },
    eventTypes: {
      467: plain,
      468: {
        title: "Fields",
        slug: "fields",
        locations: [
          { type: "address", address: "Via Roma 1", public: true },
          { type: "attendeePhone" },
          { type: "attendeeDefined" },
        ],
        bookingFields: [
          { type: "text", slug: "company", label: "Company", required: true },
          { type: "select", slug: "size", label: "Size", required: false, options: ["small", "big"] },
          { type: "number", slug: "n", label: "N", required: false },
          { type: "boolean", slug: "ok", label: "OK", required: false },
        ],
      },
      469: { ...plain, title: "Multi", slug: "multi", lengthInMinutesOptions: [15, 30, 60] },
      470: { ...plain, title: "Recur", slug: "recur", ...weekly },
      471: { ...plain, title: "Seats", slug: "seats", ...seats(2) },
      472: { ...plain, title: "SeatsHidden", slug: "seatsh", ...seats(2, false) },
      473: { ...plain, title: "Conf", slug: "conf", ...confirm() },
      474: { title: "Video", slug: "video" },
      475: {
        ...plain,
        title: "Named",
        slug: "named",
        customName: "{Event type title} | {Organiser} & {Scheduler} | {Event duration} | {Location}",
      },
    },
    before: {
      "08 § past: mark-absent attendee": toThePast("kcJijKZTEfn2w4kLWdt55Z"),
      "08 § past: cancel": toThePast("qsE4qZYZJSxMqKtQPBxxjc"),
    },
  },
  {
    transcripts: ["08b"],
    startsAt: "2026-11-22T07:01:58Z",
    people: {
      405: { name: "Ced Host", username: "cedmwrhoasv", keys: { cal_e1b65d36de9c8446d271097333d9d7ca: null } },
      406: { name: "Cat Other", username: "catmwrhoasv", keys: { cal_d1ca92d036724c1c948c5c3545e2f3c2: null } },
    },
    eventTypes: {
      476: plain,
      477: { ...plain, title: "Lim", slug: "lim", bookingLimitsCount: { day: 1 } },
      478: { ...plain, title: "Dur", slug: "dur", bookingLimitsDuration: { day: 45 } },
      479: {
        ...plain,
        title: "Act",
        slug: "act",
        bookerActiveBookingsLimit: { maximumActiveBookings: 1, offerReschedule: true },
      },
      480: { ...plain, title: "Win", slug: "win", bookingWindow: { type: "calendarDays", value: 2, rolling: true } },
      481: { ...plain, title: "Notice", slug: "notice", minimumBookingNotice: 20 * 1440 },
      482: { ...plain, title: "Auth", slug: "auth", bookingRequiresAuthentication: true },
      483: { ...plain, title: "Phone", slug: "phone" },
      484: { ...plain, title: "Hid", slug: "hid", hideOrganizerEmail: true },
      485: {
        ...plain,
        title: "ConfT",
        slug: "conft",
        confirmationPolicy: {
          type: "time",
          noticeThreshold: { unit: "hours", count: 48 },
          blockUnconfirmedBookingsInBooker: false,
        },
      },
      486: { ...plain, title: "ConfB", slug: "confb", ...confirm(true) },
    },
    before: { "08b § past: mark-absent host true": toThePast("sHnsYnXqwoWSFs6wK6Hyr1") },
  },
  {
    transcripts: ["10"],
    startsAt: "2026-11-22T07:02:10Z",
    people: {
      407: { name: "Wes Hook", username: "wesmwrhoioc", keys: { cal_7e8b91bba2d8b99d2eb7b83f2781d1ad: null } },
      408: { name: "Wim Other", username: "wimmwrhoioc", keys: { cal_f266f4c2e2558d49df7f68904e539cae: null } },
    },
    eventTypes: {
      487: {
        ...plain,
        ...link("wes"),
        bookingFields: [{ type: "text", slug: "company", label: "Company", required: false }],
      },
      488: { ...plain, ...link("wes"), title: "Conf", slug: "conf", ...confirm() },
      489: { ...plain, ...link("wes"), title: "Seats", slug: "seats", ...seats(2) },
      490: {
        ...plain,
        ...link("wes"),
        title: "Recur",
        slug: "recur",
        recurrence: { ...weekly.recurrence, occurrences: 2 },
      },
    },
    prepare: async (house) => {
      // The recording's receivers listened on the machine itself.
      house.settings.allowPrivateWebhooks = true;
    },
    before: { "10 § mark absent": toThePast("wu5W6XWwsi9kjuFfFjNiup") },
  },
  {
    transcripts: ["11", "12", "13", "13b"],
    startsAt: "2026-11-22T07:02:29Z",
    people: {
      409: {
        name: "Err Host",
        username: "errmwrhoyof",
        keys: {
          cal_c83b20a01d106c9d7516197246d85c9a: null,
          cal_live_abcdef0123456789mwrhoyof: null,
          cal_expmwrhoyof: "2026-11-20T07:02:29Z",
          cal_exptodaymwrhoyof: "2026-11-22T07:01:29Z",
          cal_rlmwrhoyof: null,
          cal_rmmwrhoyof: null,
        },
      },
    },
    eventTypes: { 491: { title: "Q", slug: "q" } },
    prepare: async (_house, _owners, known) => {
      known.set("000491", `000${known.get("491")}`);
    },
  },
  {
    transcripts: ["38"],
    startsAt: "2026-11-22T07:39:50Z",
    people: {
      2443: { name: "Ext", username: "extmwrj104b", keys: { cal_609f322f32b2267f4d7fcab1a5047f87: null } },
      2444: { name: "Other", username: "othmwrj104b", keys: { cal_a450d5bf06957394d7b6bca702aa130f: null } },
    },
    eventTypes: {
      2834: { title: "X", slug: "xmwrj104b" },
      2840: { title: "Y", slug: "ymwrj104b" },
    },
    prepare: async (house, people, known) => {
      for (const [index, as] of people.entries()) {
        const me = await house.get("/v2/me", { as });
        known.set(String(4181 + index), String(me.body.data.defaultScheduleId));
      }
    },
  },
];
