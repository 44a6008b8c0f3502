import {
  civilOf,
  dayMs,
  type Instant,
  knownZone,
  offsetMsAt,
  type Repetition,
  repeat,
  toLocal,
  type Zone,
} from "../time/index.js";
import { escapeText, joinLines, quoteParameter } from "./text.js";
import { timeZoneLines, utcTime, wallTime } from "./time-zone.js";

/** A meeting as it is put into, changed in, or taken out of a calendar. */
export interface Meeting {
  method: "REQUEST" | "CANCEL";
  /** The same for as long as it is the same entry. */
  uid: string;
  /** Rises with every change (RFC 5546, 2.1.4). */
  sequence: number;
  /** When this was said. */
  saidAt: Instant;
  startsAt: Instant;
  endsAt: Instant;
  /** In whose clock the entry is written. */
  zone: Zone;
  summary: string;
  description: string;
  location: string;
  /** In its encoded form, as `URL.href` has it. */
  url: string | null;
  isPrivate: boolean;
  organizer: { name: string; email: string };
  attendees: readonly Participant[];
  /** The entry is a series: how it goes on after the first time. */
  series?: Series;
  /** Of one occurrence of a series: when it would be by the rhythm of it. */
  occurrence?: Instant;
  /** Further occurrences of which the same is said. */
  also?: readonly Pick<Meeting, "occurrence" | "startsAt" | "endsAt" | "sequence">[];
}

export interface Series {
  laterStarts: readonly Instant[];
  /** null where the starts follow from none. */
  rhythm: Repetition | null;
}

export interface Participant {
  name: string;
  email: string;
  /** Whether the person has said yes, or is still asked. */
  hasAccepted: boolean;
}

/** The iCalendar object of a meeting, with the time zone it is written in. */
export function writeMeeting(meeting: Meeting): string {
  const { startsAt, endsAt, method, series, occurrence, also = [] } = meeting;
  const zone = writableZone(meeting);
  const starts = [startsAt, occurrence ?? startsAt, ...(series?.laterStarts ?? [])].concat(
    also.flatMap((one) => [one.startsAt, one.occurrence ?? one.startsAt]),
  );
  const [from, to] = [Math.min(...starts), Math.max(...starts) + endsAt - startsAt];
  return joinLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kalends//Kalends//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...(zone.name === "UTC" ? [] : timeZoneLines(zone, from, to)),
    ...[meeting, ...also.map((one) => ({ ...meeting, ...one }))].flatMap((one) => eventLines(one, zone)),
    "END:VCALENDAR",
  ]);
}

function eventLines(meeting: Meeting, zone: Zone): string[] {
  const { startsAt, endsAt, method, occurrence } = meeting;
  const isCancel = method === "CANCEL";
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(meeting.uid)}`,
    `SEQUENCE:${meeting.sequence}`,
    `DTSTAMP:${utcTime(meeting.saidAt)}`,
    `DTSTART${timeIn(zone, startsAt)}`,
    `DTEND${timeIn(zone, endsAt)}`,
    ...(occurrence === undefined ? [] : [`RECURRENCE-ID${timeIn(zone, occurrence)}`]),
    ...seriesLines(meeting, zone),
    `SUMMARY:${escapeText(meeting.summary)}`,
    ...optional("DESCRIPTION", meeting.description),
    ...optional("LOCATION", meeting.location),
    ...(meeting.url ? [`URL:${meeting.url}`] : []),
    `STATUS:${isCancel ? "CANCELLED" : "CONFIRMED"}`,
    `CLASS:${meeting.isPrivate ? "PRIVATE" : "PUBLIC"}`,
    `TRANSP:${isCancel ? "TRANSPARENT" : "OPAQUE"}`,
    `ORGANIZER${named(meeting.organizer)}:mailto:${meeting.organizer.email}`,
    ...meeting.attendees.map(attendeeLine),
    "END:VEVENT",
  ];
}

/**
 * The rhythm as a rule, which every calendar program knows, if just these starts follow from it; else each start (RFC 5545,
 * 3.8.5), the first one too, which some readers would else leave out.
 */
function seriesLines({ startsAt, series, zone: meant }: Meeting, zone: Zone): string[] {
  if (!series) return [];
  const { rhythm, laterStarts } = series;
  const starts = [startsAt, ...laterStarts];
  if (rhythm && zone === meant && follow(starts, rhythm, zone)) {
    const { interval, frequency } = rhythm;
    return [`RRULE:FREQ=${frequency.toUpperCase()};INTERVAL=${interval};COUNT=${starts.length}`];
  }
  const [first = "", ...others] = starts.map((start) => timeIn(zone, start));
  return [`RDATE${[first, ...others.map((text) => text.slice(text.indexOf(":") + 1))].join(",")}`];
}

/** A plain rule leaves out months without such a day, where we take the last one; and about cleverer rules readers disagree. */
function follow(starts: readonly Instant[], rhythm: Repetition, zone: Zone): boolean {
  const [first = 0] = starts;
  const isInEveryMonth = civilOf(toLocal(zone, first).date).day <= 28;
  const isRegular = String(repeat(first, rhythm, starts.length, zone.name)) === String(starts);
  return isRegular && (isInEveryMonth || rhythm.frequency === "weekly");
}

/**
 * The zone of the meeting, unless one of its ends lies in an hour that the clocks show twice: readers disagree about which of
 * the two a wall-clock time means, whatever RFC 5545, 3.3.5 says. Then it is written in UTC.
 */
function writableZone({ zone, startsAt, endsAt }: Meeting): Zone {
  return isShownTwice(zone, startsAt) || isShownTwice(zone, endsAt) ? knownZone("UTC") : zone;
}

function isShownTwice(zone: Zone, instant: Instant): boolean {
  const localMs = instant + offsetMsAt(zone, instant);
  return [instant - dayMs, instant + dayMs].some((near) => {
    const offsetMs = offsetMsAt(zone, near);
    const twin = localMs - offsetMs;
    return twin !== instant && offsetMsAt(zone, twin) === offsetMs;
  });
}

const timeIn = (zone: Zone, instant: Instant): string =>
  zone.name === "UTC" ? `:${utcTime(instant)}` : `;TZID=${zone.name}:${wallTime(instant + offsetMsAt(zone, instant))}`;

const optional = (name: string, text: string): string[] => (text ? [`${name}:${escapeText(text)}`] : []);

const named = ({ name }: { name: string }): string => (name ? `;CN=${quoteParameter(name)}` : "");

function attendeeLine(participant: Participant): string {
  const answer = participant.hasAccepted ? "PARTSTAT=ACCEPTED" : "PARTSTAT=NEEDS-ACTION;RSVP=TRUE";
  return `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;${answer}${named(participant)}:mailto:${participant.email}`;
}
