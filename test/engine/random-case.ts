import type {
  BookingWindow,
  BusyBooking,
  EventFacts,
  HostFacts,
  PeriodLimits,
  ScheduleFacts,
  SchedulingKind,
  SlotFacts,
  SlotQuery,
} from "../../server/core/slots/index.js";
import { addDays, dateText, offsetMinutesAt } from "./naive-zones.js";

/** A question and its facts, made from a number: the same number, the same case. */
export interface Case {
  facts: SlotFacts;
  query: SlotQuery;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

export const zones = [
  ..."America/New_York Europe/London Europe/Berlin Australia/Sydney Australia/Lord_Howe Africa/Casablanca".split(" "),
  ..."America/Sao_Paulo Pacific/Apia Asia/Kathmandu Asia/Kolkata Pacific/Auckland Pacific/Honolulu".split(" "),
  ..."America/St_Johns America/Santiago America/Havana Africa/Cairo Asia/Beirut Asia/Tehran Pacific/Chatham".split(" "),
  ..."Antarctica/Troll Atlantic/Azores America/Nuuk Pacific/Kiritimati Europe/Dublin UTC UTC UTC".split(" "),
];

export function randomCase(seed: number): Case {
  const dice = newDice(seed);
  const home = dice.pick(zones);
  const day = interestingDay(dice, home);
  const zone = dice.chance(0.4) ? home : dice.pick(zones);
  const event = randomEvent(dice, home, day);
  const isRolling = "isRolling" in event.bookingWindow && event.bookingWindow.isRolling;
  const query = randomQuery(dice, day, zone, event, isRolling);
  const hosts = Array.from({ length: dice.pick([1, 1, 1, 2, 2, 3]) }, (_, i) => randomHost(dice, i + 1, home, query));
  const facts = withDerived(dice, event, hosts, query);
  if (dice.chance(0.2)) query.rescheduleUid = dice.pick(["b1-0", "b1-1", "b2-0", "nothing"]);
  if (dice.chance(0.1)) query.rotatingHostIds = [dice.pick([1, 2, 3, 9])];
  return { facts, query };
}

export interface Dice {
  next: () => number;
  int: (below: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(choices: readonly T[]) => T;
}

/** mulberry32, which is small and good enough. */
export function newDice(seed: number): Dice {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return { next, int, chance: (p) => next() < p, pick: (choices) => choices[int(choices.length)]! };
}

/** Clock changes are rare, so most cases are put next to one; then ends of months and years, then any day. */
export function interestingDay(dice: Dice, zone: string): number {
  const year = 2026 + dice.int(6);
  const any = Date.UTC(year, 0, 1 + dice.int(365));
  if (dice.chance(0.15)) return Date.UTC(year, dice.pick([0, 1, 2, 11]), dice.pick([1, 28, 29, 31]));
  if (dice.chance(0.3)) return any;
  const changes = clockChanges(zone, year);
  return changes.length === 0 ? any : dice.pick(changes) - dice.int(3) * dayMs;
}

const changesByYear = new Map<string, number[]>();

function clockChanges(zone: string, year: number): number[] {
  const key = `${zone} ${year}`;
  let changes = changesByYear.get(key);
  if (changes === undefined) {
    const days = Array.from({ length: 365 }, (_, i) => Date.UTC(year, 0, 1 + i));
    changes = days.filter((day) => offsetMinutesAt(zone, day) !== offsetMinutesAt(zone, day + dayMs));
    changesByYear.set(key, changes);
  }
  return changes;
}

function randomEvent(dice: Dice, home: string, day: number): EventFacts {
  const lengthMinutes = dice.pick([5, 8, 15, 20, 25, 30, 30, 45, 50, 60, 60, 75, 90, 120]);
  const scheduling: SchedulingKind = dice.pick(["personal", "collective", "roundRobin", "roundRobin", "dynamic"]);
  return {
    scheduling: dice.chance(0.01) ? "managed" : scheduling,
    lengthMinutes,
    lengthOptions: dice.chance(0.3) ? [lengthMinutes, dice.pick([15, 40, 60])] : [],
    slotIntervalMinutes: dice.chance(0.4) ? dice.pick([5, 7, 10, 15, 20, 30, 35, 45, 60, 90]) : null,
    offsetStartMinutes: dice.chance(0.2) ? dice.pick([5, 10, 7, 25]) : 0,
    noticeMinutes: dice.pick([0, 0, 0, 30, 120, 1_440]),
    bufferBeforeMinutes: dice.chance(0.3) ? dice.pick([5, 10, 15, 60]) : 0,
    bufferAfterMinutes: dice.chance(0.3) ? dice.pick([5, 10, 30, 90]) : 0,
    bookingWindow: randomBookingWindow(dice, home, day),
    countLimits: dice.chance(0.15) ? randomLimits(dice, [1, 2, 3, 4]) : noLimits(),
    durationLimits: dice.chance(0.15) ? randomLimits(dice, [60, 120, 240, 300, 480]) : noLimits(),
    periodZone: home,
    showOptimizedSlots: dice.chance(0.25),
    onlyShowFirstAvailableSlot: dice.chance(0.08),
    seatsPerTimeSlot: dice.chance(0.2) ? dice.pick([1, 2, 2, 3]) : null,
    blocksUnconfirmed: dice.chance(0.5),
  };
}

function randomBookingWindow(dice: Dice, home: string, day: number): BookingWindow {
  const roll = dice.next();
  if (roll < 0.72) return { kind: "unlimited" };
  if (roll < 0.82) {
    const fromDate = dateText(day + (dice.int(4) - 2) * dayMs);
    return { kind: "range", fromDate, toDate: addDays(fromDate, dice.int(4)), zone: home };
  }
  const kind = dice.pick(["calendarDays", "businessDays"] as const);
  return { kind, days: dice.int(5), isRolling: roll > 0.9 };
}

function noLimits(): PeriodLimits {
  return { day: null, week: null, month: null, year: null };
}

function randomLimits(dice: Dice, values: number[]): PeriodLimits {
  const value = () => (dice.chance(0.35) ? dice.pick(values) : null);
  return { day: value(), week: value(), month: value(), year: value() };
}

function randomQuery(dice: Dice, day: number, zone: string, event: EventFacts, isRolling: boolean): SlotQuery {
  const edge = () =>
    dice.int(2 * 1_440) * minuteMs * (dice.chance(0.6) ? 1 : 0) + (dice.chance(0.1) ? dice.int(60_000) : 0);
  const from = day - dayMs + edge();
  const length = dice.pick([1, 2, 3, 4]) * dayMs + edge();
  const to = from + length - (dice.chance(0.3) ? 1_000 : 0);
  const isNear = "isRolling" in event.bookingWindow || dice.chance(0.2);
  const lead = isRolling ? dice.int(4 * 1_440) : isNear ? dice.int(3 * 1_440) - 1_440 : 40_000;
  const now = from - lead * minuteMs - (dice.chance(0.3) ? dice.int(60_000) : 0);
  const options = [event.lengthMinutes, ...event.lengthOptions];
  const durationMinutes = dice.chance(0.2) ? dice.pick(options) : null;
  return { from, to, zone, now, durationMinutes, rescheduleUid: null };
}

function randomHost(dice: Dice, id: number, home: string, query: SlotQuery): HostFacts {
  const zone = dice.chance(0.6) ? home : dice.pick(zones);
  const away = dateText(query.from + dice.int(4) * dayMs);
  return {
    id,
    isFixed: dice.chance(0.25),
    group: dice.chance(0.3) ? dice.pick(["a", "b"]) : null,
    schedule: randomSchedule(dice, zone, query),
    outOfOffice: dice.chance(0.12) ? [{ startDate: away, endDate: addDays(away, dice.int(3)) }] : [],
    bookings: randomBookings(dice, id, query),
    calendarBlocks: dice.chance(0.25) ? randomSpans(dice, query, dice.int(4)) : [],
    calendarFailed: dice.chance(0.02),
  };
}

export function randomSchedule(dice: Dice, zone: string, query: Pick<SlotQuery, "from">): ScheduleFacts {
  const daySets = [
    [0, 1, 2, 3, 4, 5, 6],
    [0, 1, 2, 3, 4, 5, 6],
    [1, 2, 3, 4, 5],
    [0, 6],
    [2, 4],
  ];
  const rules = Array.from({ length: dice.pick([0, 1, 1, 2, 2, 2, 3, 3, 4]) }, () => {
    return { days: dice.pick(daySets), ...randomHours(dice) };
  });
  // Several hosts seldom meet unless some of them work long hours.
  if (dice.chance(0.35))
    rules.push({ days: daySets[0]!, startMinute: dice.int(300), endMinute: 1_439 - dice.int(400) });
  const overrides = Array.from({ length: dice.chance(0.4) ? 1 + dice.int(3) : 0 }, () => {
    return { date: dateText(query.from + (dice.int(6) - 1) * dayMs), ...randomHours(dice) };
  });
  const startDate = dateText(query.from + dice.int(3) * dayMs);
  const endDate = dice.chance(0.5) ? addDays(startDate, dice.int(2)) : null;
  const travel = dice.chance(0.1) ? [{ startDate, endDate, zone: dice.pick(zones) }] : [];
  return { zone, rules, overrides, travel };
}

/** Office hours, hours around the usual clock changes, nights, whole days, days off, and nonsense. */
function randomHours(dice: Dice): { startMinute: number; endMinute: number } {
  const roll = dice.next();
  if (roll < 0.3) return { startMinute: 540, endMinute: 1_020 };
  if (roll < 0.45) return { startMinute: dice.int(12) * 30, endMinute: 150 + dice.int(20) * 15 };
  if (roll < 0.55) return { startMinute: 1_200 + dice.int(16) * 15, endMinute: 1_439 };
  if (roll < 0.65) return { startMinute: 0, endMinute: dice.pick([30, 60, 90, 150, 300, 1_439, 1_439]) };
  if (roll < 0.7) return { startMinute: 0, endMinute: 0 };
  const startMinute = dice.int(1_440);
  return { startMinute, endMinute: dice.chance(0.9) ? Math.min(1_439, startMinute + dice.int(600)) : dice.int(1_440) };
}

function randomBookings(dice: Dice, hostId: number, query: SlotQuery): BusyBooking[] {
  return randomSpans(dice, query, dice.int(7)).map((span, i) => ({
    ...span,
    uid: `b${hostId}-${i}`,
    bufferBeforeMinutes: dice.chance(0.2) ? dice.pick([5, 10, 45]) : 0,
    bufferAfterMinutes: dice.chance(0.2) ? dice.pick([5, 15, 60]) : 0,
    isPending: dice.chance(0.15),
    isOwnEventType: dice.chance(0.5),
  }));
}

function randomSpans(dice: Dice, query: SlotQuery, count: number): { startsAt: number; endsAt: number }[] {
  const unit = dice.pick([1, 5, 15, 30]);
  const minutes = Math.ceil((query.to - query.from) / minuteMs) + 1_440;
  const origin = Math.floor(query.from / (unit * minuteMs)) * unit * minuteMs - 720 * minuteMs;
  const spans = Array.from({ length: count }, () => {
    const startsAt = origin + dice.int(Math.ceil(minutes / unit)) * unit * minuteMs;
    return { startsAt, endsAt: startsAt + dice.pick([10, 15, 20, 30, 45, 60, 90, 240]) * minuteMs };
  });
  return dice.chance(0.8) ? spans.sort((a, b) => a.startsAt - b.startsAt) : spans;
}

/** What a loader would find in the tables besides the hosts' own rows. */
function withDerived(dice: Dice, event: EventFacts, hosts: HostFacts[], query: SlotQuery): SlotFacts {
  const own = hosts.flatMap(({ id, bookings }) => {
    const counted = bookings.filter((booking) => booking.isOwnEventType && !booking.isPending);
    return counted.map(({ uid, startsAt, endsAt }) => ({ uid, startsAt, endsAt, organizerId: id }));
  });
  const seated = event.seatsPerTimeSlot === null ? [] : own;
  const seats = event.seatsPerTimeSlot ?? 1;
  const seatBookings = seated.map(({ uid, startsAt, endsAt }) => ({
    uid,
    startsAt,
    endsAt,
    taken: 1 + dice.int(seats),
  }));
  const holds = randomSpans(dice, query, dice.chance(0.25) ? 1 + dice.int(3) : 0).map((span) => ({
    ...span,
    isSeat: event.seatsPerTimeSlot !== null && dice.chance(0.7),
    isOwnEventType: dice.chance(0.6),
  }));
  return { event, hosts, holds, seatBookings, ownBookings: own };
}
