import {
  dayMs,
  type EpochDay,
  type Instant,
  type Interval,
  knownZone,
  offsetMsAt,
  parseDate,
  startOfDay,
  weekdayOf,
  type Zone,
} from "../time/index.js";
import type { BookingWindow } from "./facts.js";

/** A rolling window gives up when so many days were walked without finding enough bookable ones. */
const maxDaysWalked = 61;

/** The booker's calendar as it is used for "today": the zone's offset of this moment, for all days to come (§8.9). */
export interface Today {
  date: EpochDay;
  offsetMs: number;
}

export function todayIn(zone: Zone, now: Instant): Today {
  const offsetMs = offsetMsAt(zone, now);
  return { date: Math.floor((now + offsetMs) / dayMs), offsetMs };
}

/**
 * When a slot may start. Only rolling windows need `starts`: all that there are from now to the end of the time asked for,
 * `until`. If not enough days were found until then, nothing before it is cut off.
 *
 * On a Friday, "2 businessDays" reaches to the end of Tuesday, and the weekend in between stays bookable.
 */
export function bookableStarts(
  window: BookingWindow,
  today: Today,
  starts: readonly Instant[],
  until: Instant,
): Interval {
  if (window.kind === "unlimited") return { from: -Infinity, to: Infinity };
  if (window.kind === "range") return rangeOf(window);
  if (!window.isRolling) return { from: -Infinity, to: endOf(today, lastDate(window, today.date)) };
  const bookable = new Set(starts.map((start) => dateIn(today, start)));
  const last = lastRollingDate(window, today.date, bookable, dateIn(today, until - 1));
  return { from: -Infinity, to: last === null ? Infinity : endOf(today, last) };
}

function dateIn(today: Today, instant: Instant): EpochDay {
  return Math.floor((instant + today.offsetMs) / dayMs);
}

function endOf(today: Today, date: EpochDay): Instant {
  return (date + 1) * dayMs - today.offsetMs;
}

type DayWindow = Extract<BookingWindow, { days: number }>;

function rangeOf(window: { fromDate: string; toDate: string; zone: string }): Interval {
  const zone = knownZone(window.zone);
  const first = parseDate(window.fromDate);
  const last = parseDate(window.toDate);
  if (first === null || last === null) throw new RangeError(`No such dates: ${window.fromDate}, ${window.toDate}`);
  return { from: startOfDay(zone, first), to: startOfDay(zone, last + 1) };
}

function lastDate({ kind, days }: DayWindow, today: EpochDay): EpochDay {
  if (kind === "calendarDays" || days <= 0) return today + days;
  const weekday = weekdayOf(today);
  // Counting from a weekend is counting from the Friday before it; from there five business days are one week.
  let last = today - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0) + Math.floor(days / 5) * 7;
  for (let counted = 0; counted < days % 5; ) {
    last++;
    if (isBusinessDay(last)) counted++;
  }
  return last;
}

function isBusinessDay(date: EpochDay): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6;
}

/**
 * The `days`-th bookable day, today included; null if it is not known yet, because it lies after `known`. Weekends are not
 * walked where business days count.
 */
function lastRollingDate(
  window: DayWindow,
  today: EpochDay,
  bookable: ReadonlySet<EpochDay>,
  known: EpochDay,
): EpochDay | null {
  let last: EpochDay | null = null;
  let date = today;
  for (let found = 0, walked = 0; found < window.days && walked < maxDaysWalked; walked++) {
    date = nextCounted(window, date);
    if (date > known) return null;
    if (bookable.has(date)) {
      found++;
      last = date;
    }
    date++;
  }
  return last ?? date;
}

function nextCounted({ kind }: DayWindow, date: EpochDay): EpochDay {
  let counted = date;
  while (kind === "businessDays" && !isBusinessDay(counted)) counted++;
  return counted;
}
