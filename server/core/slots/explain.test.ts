import { expect, test } from "vitest";
import { at, booking, facts, host, hours, limits, query } from "../../../test/engine/build.js";
import { type EventFacts, findSlots, type HostFacts, newExplanation, removalsOf, type SlotFacts } from "./index.js";

const monday = "2027-06-07";

/** Why that Monday, 06:00–20:00, is not offered: "06:00-09:00 schedule", one line per removal. */
function why(
  settings: Partial<EventFacts>,
  one: HostFacts,
  rest: Partial<SlotFacts> = {},
  nowText = "2027-06-01",
): string[] {
  const explanation = newExplanation();
  const asked = query(`${monday}T06:00Z`, `${monday}T20:00Z`, { now: at(nowText) });
  findSlots(facts(settings, [one], rest), asked, explanation);
  const clock = (instant: number) => new Date(instant).toISOString().slice(11, 16);
  return removalsOf(explanation, one.id).map(({ from, to, rule, bookingUid }) => {
    return `${clock(from)}-${clock(to)} ${rule}${bookingUid === null ? "" : ` ${bookingUid}`}`;
  });
}

const hoursOfDay = ["06:00-09:00 schedule", "17:00-20:00 schedule"];
const open = hours("UTC", "0-6 09:00-17:00");

test.each<[string, Partial<EventFacts>, Partial<HostFacts>, string[]]>([
  ["closed hours", {}, {}, hoursOfDay],
  [
    "a booking and its buffers",
    { bufferAfterMinutes: 30 },
    { bookings: [booking(`${monday}T10:00Z`, `${monday}T11:00Z`, { uid: "b1", bufferAfterMinutes: 60 })] },
    [
      "06:00-09:00 schedule",
      "09:00-09:30 grid",
      "09:30-10:00 buffer b1",
      "10:00-11:00 booking b1",
      "11:00-12:00 buffer b1",
      "17:00-20:00 schedule",
    ],
  ],
  [
    "a calendar, and what is left too short beside it",
    {},
    { calendarBlocks: [{ startsAt: at(`${monday}T10:00Z`), endsAt: at(`${monday}T11:15Z`) }] },
    ["06:00-09:00 schedule", "10:00-11:15 calendar", "11:15-12:00 grid", "17:00-20:00 schedule"],
  ],
  ["a calendar that cannot be read", {}, { calendarFailed: true }, ["06:00-20:00 calendar", ...hoursOfDay]],
  ["out of office", {}, { outOfOffice: [{ startDate: monday, endDate: monday }] }, ["06:00-20:00 out-of-office"]],
  ["a day off", {}, { schedule: hours("UTC", "0-6 09:00-17:00", `${monday} 00:00-00:00`) }, ["06:00-20:00 override"]],
  [
    "shorter hours",
    {},
    { schedule: hours("UTC", "0-6 09:00-17:00", `${monday} 10:00-19:00`) },
    ["06:00-10:00 override", "19:00-20:00 override"],
  ],
  [
    "a booking window",
    { bookingWindow: { kind: "range", fromDate: "2027-06-01", toDate: "2027-06-06", zone: "UTC" } },
    {},
    ["06:00-09:00 schedule", "06:00-20:00 window", "17:00-20:00 schedule"],
  ],
])("%s", (_story, settings, rest, lines) => {
  expect(why(settings, host(open, rest)).toSorted()).toEqual(lines.toSorted());
});

test("notice", () => {
  const lines = why({ noticeMinutes: 120 }, host(open), {}, `${monday}T08:00Z`);
  expect(lines).toContain("06:00-10:00 notice");
});

test("a limit", () => {
  const own = booking("2027-06-07T01:00Z", "2027-06-07T02:00Z");
  const one = host(open);
  const lines = why({ countLimits: limits({ day: 1 }) }, one, { ownBookings: [{ ...own, organizerId: one.id }] });
  expect(lines).toContain("06:00-20:00 limit");
});

test("a reservation of somebody else", () => {
  const hold = {
    startsAt: at(`${monday}T10:00Z`),
    endsAt: at(`${monday}T11:00Z`),
    isSeat: false,
    isOwnEventType: true,
  };
  expect(why({}, host(open), { holds: [hold] })).toContain("10:00-11:00 hold");
});

test("each host has its own reasons, and those of all", () => {
  const explanation = newExplanation();
  const hosts = [host(open), host(hours("UTC", "0-6 10:00-12:00"))];
  const asked = query(`${monday}T08:00Z`, `${monday}T12:00Z`, { now: at(`${monday}T06:00Z`) });
  findSlots(facts({ scheduling: "collective", noticeMinutes: 180 }, hosts), asked, explanation);
  const rules = hosts.map((one) => removalsOf(explanation, one.id).map(({ rule, hostId }) => [rule, hostId]));
  expect(rules).toEqual([
    [["notice", null]],
    [
      ["notice", null],
      ["schedule", hosts[1]!.id],
    ].toSorted(),
  ]);
});
