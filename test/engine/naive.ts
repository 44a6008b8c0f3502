import type { EventFacts, HostFacts, PeriodLimits, SlotFacts, SlotQuery } from "../../server/core/slots/facts.js";
import { addDays, dateAt, dateText, offsetMinutesAt, wall } from "./naive-zones.js";

/**
 * A second slot engine, as simple as can be: it asks of every minute whether it is free, and follows the words of the
 * availability chapter (§8) one by one. It shares nothing with the real one but the types of the question. Bookings,
 * blocks and reservations must lie on whole minutes.
 */
const minuteMs = 60_000;

interface Range {
  from: number;
  to: number;
}

export interface NaiveSlot {
  startsAt: number;
  booked: number | null;
  bookingUid: string | null;
}

/** The chapter from beginning to end. */
export function naiveSlots(facts: SlotFacts, query: SlotQuery): NaiveSlot[] {
  const { event } = facts;
  const lengthMinutes = query.durationMinutes ?? event.lengthMinutes;
  const earliest = query.now + Math.max(event.noticeMinutes, 1) * minuteMs;
  const isRolling = "isRolling" in event.bookingWindow && event.bookingWindow.isRolling;
  const window = { from: isRolling ? earliest : Math.max(query.from, earliest), to: query.to };
  const ranges = naiveRanges(facts, query, window, lengthMinutes);
  let starts = gridStarts(ranges, event, query, lengthMinutes);
  starts = starts.filter((start) => start >= query.now && start >= query.now + event.noticeMinutes * minuteMs);
  starts = starts.filter((start) => !isHeld(facts, start, lengthMinutes));
  starts = starts.filter(bookingWindowTest(event, query, starts));
  starts = starts.filter((start) => start >= Math.floor(query.from / minuteMs) * minuteMs);
  if (event.onlyShowFirstAvailableSlot) {
    const dates = starts.map((start) => dateAt(query.zone, start));
    starts = starts.filter((_, i) => dates.indexOf(dates[i]!) === i);
  }
  return starts.map((start) => withSeats(facts, start));
}

/** Whether exactly this time may be booked: everything but the grid and other people's reservations. */
export function naiveAdmits(facts: SlotFacts, query: SlotQuery, at: Range): boolean {
  const { event } = facts;
  const lengthMinutes = (at.to - at.from) / minuteMs;
  if (at.from < query.now || at.from < query.now + event.noticeMinutes * minuteMs) return false;
  if (![event.lengthMinutes, ...event.lengthOptions].includes(lengthMinutes)) return false;
  if (!naiveWindowTest(facts, { ...query, from: query.now, to: at.to, durationMinutes: lengthMinutes }, at.from))
    return false;
  const ranges = naiveRanges(facts, query, at, lengthMinutes);
  if (!ranges.some((range) => range.from <= at.from && at.to <= range.to)) return false;
  const seated = facts.seatBookings.find((booking) => booking.startsAt === at.from);
  return event.seatsPerTimeSlot === null || seated === undefined || seated.taken < event.seatsPerTimeSlot;
}

function naiveWindowTest(facts: SlotFacts, query: SlotQuery, chosen: number): boolean {
  const { event } = facts;
  const everyDay: EventFacts = { ...event, bookingWindow: { kind: "unlimited" }, onlyShowFirstAvailableSlot: false };
  const starts = naiveSlots({ ...facts, event: everyDay }, query).map((slot) => slot.startsAt);
  return bookingWindowTest(event, query, starts)(chosen);
}

// §8.2, §8.6, §8.7: hosts

