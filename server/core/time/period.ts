import { civilOf, type EpochDay, firstOfMonth, weekdayOf } from "./date.js";
import type { Instant, Interval } from "./instant.js";
import { localDateAt, startOfDay } from "./local.js";
import type { Zone } from "./zone.js";

export type PeriodUnit = "day" | "week" | "month" | "year";

/** From the largest to the smallest, the order in which limits are checked. */
export const periodUnits: readonly PeriodUnit[] = ["year", "month", "week", "day"];

/** The local day, week (from Sunday), month or year in which an instant lies. */
export function periodAt(zone: Zone, unit: PeriodUnit, instant: Instant): Interval {
  const date = localDateAt(zone, instant);
  return { from: startOfDay(zone, firstDateOf(unit, date)), to: startOfDay(zone, dateAfter(unit, date)) };
}

/** The first date of the period that holds a date: firstDateOf("week", aThursday) // the Sunday before */
export function firstDateOf(unit: PeriodUnit, date: EpochDay): EpochDay {
  if (unit === "day") return date;
  if (unit === "week") return date - weekdayOf(date);
  const { year, month } = civilOf(date);
  return firstOfMonth(year, unit === "month" ? month : 1);
}

/** The first date after the period that holds a date: dateAfter("month", 31 December) // 1 January */
export function dateAfter(unit: PeriodUnit, date: EpochDay): EpochDay {
  if (unit === "day") return date + 1;
  if (unit === "week") return date - weekdayOf(date) + 7;
  const { year, month } = civilOf(date);
  return unit === "year" || month === 12 ? firstOfMonth(year + 1, 1) : firstOfMonth(year, month + 1);
}
