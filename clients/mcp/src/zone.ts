const dayMs = 86_400_000;

/** `2026-11-30T09:00:00+01:00`: an instant on the clock of a zone. An unknown zone reads as UTC. */
export function inZone(instant: string | number, zone: string): string {
  const ms = typeof instant === "number" ? instant : Date.parse(instant);
  if (Number.isNaN(ms)) return String(instant);
  const offset = offsetMinutes(ms, zone);
  const clock = new Date(ms + offset * 60_000).toISOString().slice(0, 19);
  return offset === 0
    ? `${clock}Z`
    : `${clock}${sign(offset)}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/** The instant of a date or timestamp; a date begins, or with `dayEnds` ends, at midnight of the zone. */
export function instantOf(text: string, zone: string, dayEnds = false): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return Date.parse(text);
  const midnightUtc = Date.parse(`${text}T00:00:00Z`) + (dayEnds ? dayMs : 0);
  // The offset at UTC's midnight may be another one than at the zone's, on the days when clocks change.
  const guess = midnightUtc - offsetMinutes(midnightUtc, zone) * 60_000;
  return midnightUtc - offsetMinutes(guess, zone) * 60_000;
}

export const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
};

function offsetMinutes(ms: number, zone: string): number {
  if (zone === "UTC" || !isZone(zone)) return 0;
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const name = format.formatToParts(ms).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, side, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return side ? (side === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}

const sign = (offset: number): string => (offset < 0 ? "-" : "+");
const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
