import {
  dateExists,
  type EpochDay,
  type Interval,
  knownZone,
  localDateAt,
  parseDate,
  startOfDay,
  toInstant,
  weekdayOf,
  type Zone,
} from "../time/index.js";
import { type Notes, noteAll } from "./explain.js";
import type { HostFacts, OutOfOffice, ScheduleFacts, Travel } from "./facts.js";
import { intersect, type Spans, subtract, union } from "./spans.js";

/** Minutes of a local day; `to` may be 1440. */
type Hours = Interval;

/** Zones differ by up to 26 hours, so a date can touch a window that begins on another date elsewhere. */
const marginDays = 2;

/** 23:59 is how the end of the day is written. */
const lastMinute = 1_439;

/**
 * When a host works within the window: weekly hours, overrides and travel, without absences (§8.3). Sorted; nothing
 * touches, so that an evening and the night after it are one range.
 */
export function openHours(host: HostFacts, window: Interval, notes: Notes | null): Spans {
  const calendar = calendarOf(host, window);
  const open: Spans = [];
  for (let date = calendar.firstDate; date <= calendar.lastDate; date++) {
    const hours = calendar.away.has(date) ? none : hoursOn(calendar, date);
    if (hours.length > 0) addOpenDay(open, hours, date, zoneOn(calendar, date), window);
  }
  const merged = union(open);
  if (notes !== null) noteClosedDays(notes, merged, calendar, window);
  return merged;
}

/** A schedule turned round, from a date to its hours, for the dates that can touch the window. */
interface Calendar {
  firstDate: EpochDay;
  lastDate: EpochDay;
  zone: Zone;
  /** By weekday, 0 = Sunday. */
  weekly: Hours[][];
  overrides: Map<EpochDay, Hours[]>;
  travel: { from: EpochDay; to: EpochDay; zone: Zone }[];
  away: Set<EpochDay>;
}

const none: Hours[] = [];

function calendarOf({ schedule, outOfOffice }: HostFacts, window: Interval): Calendar {
  const zone = knownZone(schedule.zone);
  const firstDate = localDateAt(zone, window.from) - marginDays;
  const lastDate = localDateAt(zone, window.to) + marginDays;
  return {
    firstDate,
    lastDate,
    zone,
    weekly: weeklyHours(schedule),
    overrides: overriddenHours(schedule),
    travel: schedule.travel.map(tripOf),
    away: datesAway(outOfOffice, firstDate, lastDate),
  };
}

function weeklyHours(schedule: ScheduleFacts): Hours[][] {
  const weekly: Hours[][] = [[], [], [], [], [], [], []];
  for (const rule of schedule.rules) {
    const hours = hoursOf(rule);
    if (hours !== null) for (const day of rule.days) weekly[day]?.push(hours);
  }
  return weekly;
}

function overriddenHours(schedule: ScheduleFacts): Map<EpochDay, Hours[]> {
  const overrides = new Map<EpochDay, Hours[]>();
  for (const override of schedule.overrides) {
    const date = dateOf(override.date);
    if (!overrides.has(date)) overrides.set(date, []);
    const hours = hoursOf(override);
    if (hours !== null) overrides.get(date)!.push(hours);
  }
  return overrides;
}

/** null for what has no length: that is how a day off is written. */
function hoursOf({ startMinute, endMinute }: { startMinute: number; endMinute: number }): Hours | null {
  if (startMinute >= endMinute) return null;
  return { from: startMinute, to: endMinute === lastMinute ? lastMinute + 1 : endMinute };
}

function tripOf({ startDate, endDate, zone }: Travel) {
  return { from: dateOf(startDate), to: endDate === null ? Infinity : dateOf(endDate), zone: knownZone(zone) };
}

function datesAway(entries: readonly OutOfOffice[], firstDate: EpochDay, lastDate: EpochDay): Set<EpochDay> {
  const away = new Set<EpochDay>();
  for (const entry of entries) {
    const last = Math.min(dateOf(entry.endDate), lastDate);
    for (let date = Math.max(dateOf(entry.startDate), firstDate); date <= last; date++) away.add(date);
  }
  return away;
}

function dateOf(text: string): EpochDay {
  const date = parseDate(text);
  if (date === null) throw new RangeError(`No such date: ${text}`);
  return date;
}

/** An override replaces the weekly hours of its date altogether. */
function hoursOn(calendar: Calendar, date: EpochDay): Hours[] {
  return calendar.overrides.get(date) ?? calendar.weekly[weekdayOf(date)]!;
}

function zoneOn(calendar: Calendar, date: EpochDay): Zone {
  if (calendar.travel.length === 0) return calendar.zone;
  return calendar.travel.find((trip) => trip.from <= date && date <= trip.to)?.zone ?? calendar.zone;
}

function addOpenDay(open: Spans, hours: Hours[], date: EpochDay, zone: Zone, window: Interval) {
  if (!dateExists(zone, date)) return;
  for (const minutes of hours) {
    const from = Math.max(toInstant(zone, date, minutes.from), window.from);
    const to = Math.min(toInstant(zone, date, minutes.to), window.to);
    if (from < to) open.push(from, to);
  }
}

function noteClosedDays(notes: Notes, open: Spans, calendar: Calendar, window: Interval) {
  const closed = subtract([window.from, window.to], open);
  const away = localDays(calendar, (date) => calendar.away.has(date));
  const overridden = localDays(calendar, (date) => calendar.overrides.has(date) && !calendar.away.has(date));
  noteAll(notes, "out-of-office", intersect(away, closed));
  noteAll(notes, "override", intersect(overridden, closed));
  noteAll(notes, "schedule", subtract(closed, union([...away, ...overridden])));
}

function localDays(calendar: Calendar, isMeant: (date: EpochDay) => boolean): Spans {
  const days: Spans = [];
  for (let date = calendar.firstDate; date <= calendar.lastDate; date++) {
    const zone = zoneOn(calendar, date);
    if (isMeant(date)) days.push(startOfDay(zone, date), startOfDay(zone, date + 1));
  }
  return union(days);
}
