import { dayMs, type Instant, knownZone, offsetMsAt, type Zone } from "../time/index.js";
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
}

export interface Participant {
  name: string;
  email: string;
  /** Whether the person has said yes, or is still asked. */
  hasAccepted: boolean;
}

/** The iCalendar object of a meeting, with the time zone it is written in. */
export function writeMeeting(meeting: Meeting): string {
  const { startsAt, endsAt, method } = meeting;
  const zone = writableZone(meeting);
  const isCancel = method === "CANCEL";
  return joinLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kalends//Kalends//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...(zone.name === "UTC" ? [] : timeZoneLines(zone, startsAt, endsAt)),
    "BEGIN:VEVENT",
    `UID:${escapeText(meeting.uid)}`,
    `SEQUENCE:${meeting.sequence}`,
    `DTSTAMP:${utcTime(meeting.saidAt)}`,
    `DTSTART${timeIn(zone, startsAt)}`,
    `DTEND${timeIn(zone, endsAt)}`,
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
    "END:VCALENDAR",
  ]);
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
