import { type Instant, minuteMs, zoneOf } from "../../core/time/index.js";
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
  const { day, hour, zoneName, minutes } = formatsFor(reader);
  const [from, to] = [day.format(startsAt), day.format(endsAt)];
  const range =
    from === to ? hour.formatRange(startsAt, endsAt) : `${hour.format(startsAt)} – ${to}, ${hour.format(endsAt)}`;
  // The clocks may be changed during the meeting.
  const names = new Set([startsAt, endsAt].map((at) => nameOf(zoneName, at)));
  return {
    day: from,
    hours: plainBlanks(range) + bracketed(minutes.format((endsAt - startsAt) / minuteMs)),
    zone: [...names].join(" – ") + bracketed(reader.timeZone),
  };
}

/** The narrow ones around dashes and before AM look like none on a phone. */
const plainBlanks = (text: string): string => text.replace(/[\u2009\u202F]/g, " ");

const nameOf = (format: Intl.DateTimeFormat, at: Instant): string =>
  format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";

interface Formats {
  day: Intl.DateTimeFormat;
  hour: Intl.DateTimeFormat;
  zoneName: Intl.DateTimeFormat;
  minutes: Intl.NumberFormat;
}

// Making one costs a hundred times more than using it.
const formats = new Map<string, Formats>();
const formatsMax = 500;

function formatsFor({ language, timeZone, wants24Hours }: Reader): Formats {
  const key = `${language} ${timeZone} ${wants24Hours}`;
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= formatsMax) formats.clear();
  const made = makeFormats(language, zoneOf(timeZone)?.name ?? "UTC", wants24Hours);
  formats.set(key, made);
  return made;
}

const makeFormats = (language: Language, timeZone: string, wants24Hours: boolean | undefined): Formats => ({
  day: new Intl.DateTimeFormat(language, { timeZone, dateStyle: "full" }),
  hour: new Intl.DateTimeFormat(language, {
    timeZone,
    hour: "numeric",
    minute: "2-digit",
    hour12: hour12(wants24Hours),
  }),
  zoneName: new Intl.DateTimeFormat(language, { timeZone, timeZoneName: "long" }),
  minutes: new Intl.NumberFormat(language, { style: "unit", unit: "minute", unitDisplay: "long" }),
});

const hour12 = (wants24Hours: boolean | undefined): boolean | undefined =>
  wants24Hours === undefined ? undefined : !wants24Hours;
