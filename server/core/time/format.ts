import { type EpochDay, formatDate, twoDigits } from "./date.js";
import { dayMs, hourMs, type Instant, minuteMs, secondMs } from "./instant.js";
import { offsetMsAt, type Zone } from "./zone.js";

/** Slots come in long runs of one date, so the last date's text is worth keeping. */
let lastDate: EpochDay = 0;
let lastDateText = "1970-01-01";

const clockTexts: string[] = [];
const offsetTexts = new Map<number, string>();

/** formatUtc(0) // "1970-01-01T00:00:00.000Z" */
export function formatUtc(instant: Instant): string {
  return `${wallText(instant)}Z`;
}

/**
 * The instant as the zone's clocks show it, with their offset. The zone `UTC` prints `Z`, any other at offset zero `+00:00`.
 *
 * formatInZone(rome, 0) // "1970-01-01T01:00:00.000+01:00"
 */
export function formatInZone(zone: Zone, instant: Instant): string {
  if (zone.name === "UTC") return formatUtc(instant);
  const offsetMs = offsetMsAt(zone, instant);
  return wallText(instant + offsetMs) + rememberedOffsetText(offsetMs);
}

function rememberedOffsetText(offsetMs: number): string {
  const known = offsetTexts.get(offsetMs);
  if (known !== undefined) return known;
  const text = offsetText(offsetMs);
  offsetTexts.set(offsetMs, text);
  return text;
}

/** offsetText(-12_600_000) // "-03:30" */
export function offsetText(offsetMs: number): string {
  const minutes = Math.floor(Math.abs(offsetMs) / minuteMs);
  return `${offsetMs < 0 ? "-" : "+"}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** Date and clock of a wall-clock time that is written as if it were UTC. */
function wallText(localMs: number): string {
  const date = Math.floor(localMs / dayMs);
  return `${dateText(date)}T${clockText(localMs - date * dayMs)}`;
}

function dateText(date: EpochDay): string {
  if (date !== lastDate) {
    lastDateText = formatDate(date);
    lastDate = date;
  }
  return lastDateText;
}

function clockText(msOfDay: number): string {
  const minuteOfDay = Math.floor(msOfDay / minuteMs);
  const msOfMinute = msOfDay - minuteOfDay * minuteMs;
  if (msOfMinute !== 0) return minuteText(minuteOfDay) + secondText(msOfMinute);
  clockTexts[minuteOfDay] ??= `${minuteText(minuteOfDay)}:00.000`;
  return clockTexts[minuteOfDay];
}

function minuteText(minuteOfDay: number): string {
  const hour = Math.floor((minuteOfDay * minuteMs) / hourMs);
  return `${twoDigits(hour)}:${twoDigits(minuteOfDay - hour * 60)}`;
}

function secondText(msOfMinute: number): string {
  const second = Math.floor(msOfMinute / secondMs);
  return `:${twoDigits(second)}.${String(msOfMinute - second * secondMs).padStart(3, "0")}`;
}
