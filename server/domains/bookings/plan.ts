import { formatUtc, type Instant } from "../../core/time/index.js";
import { newUid, newUuid } from "../../ids.js";
import type { BookableEventType } from "../event-types/index.js";
import type { BookingPlan, NewAttendee, Organizer } from "./booking.js";
import type { NewBooking } from "./contract.js";
import { chooseLocation } from "./rules/location.js";
import { titleOf } from "./rules/title.js";

/** What was decided about a request before it is planned. */
export interface Decided {
  from: Instant;
  to: Instant;
  now: Instant;
  isPending: boolean;
  isOverride: boolean;
  /** What the occurrences of a series share. */
  recurringUid?: string;
}

/** The booking that a request asks for, ready to be written. */
export function planBooking({ eventType, owner }: BookableEventType, input: NewBooking, decided: Decided): BookingPlan {
  const uid = newUid();
  const { from: startsAt, to: endsAt, isPending, isOverride, now, recurringUid = null } = decided;
  const place = chooseLocation(eventType, input.location ?? input.meetingUrl);
  const responses = responsesOf(input, place.response);
  const attendees = attendeesOf(input);
  const title = titleOf({
    eventType,
    organizerName: owner.name ?? owner.username,
    attendeeName: input.attendee.name,
    location: place.location,
    lengthMinutes: (endsAt - startsAt) / 60_000,
    responses,
  });
  const seated = eventType.seats !== null;
  return {
    uid,
    title,
    description: seated ? "" : notesOf(responses),
    startsAt,
    endsAt,
    status: isPending ? "pending" : "accepted",
    eventType,
    organizer: organizerOf(owner),
    attendees: seated ? attendees.map((attendee) => withSeat(attendee, responses, input.metadata)) : attendees,
    location: place.location,
    responses: seated ? {} : responses,
    metadata: input.metadata ?? {},
    recurringUid,
    icalUid: recurringUid ? occurrenceUid(recurringUid, startsAt) : `${uid}@kalends`,
    icalSequence: 0,
    fromUid: null,
    isRescheduled: false,
    rescheduledBy: null,
    reschedulingReason: null,
    cancellationReason: null,
    cancelledBy: null,
    rejectionReason: null,
    isHostAbsent: false,
    createdAt: now,
    updatedAt: now,
    isBlocking: !isPending,
    isOverride,
  };
}

/** An occurrence keeps its time by the rhythm of the series in its name, so that calendars know which one was moved or cancelled. */
const occurrenceUid = (recurringUid: string, startsAt: Instant): string =>
  `${recurringUid}_${formatUtc(startsAt).slice(0, 19).replace(/[-:]/g, "")}Z@kalends`;

const organizerOf = ({ id, name, email, username, timeZone, locale, timeFormat }: Organizer): Organizer => ({
  id,
  name,
  email,
  username,
  timeZone,
  locale,
  timeFormat,
});

const notesOf = (responses: Record<string, unknown>): string =>
  typeof responses.notes === "string" ? responses.notes : "";

/** The booker, then his guests in his zone. */
function attendeesOf({ attendee, guests = [] }: NewBooking): NewAttendee[] {
  const { name, timeZone, language: locale } = attendee;
  const common = { timeZone, isAbsent: false, seat: null };
  const booker = { ...common, name, email: emailOf(attendee), locale, phoneNumber: attendee.phoneNumber ?? null };
  const others = guests.filter((email) => email.toLowerCase() !== booker.email.toLowerCase());
  return [booker, ...others.map((email) => ({ ...common, name: "", email, locale: "en", phoneNumber: null }))];
}

/** How many people the request brings. */
export const headcount = (input: NewBooking): number => attendeesOf(input).length;

/** COMPAT: somebody who leaves only a number is kept under an address made of its digits. */
export const emailOf = ({ email, phoneNumber }: { email?: string; phoneNumber?: string }): string =>
  email ?? `${phoneNumber?.replace(/\D/g, "")}@sms.cal.com`;

const withSeat = (
  attendee: NewAttendee,
  responses: Record<string, unknown>,
  metadata: Record<string, unknown> = {},
): NewAttendee => ({ ...attendee, seat: { uid: newUuid(), responses, metadata } });

/** Answers by slug, in the form in which they are shown and told. */
function responsesOf(input: NewBooking, location: object | null): Record<string, unknown> {
  const { attendee, guests, bookingFieldsResponses = {} } = input;
  const given = Object.entries(bookingFieldsResponses).map(([slug, value]) => [slug, value ?? ""]);
  return {
    ...Object.fromEntries(given),
    email: emailOf(attendee),
    name: attendee.name,
    ...(guests?.length && { guests }),
    ...(location && { location }),
    ...(attendee.phoneNumber && { attendeePhoneNumber: attendee.phoneNumber }),
  };
}
