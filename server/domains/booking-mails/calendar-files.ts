import type { BookingSnapshot, RecordedEvent } from "../events/index.js";
import { invitationFor, noReplyAt } from "./invitation.js";
import { attendeeOf, hostOf, type Recipient } from "./recipients.js";
import { situationOf } from "./situation.js";

export interface CalendarFiles {
  attendeeIcsContent: string | null;
  organizerIcsContent: string | null;
}

/** What an event does to the calendars of the organizer and of who booked, also where no mail tells them. */
export function calendarFilesOf(
  { kind, data, createdAt: saidAt }: Pick<RecordedEvent, "kind" | "data" | "createdAt">,
  publicUrl: string,
): CalendarFiles {
  const snapshot = data as BookingSnapshot;
  // No mail tells of a later occurrence, but an event does.
  const situation = situationOf(kind, { ...snapshot, isLaterOccurrence: false });
  const fileFor = (recipient: Recipient | null): string | null => {
    if (!situation || !recipient) return null;
    return invitationFor({ situation, snapshot, recipient, saidAt, noReply: noReplyAt(publicUrl) })?.content ?? null;
  };
  const [booker] = snapshot.attendees;
  return {
    attendeeIcsContent: fileFor(booker ? attendeeOf(booker, 0, snapshot) : null),
    organizerIcsContent: fileFor(snapshot.organizer && hostOf(snapshot.organizer)),
  };
}