function naiveRanges(facts: SlotFacts, query: SlotQuery, window: Range, lengthMinutes: number): Range[] {
  const { event } = facts;
  if (event.scheduling === "managed" || window.from >= window.to) return [];
  const isFixed = (host: HostFacts) => event.scheduling !== "roundRobin" || host.isFixed;
  const fixed = facts.hosts.filter(isFixed);
  let rotating = facts.hosts.filter((host) => !isFixed(host));
  const subset = rotating.filter((host) => query.rotatingHostIds?.includes(host.id));
  if (subset.length > 0) rotating = subset;
  const free = new Map(facts.hosts.map((host) => [host, freeMinutes(facts, host, query, window, lengthMinutes)]));
  const groups = [...new Set(rotating.map((host) => host.group))];
  let teams: HostFacts[][] = [fixed];
  for (const group of groups) {
    const members = rotating.filter((host) => host.group === group);
    teams = teams.flatMap((team) => members.map((host) => [...team, host]));
  }
  const ranges = teams
    .filter((team) => team.length > 0)
    .flatMap((team) => rangesOfMinutes((minute) => team.every((host) => free.get(host)![minute] === 1), window));
  const unique = ranges.filter(
    (range, i) => ranges.findIndex((other) => other.from === range.from && other.to === range.to) === i,
  );
  return unique
    .filter((range) => !unique.some((other) => other !== range && other.from <= range.from && range.to <= other.to))
    .sort((a, b) => a.from - b.from);
}

function minutesIn(window: Range): number {
  return Math.ceil(window.to / minuteMs) - Math.floor(window.from / minuteMs);
}

/** Runs of free minutes; the first and last one begin and end with the window. */
function rangesOfMinutes(isFree: (minute: number) => boolean, window: Range): Range[] {
  const origin = Math.floor(window.from / minuteMs) * minuteMs;
  const ranges: Range[] = [];
  for (let minute = 0; minute < minutesIn(window); minute++) {
    if (!isFree(minute)) continue;
    let end = minute;
    while (end < minutesIn(window) && isFree(end)) end++;
    const from = Math.max(origin + minute * minuteMs, window.from);
    ranges.push({ from, to: Math.min(origin + end * minuteMs, window.to) });
    minute = end;
  }
  return ranges;
}

// §8.3, §8.4: one host

function freeMinutes(
  facts: SlotFacts,
  host: HostFacts,
  query: SlotQuery,
  window: Range,
  lengthMinutes: number,
): Uint8Array {
  const free = new Uint8Array(minutesIn(window));
  const origin = Math.floor(window.from / minuteMs) * minuteMs;
  const mark = (from: number, to: number, value: number) => {
    const first = Math.max(0, Math.floor((from - origin) / minuteMs));
    const end = Math.min(free.length, Math.ceil((to - origin) / minuteMs));
    for (let minute = first; minute < end; minute++) free[minute] = value;
  };
  const lastDate = addDays(dateText(window.to), 2);
  for (let date = addDays(dateText(window.from), -2); date <= lastDate; date = addDays(date, 1)) {
    for (const range of workOn(host, date)) mark(range.from, range.to, 1);
  }
  for (const busy of busyRanges(facts, host, query)) mark(busy.from, busy.to, 0);
  if (host.calendarFailed) free.fill(0);
  markLimits(free, origin, facts, host, query, lengthMinutes);
  return free;
}

function workOn({ schedule, outOfOffice }: HostFacts, date: string): Range[] {
  if (outOfOffice.some((entry) => entry.startDate <= date && date <= entry.endDate)) return [];
  const trip = schedule.travel.find((row) => row.startDate <= date && (row.endDate === null || date <= row.endDate));
  const zone = trip?.zone ?? schedule.zone;
  if (dateAt(zone, wall(zone, date, 0)) !== date) return [];
  const weekday = new Date(date).getUTCDay();
  const isOverridden = schedule.overrides.some((override) => override.date === date);
  const rules = isOverridden
    ? schedule.overrides.filter((override) => override.date === date)
    : schedule.rules.filter((rule) => rule.days.includes(weekday));
  return rules
    .filter((rule) => rule.startMinute < rule.endMinute)
    .map((rule) => ({
      from: wall(zone, date, rule.startMinute),
      to: wall(zone, date, rule.endMinute === 1_439 ? 1_440 : rule.endMinute),
    }));
}

