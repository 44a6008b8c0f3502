import { Temporal } from "temporal-polyfill";

/**
 * Zones for the naive engine: nothing of `core/time`. Offsets come from the runtime, remembered per UTC day, or on the
 * days of a clock change per quarter of an hour (no clock has been changed at another minute since 1972); wall-clock
 * times near a change come from Temporal.
 */
const dayMs = 86_400_000;
const quarterMs = 900_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();
const dates = new Map<number, string>();

export function offsetMinutesAt(zone: string, instant: number): number {
  const day = Math.floor(instant / dayMs) * dayMs;
  const offset = rememberedOffset(zone, day);
  if (offset === rememberedOffset(zone, day + dayMs)) return offset;
  return rememberedOffset(zone, Math.floor(instant / quarterMs) * quarterMs);
}

function rememberedOffset(zone: string, instant: number): number {
  let known = offsets.get(zone);
  if (known === undefined) {
    known = new Map();
    offsets.set(zone, known);
  }
  let offset = known.get(instant);
  if (offset === undefined) {
    offset = askRuntime(zone, instant);
    known.set(instant, offset);
  }
  return offset;
}

function askRuntime(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    formats.set(zone, format);
  }
  const [month, day, year, hour, minute] = format.format(instant).match(/\d+/g)!.map(Number);
  return (Date.UTC(year!, month! - 1, day!, hour!, minute!) - instant) / 60_000;
}

/** The local date, as `YYYY-MM-DD`. */
export function dateAt(zone: string, instant: number): string {
  return dateText(instant + offsetMinutesAt(zone, instant) * 60_000);
}

export function dateText(ms: number): string {
  const day = Math.floor(ms / dayMs);
  let text = dates.get(day);
  if (text === undefined) {
    text = new Date(ms).toISOString().slice(0, 10);
    dates.set(day, text);
  }
  return text;
}

export function addDays(date: string, days: number): string {
  return dateText(Date.parse(date) + days * dayMs);
}

/** The instant of a wall-clock time; minute 1440 is the next midnight. Temporal decides wherever a clock changes near. */
export function wall(zone: string, date: string, minute: number): number {
  const local = Date.parse(date) + minute * 60_000;
  const before = offsetMinutesAt(zone, local - dayMs);
  if (before === offsetMinutesAt(zone, local + dayMs)) return local - before * 60_000;
  const time = Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, 19));
  return time.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
}
