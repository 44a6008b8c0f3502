import type { BookingSnapshot, SnapshotPerson } from "../events/index.js";
import { type Fact, type Letter, type Line, oneLine } from "../mail/index.js";
import { placeOf } from "./place.js";
import type { Recipient } from "./recipients.js";
import { isEnd, type Situation } from "./situation.js";
import { timeInWords } from "./times.js";
import { type Names, type Wording, type Words, words } from "./words/index.js";

/** One mail to be worded: what happened, told to whom. */
export interface Telling {
  situation: Situation;
  snapshot: BookingSnapshot;
  recipient: Recipient;
  /** Whose name answers go to; null where they go nowhere. */
  answeredBy: string | null;
}

/** The letter about a booking, in the words, the zone and with the knowledge of its reader. */
export function bookingLetter(telling: Telling): Letter {
  const { situation, snapshot, recipient } = telling;
  const { booking } = snapshot;
  const { label, lead } = wordingFor(telling);
  const say = words[recipient.language];
  const isHost = recipient.role === "organizer";
  return {
    language: recipient.language,
    tone: isEnd(situation) ? "ended" : situation.endsWith("requested") ? "waiting" : "good",
    label,
    heading: oneLine(booking.title),
    lead: lead(namesIn(snapshot)),
    blocks: [{ kind: "facts", facts: factsFor(telling, say) }, ...joinButton(telling, say)],
    footer: [
      ...(telling.answeredBy && !isHost ? [say.answersGoTo(telling.answeredBy)] : []),
      say.reference(booking.uid),
    ],
  };
}

export const subjectOf = (telling: Telling): string =>
  words[telling.recipient.language].subject(wordingFor(telling).label, telling.snapshot.booking.title);

function wordingFor({ situation, recipient }: Telling): Wording {
  const { organizer, attendee } = words[recipient.language];
  if (recipient.role === "organizer") return organizer[situation === "declined" ? "cancelled" : situation];
  return attendee[situation === "seat-cancelled" ? "cancelled" : situation];
}

const namesIn = ({ organizer, attendees: [booker] }: BookingSnapshot): Names => ({
  organizer: oneLine(organizer?.name ?? organizer?.username ?? ""),
  booker: booker ? oneLine(nameOf(booker)) : "",
});

export const nameOf = ({ name, email }: { name: string; email: string }): string => name || email;

function factsFor(telling: Telling, say: Words): Fact[] {
  const { situation, snapshot, recipient } = telling;
  const takesPlace = !isEnd(situation);
  return [
    ...timeFacts(telling, say),
    fact(say.facts.repeats, takesPlace ? textLines(rhythmOf(snapshot, say)) : []),
    fact(say.facts.alsoCancelled, alsoCancelledLines(telling)),
    fact(say.facts.reason, textLines(reasonOf(snapshot))),
    fact(say.facts.cancelledBy, textLines(cancellerFor(telling))),
    fact(say.facts.where, takesPlace ? placeLines(telling, say) : []),
    fact(say.facts.who, peopleLines(telling, say)),
    ...(takesPlace && recipient.role !== "guest" ? answerFacts(snapshot, say) : []),
  ].filter(({ lines }) => lines.length > 0);
}

const fact = (label: string, lines: Line[]): Fact => ({ label, lines });
const textLines = (text: string | null): Line[] => (text?.trim() ? [{ text: text.trim() }] : []);

function timeFacts({ situation, snapshot, recipient }: Telling, say: Words): Fact[] {
  const { booking, rescheduledFrom: before } = snapshot;
  const { day, hours, zone } = timeInWords(recipient, booking.startsAt, booking.endsAt);
  const isStruck = isEnd(situation);
  const old = before && timeInWords(recipient, before.startsAt, before.endsAt);
  return [
    fact(say.facts.when, [{ text: day, isStrong: true, isStruck }, { text: hours, isStruck }, { text: zone }]),
    fact(
      say.facts.before,
      old
        ? [
            { text: old.day, isStruck: true },
            { text: old.hours, isStruck: true },
          ]
        : [],
    ),
  ];
}

