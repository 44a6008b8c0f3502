import { epochDayOf } from "./date.js";
import { dayMs, hourMs, type Instant, minuteMs, secondMs } from "./instant.js";

const timestampPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** 9999-12-31T23:59:59.999Z */
const lastInstant = 253_402_300_799_999;

/**
 * Reads an ISO 8601 timestamp. Without an offset it is UTC. A date alone is midnight UTC, where that is allowed. null for
 * anything else: another form, a date or time of day that does not exist, years before 1970.
 *
 * parseInstant("2050-09-05T09:00:00+02:00") // 2050-09-05T07:00:00Z
 * parseInstant("2050-09-05T09:00") // 2050-09-05T09:00:00Z
 * parseInstant("2050-02-30T09:00:00Z") // null
 */
export function parseInstant(text: string, { allowDate = false } = {}): Instant | null {
  const match = timestampPattern.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  if (hour === undefined && !allowDate) return null;
  const date = epochDayOf(Number(year), Number(month), Number(day));
  const msOfDay = msOfClock(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  const offsetMs = msOfOffset(offset ?? "Z");
  if (date === null || msOfDay === null || offsetMs === null) return null;
  const instant = date * dayMs + msOfDay + msOfFraction(fraction ?? "") - offsetMs;
  return instant >= 0 && instant <= lastInstant ? instant : null;
}

function msOfClock(hour: number, minute: number, second: number): number | null {
  const isMidnightAtEnd = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !isMidnightAtEnd) || minute > 59 || second > 59) return null;
  return hour * hourMs + minute * minuteMs + second * secondMs;
}

/** Milliseconds; finer digits are cut off: "5" // 500 */
function msOfFraction(digits: string): number {
  return Number(digits.padEnd(3, "0").slice(0, 3));
}

function msOfOffset(text: string): number | null {
  if (text === "Z" || text === "z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(":", ""));
  if (hours > 23 || minutes > 59) return null;
  return (hours * hourMs + minutes * minuteMs) * (text.startsWith("-") ? -1 : 1);
}
