import { type Instant, minuteMs, offsetMsAt, zoneOf } from "../../../core/time/index.js";
import type { SnapshotOrganizer, SnapshotPerson } from "../../events/index.js";

export const organizerPerson = (organizer: SnapshotOrganizer, startsAt: Instant) => ({
  id: organizer.id,
  name: organizer.name ?? organizer.username,
  email: organizer.email,
  username: organizer.username,
  timeZone: organizer.timeZone,
  language: { locale: organizer.locale ?? "en" },
  timeFormat: organizer.timeFormat === 24 ? "HH:mm" : "h:mma",
  utcOffset: utcOffsetMinutes(organizer.timeZone, startsAt),
});

/** An attendee; the booker's name may have been asked for in two parts. */
export const attendeePerson = (person: SnapshotPerson, startsAt: Instant, answeredName: unknown) => ({
  email: person.email,
  name: person.name,
  phoneNumber: person.phoneNumber,
  ...nameParts(answeredName),
  timeZone: person.timeZone,
  language: { locale: person.locale },
  utcOffset: utcOffsetMinutes(person.timeZone, startsAt),
});

function nameParts(name: unknown): { firstName: string; lastName: string } {
  const { firstName, lastName } = typeof name === "object" && name !== null ? (name as Record<string, unknown>) : {};
  const textOf = (part: unknown): string => (typeof part === "string" ? part : "");
  return { firstName: textOf(firstName), lastName: textOf(lastName) };
}

/** Minutes east of UTC on that person's clock when the booking starts. */
function utcOffsetMinutes(zoneName: string, startsAt: Instant): number {
  const zone = zoneOf(zoneName);
  return zone ? offsetMsAt(zone, startsAt) / minuteMs : 0;
}