const rhythmOf = ({ booking, eventType }: BookingSnapshot, say: Words): string | null =>
  booking.recurringUid && eventType?.recurrence
    ? say.repeats(eventType.recurrence.interval, eventType.recurrence.frequency)
    : null;

const alsoCancelledLines = ({ snapshot, recipient }: Telling): Line[] =>
  (snapshot.alsoCancelled ?? []).map(({ startsAt, endsAt }) => ({
    text: timeInWords(recipient, startsAt, endsAt).day,
    isStruck: true,
  }));

function placeLines({ snapshot }: Telling, say: Words): Line[] {
  const place = placeOf(snapshot.booking.location, say.videoCall);
  return place ? [{ text: place.text, ...(place.url && { url: place.url }) }] : [];
}

function joinButton({ situation, snapshot }: Telling, say: Words): Letter["blocks"] {
  const url = placeOf(snapshot.booking.location, say.videoCall)?.url;
  return url && !isEnd(situation) && snapshot.booking.status === "accepted"
    ? [{ kind: "button", label: say.join, url }]
    : [];
}

function peopleLines({ snapshot, recipient }: Telling, say: Words): Line[] {
  const { organizer, eventType } = snapshot;
  const isHost = recipient.role === "organizer";
  const host = organizer && say.organizerRole(organizer.name ?? organizer.username);
  const isHidden = eventType?.settings.hideOrganizerEmail === true && !isHost;
  return [
    ...(organizer && host ? [{ text: host, ...(!isHidden && { detail: organizer.email }) }] : []),
    ...peopleKnownTo(recipient, snapshot).map(personLine),
  ];
}

function personLine({ name, email, phoneNumber }: SnapshotPerson): Line {
  const contact = email.toLowerCase().endsWith("@sms.cal.com") ? (phoneNumber ?? "") : email;
  return name ? { text: name, detail: contact } : { text: contact };
}

/** On seated bookings people see each other only where the event type says so. */
export function peopleKnownTo({ role, email }: Recipient, { eventType, attendees }: BookingSnapshot): SnapshotPerson[] {
  const areHidden = eventType?.seats && !eventType.seats.showAttendeeInfo && role !== "organizer";
  return attendees.filter((person) => !areHidden || person.email.toLowerCase() === email.toLowerCase());
}

/** The notes and the answers to the questions of the event type itself, with their labels. */
function answerFacts({ booking, eventType, attendees }: BookingSnapshot, say: Words): Fact[] {
  const fields = (eventType?.bookingFields ?? []).filter(({ isDefault }) => !isDefault);
  const [booker] = attendees;
  const hasOwnLine = booker?.email.toLowerCase().endsWith("@sms.cal.com");
  return [
    ...(booker?.phoneNumber && !hasOwnLine ? [fact(say.facts.phone, [{ text: booker.phoneNumber }])] : []),
    ...fields.map((field) =>
      fact(field.label || field.slug, textLines(answerText(booking.responses[field.slug], say))),
    ),
    fact(say.facts.notes, textLines(notesOf(booking))),
  ];
}

function answerText(answer: unknown, say: Words): string {
  if (typeof answer === "boolean") return answer ? say.yes : say.no;
  if (Array.isArray(answer)) return answer.filter(isPlain).join(", ");
  return isPlain(answer) ? String(answer) : "";
}

const isPlain = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

/** On seated bookings each seat has its own. */
export const notesOf = ({ responses, description }: BookingSnapshot["booking"]): string =>
  typeof responses.notes === "string" ? responses.notes : description;

const reasonOf = ({ booking }: BookingSnapshot): string | null =>
  booking.rejectionReason ?? booking.cancellationReason ?? booking.reschedulingReason;

/** Told where it tells no address that the reader is not to know. */
function cancellerFor({ situation, snapshot, recipient }: Telling): string | null {
  const { booking, organizer } = snapshot;
  if (!isEnd(situation) || !booking.cancelledBy) return null;
  const email = booking.cancelledBy.toLowerCase();
  if (email === organizer?.email.toLowerCase()) return organizer.name ?? organizer.username;
  const known = peopleKnownTo(recipient, snapshot).find((person) => person.email.toLowerCase() === email);
  return known ? nameOf(known) : recipient.role === "organizer" ? booking.cancelledBy : null;
}
