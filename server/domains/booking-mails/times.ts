import { dayMs, type Instant, knownZone, minuteMs, offsetMsAt, type Zone, zoneOf } from "../../core/time/index.js";
import type { Language } from "../mail/index.js";
import { words } from "./words/index.js";

/** In whose words and whose clock a time is told. */
export interface Reader {
  language: Language;
  timeZone: string;
  wants24Hours?: boolean;
}

/** A stretch of time in words: the day, the hours, and which clock that is. */
export interface TimeInWords {
  /** `Monday, November 30, 2026` */
  day: string;
  /** `5:00 – 5:30 AM (30 minutes)` */
  hours: string;
  /** `Eastern Standard Time (America/New_York)` */
  zone: string;
}

export function timeInWords(reader: Reader, startsAt: Instant, endsAt: Instant): TimeInWords {
  const { bracketed } = words[reader.language];
  const formats = formatsFor(reader);
  const { day, hour, minutes } = formats;
  const [from, to] = [day.format(startsAt), day.format(endsAt)];
  const range =
    from === to ? rangeWithin(formats, startsAt, endsAt) : `${hour.format(startsAt)} – ${to}, ${hour.format(endsAt)}`;
  return {
    day: from,
    hours: plainBlanks(range) + bracketed(minutes.format((endsAt - startsAt) / minuteMs)),
    zone: zoneNames(formats, startsAt, endsAt).join(" – ") + bracketed(reader.timeZone),
  };
}

/** The hours of a stretch within one day, which follow from what the clock shows: the runtime takes long for a range. */
function rangeWithin({ zone, hour, ranges }: Formats, startsAt: Instant, endsAt: Instant): string {
  const [from, to] = [minuteOfDay(zone, startsAt), minuteOfDay(zone, endsAt)];
  const key = from * dayMinutes + to;
  const known = ranges.get(key);
  if (known !== undefined) return known;
  if (ranges.size >= formatsMax) ranges.clear();
  const made = hour.formatRange(startsAt, endsAt);
  ranges.set(key, made);
  return made;
}

const dayMinutes = dayMs / minuteMs;
const minuteOfDay = (zone: Zone, at: Instant): number =>
  Math.floor(((at + offsetMsAt(zone, at)) % dayMs) / minuteMs + dayMinutes) % dayMinutes;

/** One name, or two if the clocks are changed during the meeting. */
function zoneNames({ zone, zoneName }: Formats, startsAt: Instant, endsAt: Instant): string[] {
  const isSame = offsetMsAt(zone, startsAt) === offsetMsAt(zone, endsAt);
  const names = (isSame ? [startsAt] : [startsAt, endsAt]).map((at) => nameOf(zoneName, at));
  return [...new Set(names)];
}

/** The narrow ones around dashes and before AM look like none on a phone. */
const plainBlanks = (text: string): string => text.replace(/[\u2009\u202F]/g, " ");

const nameOf = (format: Intl.DateTimeFormat, at: Instant): string =>
  format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";

interface Formats {
  zone: Zone;
  day: Intl.DateTimeFormat;
  hour: Intl.DateTimeFormat;
  zoneName: Intl.DateTimeFormat;
  minutes: Intl.NumberFormat;
  /** By the minutes of the day that a range begins and ends in. */
  ranges: Map<number, string>;
}

// Making one costs a hundred times more than using it.
const formats = new Map<string, Formats>();
const formatsMax = 500;

function formatsFor({ language, timeZone, wants24Hours }: Reader): Formats {
  const key = `${language} ${timeZone} ${wants24Hours}`;
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= formatsMax) formats.clear();
  const made = makeFormats(language, zoneOf(timeZone) ?? knownZone("UTC"), wants24Hours);
  formats.set(key, made);
  return made;
}

function makeFormats(language: Language, zone: Zone, wants24Hours: boolean | undefined): Formats {
  const timeZone = zone.name;
  const clock = { hour: "numeric", minute: "2-digit", hour12: hour12(wants24Hours) } as const;
  return {
    zone,
    day: new Intl.DateTimeFormat(language, { timeZone, dateStyle: "full" }),
    hour: new Intl.DateTimeFormat(language, { timeZone, ...clock }),
    zoneName: new Intl.DateTimeFormat(language, { timeZone, timeZoneName: "long" }),
    minutes: new Intl.NumberFormat(language, { style: "unit", unit: "minute", unitDisplay: "long" }),
    ranges: new Map(),
  };
}

const hour12 = (wants24Hours: boolean | undefined): boolean | undefined =>
  wants24Hours === undefined ? undefined : !wants24Hours;