function busyRanges(facts: SlotFacts, host: HostFacts, query: SlotQuery): Range[] {
  const { event } = facts;
  const ranges: Range[] = [];
  const mirrored: Range[] = [];
  for (const booking of host.bookings) {
    const { startsAt, endsAt } = booking;
    if (booking.uid === query.rescheduleUid) {
      mirrored.push({ from: startsAt, to: endsAt });
      continue;
    }
    const isSeated = booking.isOwnEventType && (event.seatsPerTimeSlot ?? 0) >= 2;
    const taken = facts.seatBookings.find((seated) => seated.uid === booking.uid)?.taken;
    if (isSeated && taken !== undefined && taken < event.seatsPerTimeSlot!)
      mirrored.push({ from: startsAt, to: endsAt });
    if (booking.isPending && !(booking.isOwnEventType && event.blocksUnconfirmed)) continue;
    const from = startsAt - (booking.bufferBeforeMinutes + event.bufferAfterMinutes) * minuteMs;
    const to = endsAt + (booking.bufferAfterMinutes + event.bufferBeforeMinutes) * minuteMs;
    if (isSeated) ranges.push({ from, to: startsAt }, { from: endsAt, to });
    else ranges.push({ from, to });
  }
  for (const block of host.calendarBlocks) {
    // The block minute by minute: what is left of it is widened.
    for (let minute = block.startsAt; minute < block.endsAt; minute += minuteMs) {
      if (mirrored.some((range) => range.from <= minute && minute < range.to)) continue;
      const from = minute - event.bufferAfterMinutes * minuteMs;
      ranges.push({ from, to: minute + (1 + event.bufferBeforeMinutes) * minuteMs });
    }
  }
  return ranges;
}

// §8.5: limits

type Unit = keyof PeriodLimits;
const units: Unit[] = ["year", "month", "week", "day"];

function markLimits(
  free: Uint8Array,
  origin: number,
  facts: SlotFacts,
  host: HostFacts,
  query: SlotQuery,
  lengthMinutes: number,
) {
  const { countLimits, durationLimits, periodZone } = facts.event;
  const own = facts.ownBookings.filter((booking) => booking.uid !== query.rescheduleUid);
  const closed = new Map<string, boolean>();
  const isClosed = (unit: Unit, period: string): boolean => {
    const inPeriod = own.filter((booking) => periodOf(unit, dateAt(periodZone, booking.startsAt)) === period);
    const mine = unit === "year" ? inPeriod : inPeriod.filter((booking) => booking.organizerId === host.id);
    const minutes = mine.reduce((sum, booking) => sum + (booking.endsAt - booking.startsAt) / minuteMs, 0);
    const count = countLimits[unit];
    const duration = durationLimits[unit];
    return (count !== null && inPeriod.length >= count) || (duration !== null && minutes + lengthMinutes > duration);
  };
  const limited = units.filter((unit) => countLimits[unit] !== null || durationLimits[unit] !== null);
  if (limited.length === 0) return;
  for (let minute = 0; minute < free.length; minute++) {
    const date = dateAt(periodZone, origin + minute * minuteMs);
    if (!closed.has(date))
      closed.set(
        date,
        limited.some((unit) => isClosed(unit, periodOf(unit, date))),
      );
    if (closed.get(date)) free[minute] = 0;
  }
}

function periodOf(unit: Unit, date: string): string {
  if (unit === "year") return date.slice(0, 4);
  if (unit === "month") return date.slice(0, 7);
  return unit === "week" ? addDays(date, -new Date(date).getUTCDay()) : date;
}

// §8.8: from ranges to starts

