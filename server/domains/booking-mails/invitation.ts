import { type Meeting, type Participant, writeMeeting } from "../../core/icalendar/index.js";
import { type Instant, knownZone, secondMs, zoneOf } from "../../core/time/index.js";
import type { BookingSnapshot } from "../events/index.js";
import type { NewMail } from "../mail/index.js";
import { notesOf, peopleKnownTo } from "./letter.js";
import { placeOf } from "./place.js";
import type { Recipient } from "./recipients.js";
import type { Situation } from "./situation.js";
import { words } from "./words/index.js";

export interface Invited {
  situation: Situation;
  snapshot: BookingSnapshot;
  recipient: Recipient;
  saidAt: Instant;
  /** Stands for an organizer whose address is hidden. */
  noReply: string;
}

/** Stands for an address that is hidden. */
export const noReplyAt = (publicUrl: string): string => `no-reply@${new URL(publicUrl).hostname}`;

/** What a mail does to the reader's calendar; null where there is nothing to do. */
export function invitationFor(invited: Invited): NewMail["calendar"] {
  const method = methodFor(invited);
  return method && { method, content: writeMeeting(meetingOf(invited, method)) };
}

function methodFor({ situation, snapshot, recipient }: Invited): Meeting["method"] | null {
  const { booking } = snapshot;
  switch (situation) {
    case "created":
    case "confirmed":
    case "rescheduled":
    case "relocated":
    case "people-added":
      return booking.status === "accepted" ? "REQUEST" : null;
    case "cancelled":
    case "rebook":
    // The old time was given up, and the new one is not confirmed: until then there is no meeting.
    case "move-requested":
      return "CANCEL";
    case "seat-cancelled":
      return recipient.role === "organizer" ? null : "CANCEL";
    // Of a request there is no entry, unless it was a meeting before it was moved.
    case "declined":
      return booking.icalSequence > 1 ? "CANCEL" : null;
    case "requested":
      return null;
  }
}

function meetingOf(invited: Invited, method: Meeting["method"]): Meeting {
  const { situation, snapshot, recipient, saidAt } = invited;
  const { booking, eventType, rescheduledFrom } = snapshot;
  const time = situation === "move-requested" && rescheduledFrom ? rescheduledFrom : booking;
  const place = placeOf(booking.location, words[recipient.language].videoCall);
  const { hideCalendarNotes, hideCalendarEventDetails } = eventType?.settings ?? {};
  return {
    method,
    ...identityOf(invited),
    saidAt,
    startsAt: time.startsAt,
    endsAt: time.endsAt,
    zone: zoneOf(recipient.timeZone) ?? knownZone("UTC"),
    ...partOfSeries(invited, time),
    summary: booking.title,
    description: hideCalendarNotes || hideCalendarEventDetails ? "" : notesOf(booking),
    location: place?.text ?? "",
    url: place?.url ?? null,
    isPrivate: hideCalendarEventDetails === true,
    organizer: organizerOf(invited),
    attendees: participantsOf(invited),
  };
}

const countedFrom = Date.UTC(2020, 0);

/**
 * Which entry it is, and how new this word about it. Who sits in a booking with seats has an entry by the seat, which keeps
 * its uid when it is moved into another booking; because the numbers of two bookings do not rise together, its changes are
 * counted in seconds.
 */
function identityOf({ snapshot: { booking }, recipient, saidAt }: Invited): Pick<Meeting, "uid" | "sequence"> {
  if (!recipient.seatUid) return { uid: booking.icalUid, sequence: booking.icalSequence };
  return { uid: `${recipient.seatUid}@kalends`, sequence: Math.floor((saidAt - countedFrom) / secondMs) };
}

/**
 * A series is one entry with a rule, in the booker's zone, in which it was made; what happens later to some of its occurrences
 * is said of these, which are known by the time that they have by the rhythm.
 */
function partOfSeries(
  { situation, snapshot }: Invited,
  time: { startsAt: Instant; endsAt: Instant },
): Partial<Meeting> {
  const { booking, attendees, eventType, laterStarts = [], alsoCancelled = [] } = snapshot;
  const own = booking.recurringUid ? occurrenceOf(booking.icalUid) : null;
  if (!own) return {};
  const uid = own.seriesUid;
  const zone = zoneOf(attendees[0]?.timeZone ?? "") ?? knownZone("UTC");
  // Of what waits for confirmation there is no entry yet, unless it was moved.
  const isWhole = situation === "created" || (situation === "confirmed" && time.startsAt === own.startsAt);
  if (isWhole && !snapshot.isLaterOccurrence) {
    const [first = time.startsAt, ...others] = [time.startsAt, ...laterStarts].sort((a, b) => a - b);
    const series = { laterStarts: others, rhythm: eventType?.recurrence ?? null };
    return { uid, zone, startsAt: first, endsAt: first + (time.endsAt - time.startsAt), series };
  }
  const also = alsoCancelled.flatMap(({ icalUid = "", icalSequence = 0, startsAt, endsAt }) => {
    const occurrence = occurrenceOf(icalUid)?.startsAt;
    return occurrence === undefined ? [] : [{ occurrence, startsAt, endsAt, sequence: icalSequence }];
  });
  return { uid, zone, occurrence: own.startsAt, also };
}

/** The series that an entry is part of, and its time in it; null for one that stands alone. */
function occurrenceOf(icalUid: string): { seriesUid: string; startsAt: Instant } | null {
  const [, series, date = "", time = ""] = /^(.+)_(\d{8})T(\d{6})Z@kalends$/.exec(icalUid) ?? [];
  if (!series) return null;
  const iso = `${date.replace(/(....)(..)(..)/, "$1-$2-$3")}T${time.replace(/(..)(..)(..)/, "$1:$2:$3")}Z`;
  return { seriesUid: `${series}@kalends`, startsAt: Date.parse(iso) };
}

function organizerOf({ snapshot: { organizer, eventType }, recipient, noReply }: Invited): Meeting["organizer"] {
  const isHidden = eventType?.settings.hideOrganizerEmail === true && recipient.role !== "organizer";
  return {
    name: organizer?.name ?? organizer?.username ?? "",
    email: isHidden || !organizer ? noReply : organizer.email,
  };
}

/** Who booked has said yes by it, guests are asked. A meeting needs at least one participant (RFC 5546, 3.2.2). */
function participantsOf(invited: Invited): Participant[] {
  const { snapshot, recipient } = invited;
  const isSeatedHost = Boolean(snapshot.eventType?.seats) && recipient.role === "organizer";
  // An event tells only of the seat that changed, and the organizer's entry must not lose the others.
  if (isSeatedHost) return [{ ...organizerOf(invited), hasAccepted: true }];
  return peopleKnownTo(recipient, snapshot).map((person) => ({
    name: person.name,
    email: person.email,
    hasAccepted: person === snapshot.attendees[0] || Boolean(person.seatUid),
  }));
}
