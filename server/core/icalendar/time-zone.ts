import {
  type ClockChange,
  clockChanges,
  dayMs,
  formatUtc,
  type Instant,
  offsetMsAt,
  twoDigits,
  type Zone,
} from "../time/index.js";

// Some zones change their clocks four times a year, none less often than it matters within one.
const spanMs = 400 * dayMs;

/**
 * The VTIMEZONE of a zone (RFC 5545, 3.6.5) around a stretch of time: every change of the clocks that holds in it, each
 * written out instead of told by a rule, because rules change from year to year in more places than one thinks.
 */
export function timeZoneLines(zone: Zone, from: Instant, to: Instant): string[] {
  const changes = clockChanges(zone, from - spanMs, to + spanMs);
  const firstOffsetMs = offsetMsAt(zone, from - spanMs);
  const standardMs = Math.min(firstOffsetMs, ...changes.map(({ offsetMs }) => offsetMs));
  const first: ClockChange = { changesAt: from - spanMs, offsetBeforeMs: firstOffsetMs, offsetMs: firstOffsetMs };
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone.name}`,
    ...[first, ...changes].flatMap((change) => observanceLines(change, change.offsetMs > standardMs)),
    "END:VTIMEZONE",
  ];
}

function observanceLines({ changesAt, offsetBeforeMs, offsetMs }: ClockChange, isDaylight: boolean): string[] {
  const kind = isDaylight ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wallTime(changesAt + offsetBeforeMs)}`,
    `TZOFFSETFROM:${utcOffset(offsetBeforeMs)}`,
    `TZOFFSETTO:${utcOffset(offsetMs)}`,
    `END:${kind}`,
  ];
}

/** A wall-clock time that is written as if it were UTC: wallTime(0) // "19700101T000000" */
export const wallTime = (localMs: number): string => formatUtc(localMs).slice(0, 19).replace(/[-:]/g, "");

/** utcTime(0) // "19700101T000000Z" */
export const utcTime = (instant: Instant): string => `${wallTime(instant)}Z`;

/** utcOffset(-12_600_000) // "-0330" */
function utcOffset(offsetMs: number): string {
  const seconds = Math.abs(offsetMs) / 1_000;
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, ...(seconds % 60 ? [seconds % 60] : [])];
  return (offsetMs < 0 ? "-" : "+") + parts.map(twoDigits).join("");
}