function gridStarts(ranges: readonly Range[], event: EventFacts, query: SlotQuery, lengthMinutes: number): number[] {
  const step = event.slotIntervalMinutes ?? lengthMinutes;
  const stride = (step + event.offsetStartMinutes) * minuteMs;
  const unit = [60, 30, 20, 15, 10, 5].find((minutes) => step % minutes === 0) ?? 1;
  const produced = new Set<number>();
  for (const range of ranges) {
    let x = Math.floor(Math.max(range.from, query.now + event.noticeMinutes * minuteMs) / minuteMs) * minuteMs;
    x += alignment(x, range, unit, event, query) * minuteMs;
    x += event.offsetStartMinutes * minuteMs;
    const earlier = [...produced].filter((start) => start < x);
    if (earlier.length > 0) {
      const p = Math.max(...earlier);
      // A range begins in the minute of its edge.
      if (p + stride > x) x = p >= Math.floor(range.from / minuteMs) * minuteMs ? p : p + stride;
    }
    for (; x + lengthMinutes * minuteMs - 1_000 <= range.to; x += stride) produced.add(x);
  }
  return [...produced].sort((a, b) => a - b);
}

function alignment(x: number, range: Range, unit: number, event: EventFacts, query: SlotQuery): number {
  const minuteOfHour = Math.floor((x / minuteMs + offsetMinutesAt(query.zone, x)) % 60);
  const pushTo = (multiple: number) => (multiple - (minuteOfHour % multiple)) % multiple;
  if (pushTo(unit) === 0 || !event.showOptimizedSlots) return pushTo(unit);
  const spare = Math.floor((range.to - x) / minuteMs) % unit;
  if (pushTo(unit) <= spare) return pushTo(unit);
  if (pushTo(15) <= spare) return pushTo(15);
  return pushTo(5) <= spare ? pushTo(5) : 0;
}

// §8.9, §8.10, §8.11: filters and seats

function bookingWindowTest(event: EventFacts, query: SlotQuery, starts: readonly number[]): (start: number) => boolean {
  const window = event.bookingWindow;
  if (window.kind === "unlimited") return () => true;
  if (window.kind === "range") {
    return (start) => window.fromDate <= dateAt(window.zone, start) && dateAt(window.zone, start) <= window.toDate;
  }
  const offsetMs = offsetMinutesAt(query.zone, query.now) * minuteMs;
  const dayOf = (instant: number) => dateText(instant + offsetMs);
  const isWalked = (date: string) => window.kind === "calendarDays" || ![0, 6].includes(new Date(date).getUTCDay());
  let date = dayOf(query.now);
  if (!window.isRolling) {
    for (let days = window.days; days > 0; ) {
      date = addDays(date, 1);
      if (isWalked(date)) days--;
    }
    return (start) => dayOf(start) <= date;
  }
  const bookable = starts.map(dayOf);
  const found: string[] = [];
  for (let walked = 0; walked < 61 && found.length < window.days; date = addDays(date, 1)) {
    if (!isWalked(date)) continue;
    // [K] What nobody asked for is not known: it may still be among the days that count.
    if (date > dayOf(query.to - 1)) return () => true;
    walked++;
    if (bookable.includes(date)) found.push(date);
  }
  const last = found.at(-1) ?? date;
  return (start) => dayOf(start) <= last;
}

function isHeld({ holds }: SlotFacts, start: number, lengthMinutes: number): boolean {
  const end = start + lengthMinutes * minuteMs;
  return holds.some((hold) => !hold.isSeat && hold.startsAt < end && start < hold.endsAt);
}

function withSeats({ event, seatBookings, holds }: SlotFacts, startsAt: number): NaiveSlot {
  if (event.seatsPerTimeSlot === null) return { startsAt, booked: null, bookingUid: null };
  const booking = seatBookings.find((seated) => seated.startsAt === startsAt);
  const held = holds.filter((hold) => hold.isSeat && hold.isOwnEventType && hold.startsAt === startsAt);
  return { startsAt, booked: (booking?.taken ?? 0) + held.length, bookingUid: booking?.uid ?? null };
}
