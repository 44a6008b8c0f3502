import type { BookingSnapshot, SnapshotOrganizer, SnapshotPerson } from "../events/index.js";
import { isMailAddress, type Language, languageFor } from "../mail/index.js";
import type { Situation } from "./situation.js";

/** Somebody who is written to, and what decides how. */
export interface Recipient {
  role: "organizer" | "booker" | "guest";
  name: string;
  email: string;
  timeZone: string;
  language: Language;
  /** Whether the person wants 24 hours on the clock; undefined: as the language has it. */
  wants24Hours?: boolean;
  /** The person's seat, on seated bookings. */
  seatUid?: string | null;
}

/** Who is told of a situation: the organizer, the booker and the guests, each once, unless the event type or the booking silences them. */
export function recipientsOf(situation: Situation, snapshot: BookingSnapshot): Recipient[] {
  const { organizer, added } = snapshot;
  // Without an account there is nobody to meet, and nobody whose name the mail could bear.
  if (!organizer) return [];
  const silenced = silencedBy(snapshot);
  const isTold = (recipient: Recipient): boolean =>
    canGetMail(recipient.email) && !(recipient.role === "organizer" ? silenced.hosts : silenced.attendees);
  // COMPAT: the organizer who declined is not told of it.
  const hosts = situation === "declined" ? [] : [hostOf(organizer)];
  const attendees = snapshot.attendees.map((person, i) => attendeeOf(person, i, snapshot));
  // The others have had their mail.
  const concerned = situation === "people-added" ? attendees.filter(({ email }) => added?.includes(email)) : attendees;
  return onceEach([...hosts, ...concerned]).filter(isTold);
}

export const hostOf = ({ name, username, email, timeZone, locale, timeFormat }: SnapshotOrganizer): Recipient => ({
  role: "organizer",
  name: name ?? username,
  email,
  timeZone,
  language: languageFor(locale),
  wants24Hours: timeFormat === 24,
});

export const attendeeOf = (person: SnapshotPerson, index: number, { seatUid }: BookingSnapshot): Recipient => ({
  role: index === 0 || person.seatUid ? "booker" : "guest",
  name: person.name,
  email: person.email,
  timeZone: person.timeZone,
  language: languageFor(person.locale),
  seatUid: person.seatUid ?? (index === 0 ? seatUid : null),
});

function onceEach(recipients: readonly Recipient[]): Recipient[] {
  const byEmail = new Map<string, Recipient>();
  for (const recipient of recipients) {
    const key = recipient.email.toLowerCase();
    if (!byEmail.has(key)) byEmail.set(key, recipient);
  }
  return [...byEmail.values()];
}

interface EmailSettings {
  disableEmailsToAttendees?: boolean;
  disableEmailsToHosts?: boolean;
}

function silencedBy({ eventType, silences }: BookingSnapshot): { attendees: boolean; hosts: boolean } {
  const settings = (eventType?.settings.emailSettings ?? {}) as EmailSettings;
  return {
    attendees: settings.disableEmailsToAttendees === true || silences !== undefined,
    hosts: settings.disableEmailsToHosts === true || silences === "everybody",
  };
}

/** Who left only a number is kept under an address that nobody reads. */
const canGetMail = (email: string): boolean => isMailAddress(email) && !email.toLowerCase().endsWith("@sms.cal.com");
