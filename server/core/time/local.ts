import { type EpochDay, formatDate } from "./date.js";
import { dayMs, type Instant, minuteMs } from "./instant.js";
import { offsetMsAt, type Zone } from "./zone.js";

/** What a clock and a calendar on the wall show. */
export interface Local {
  date: EpochDay;
  /** Milliseconds since local midnight, as the clock shows them. */
  msOfDay: number;
  offsetMs: number;
}

/** What the wall shows at an instant: toLocal(rome, 0) // { date: 0, msOfDay: 3_600_000, offsetMs: 3_600_000 } */
export function toLocal(zone: Zone, instant: Instant): Local {
  const offsetMs = offsetMsAt(zone, instant);
  const date = Math.floor((instant + offsetMs) / dayMs);
  return { date, msOfDay: instant + offsetMs - date * dayMs, offsetMs };
}

/** The local date at an instant: localDateAt(auckland, noonInLondon) // the day after */
export function localDateAt(zone: Zone, instant: Instant): EpochDay {
  return Math.floor((instant + offsetMsAt(zone, instant)) / dayMs);
}

/** The local date at an instant as text, which is the key of a slot: localDateKey(rome, 0) // "1970-01-01" */
export function localDateKey(zone: Zone, instant: Instant): string {
  return formatDate(localDateAt(zone, instant));
}

/**
 * The instant of a wall-clock time. What the clock skips in spring counts as if the clock had not been changed (02:30
 * becomes 03:30); what it shows twice in autumn is its first occurrence. Minute 1440 is the next midnight.
 *
 * toInstant(newYork, march14th2027, 150) // 2027-03-14T07:30:00Z, 03:30 on the wall
 */
export function toInstant(zone: Zone, date: EpochDay, minuteOfDay: number): Instant {
  return localMsToInstant(zone, date * dayMs + minuteOfDay * minuteMs);
}

/** The same for a wall-clock time written as if it were UTC. */
export function localMsToInstant(zone: Zone, localMs: number): Instant {
  // No zone is a day or more away from UTC, so these two look at either side of any change near this wall-clock time.
  const offsetBeforeMs = offsetMsAt(zone, localMs - dayMs);
  const offsetAfterMs = offsetMsAt(zone, localMs + dayMs);
  const byBefore = localMs - offsetBeforeMs;
  if (offsetBeforeMs === offsetAfterMs || offsetMsAt(zone, byBefore) === offsetBeforeMs) return byBefore;
  const byAfter = localMs - offsetAfterMs;
  return offsetMsAt(zone, byAfter) === offsetAfterMs ? byAfter : byBefore;
}

/** The first instant of a local date; where midnight is skipped, the instant of the change. */
export function startOfDay(zone: Zone, date: EpochDay): Instant {
  return toInstant(zone, date, 0);
}

/** False for a date that a zone leapt over whole, as Samoa did on 2011-12-30 to change sides of the date line. */
export function dateExists(zone: Zone, date: EpochDay): boolean {
  const midnight = date * dayMs;
  if (offsetMsAt(zone, midnight - dayMs) === offsetMsAt(zone, midnight + 2 * dayMs)) return true;
  return startOfDay(zone, date) < startOfDay(zone, date + 1);
}
