import type { Context } from "../../context.js";
import type { BookingSnapshot, RecordedEvent } from "../events/index.js";
import { isMailAddress, type MailOfEvent, type NewMail, queueMailsOfEvents, writeLetter } from "../mail/index.js";
import { invitationFor, noReplyAt } from "./invitation.js";
import { bookingLetter, nameOf, subjectOf } from "./letter.js";
import { type Recipient, recipientsOf } from "./recipients.js";
import { type Situation, situationOf } from "./situation.js";

/** Whether anybody may be written to because of an event. */
export const concernsPeople = ({ kind, data }: RecordedEvent): boolean =>
  situationOf(kind, data as BookingSnapshot) !== null;

/** Writes to everybody whom changes of bookings concern; told twice, it writes once. */
export async function tellPeople(ctx: Context, events: readonly RecordedEvent[]): Promise<void> {
  const mails: MailOfEvent[] = [];
  for (const event of events) {
    mails.push(...mailsOf(ctx, event));
    // Wording takes long; whatever else is ready goes first.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await queueMailsOfEvents(ctx, mails);
}

function mailsOf(ctx: Context, event: RecordedEvent): MailOfEvent[] {
  const snapshot = event.data as BookingSnapshot;
  const situation = situationOf(event.kind, snapshot);
  if (!situation) return [];
  const noReply = noReplyAt(ctx.settings.publicUrl);
  return recipientsOf(situation, snapshot).map((recipient) => ({
    ...bookingMail({ situation, snapshot, recipient, event, noReply }),
    eventId: event.id,
    thread: event.thread,
  }));
}

interface Told {
  situation: Situation;
  snapshot: BookingSnapshot;
  recipient: Recipient;
  event: RecordedEvent;
  noReply: string;
}

/** One mail, complete: subject, both bodies, and what it does to the reader's calendar. */
export function bookingMail({ situation, snapshot, recipient, event, noReply }: Told): NewMail {
  const replyTo = replyToFor(recipient, snapshot);
  const telling = { situation, snapshot, recipient, answeredBy: replyTo && nameOf(replyTo) };
  return {
    kind: `booking.${situation}`,
    to: { name: recipient.name, email: recipient.email },
    replyTo,
    subject: subjectOf(telling),
    ...writeLetter(bookingLetter(telling)),
    calendar: invitationFor({ situation, snapshot, recipient, saidAt: event.createdAt, noReply }),
    userId: event.userId,
    createdAt: event.createdAt,
  };
}

/** Organizer and booker read each other's answers; an organizer may name another address, or hide his own. */
function replyToFor({ role }: Recipient, { organizer, attendees, eventType }: BookingSnapshot) {
  const named = eventType?.settings.customReplyToEmail;
  const host = { name: organizer?.name ?? organizer?.username ?? "", email: organizer?.email ?? "" };
  if (role === "organizer") return readable(attendees[0] && { name: attendees[0].name, email: attendees[0].email });
  if (typeof named === "string" && named) return readable({ ...host, email: named });
  return eventType?.settings.hideOrganizerEmail === true ? null : readable(host);
}

const readable = (mailbox: { name: string; email: string } | undefined) =>
  mailbox && isMailAddress(mailbox.email) && !mailbox.email.endsWith("@sms.cal.com") ? mailbox : null;
