import { formatUtc, type Instant } from "../../../core/time/index.js";
import type { Booking } from "../booking.js";

/** Links that put the booking into a calendar by hand. */
export const calendarLinksView = (booking: Booking) => [
  { label: "Google Calendar", id: "googleCalendar", link: googleLink(booking) },
  { label: "Microsoft Office", id: "microsoftOffice", link: outlookLink("outlook.office.com", booking) },
  { label: "Microsoft Outlook", id: "microsoftOutlook", link: outlookLink("outlook.live.com", booking) },
  { label: "ICS", id: "ics", link: `data:text/calendar,${encodeURIComponent(icsFile(booking))}` },
];

function googleLink(booking: Booking): string {
  const query = queryOf({
    dates: `${basic(booking.startsAt)}/${basic(booking.endsAt)}`,
    text: booking.title,
    details: booking.description,
    location: placeOf(booking),
  });
  return `https://calendar.google.com/calendar/r/eventedit?${query}`;
}

function outlookLink(site: string, booking: Booking): string {
  const query = queryOf({
    body: booking.description,
    enddt: seconds(booking.endsAt),
    path: "/calendar/action/compose",
    rru: "addevent",
    startdt: seconds(booking.startsAt),
    subject: booking.title,
    location: placeOf(booking),
  });
  return `https://${site}/calendar/0/deeplink/compose?${query}`;
}

const queryOf = (parameters: Record<string, string>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");

function icsFile(booking: Booking): string {
  const { description } = booking;
  const location = placeOf(booking);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    "PRODID:kalends",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${booking.icalUid}`,
    `SEQUENCE:${booking.icalSequence}`,
    `DTSTAMP:${basic(booking.updatedAt)}`,
    `DTSTART:${basic(booking.startsAt)}`,
    `DTEND:${basic(booking.endsAt)}`,
    `SUMMARY:${escapeIcs(booking.title)}`,
    ...(description ? [`DESCRIPTION:${escapeIcs(description)}`] : []),
    ...(location ? [`LOCATION:${escapeIcs(location)}`] : []),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}

/** RFC 5545, TEXT: a line break or a separator in a title must not become structure. */
const escapeIcs = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** `20261130T100000Z` */
const basic = (instant: Instant): string => seconds(instant).replace(/[-:]/g, "");

/** `2026-11-30T10:00:00Z` */
const seconds = (instant: Instant): string => formatUtc(instant).replace(/\.\d+Z$/, "Z");

/** The key of an integration tells people nothing. */
const placeOf = ({ location }: Booking): string => (location?.startsWith("integrations:") ? "" : (location ?? ""));
