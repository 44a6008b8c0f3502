import { addMonths, addYears, type EpochDay } from "./date.js";
import { dayMs, type Instant } from "./instant.js";
import { localMsToInstant, toLocal } from "./local.js";
import { knownZone } from "./zone.js";

/** Every so many weeks, months or years. */
export interface Repetition {
  interval: number;
  frequency: "weekly" | "monthly" | "yearly";
}

/**
 * The first `count` instants of a repetition: the same time on the wall of a zone, across changes of the clock; the last day
 * of a month that is too short (RFC 5545 would leave such a month out).
 *
 * repeat(january31st, { interval: 1, frequency: "monthly" }, 3, "UTC") // 31 January, 28 February, 31 March
 */
export function repeat(first: Instant, every: Repetition, count: number, zoneName: string): [Instant, ...Instant[]] {
  const zone = knownZone(zoneName);
  const { date, msOfDay } = toLocal(zone, first);
  const later = Array.from({ length: count - 1 }, (_, index) =>
    localMsToInstant(zone, stepped(date, every, index + 1) * dayMs + msOfDay),
  );
  return [first, ...later];
}

function stepped(date: EpochDay, { interval, frequency }: Repetition, times: number): EpochDay {
  switch (frequency) {
    case "weekly":
      return date + 7 * interval * times;
    case "monthly":
      return addMonths(date, interval * times);
    case "yearly":
      return addYears(date, interval * times);
  }
}
