import { formatUtc } from "../../../core/time/index.js";
import type { MeetingSnapshot } from "../../events/index.js";
import { labelledResponses } from "./responses.js";

/** The `payload` of MEETING_STARTED and MEETING_ENDED: the booking's record with what belongs to it. */
export function meetingPayload(snapshot: MeetingSnapshot): Record<string, unknown> {
  const { booking, organizer, meeting } = snapshot;
  return {
    id: booking.id,
    uid: booking.uid,
    userId: organizer?.id ?? null,
    userPrimaryEmail: organizer?.email ?? null,
    eventTypeId: snapshot.eventType?.id ?? null,
    title: booking.title,
    description: booking.description,
    customInputs: {},
    ...labelledResponses(booking, snapshot.eventType?.bookingFields ?? []),
    startTime: formatUtc(booking.startsAt),
    endTime: formatUtc(booking.endsAt),
    location: booking.location,
    status: "ACCEPTED",
    metadata: booking.metadata,
    paid: false,
    createdAt: formatUtc(meeting.createdAt),
    updatedAt: formatUtc(meeting.updatedAt),
    user: userOf(snapshot),
    eventType: eventTypeOf(snapshot),
    attendees: meeting.participants.map(({ isAbsent, ...person }) => ({
      ...person,
      bookingId: booking.id,
      noShow: isAbsent,
    })),
    references: [],
    payment: [],
  };
}

function userOf({ organizer }: MeetingSnapshot) {
  if (!organizer) return null;
  const { username, name, email, timeZone, locale } = organizer;
  return { username, name, email, timeZone, locale };
}

function eventTypeOf({ eventType, meeting }: MeetingSnapshot) {
  if (!eventType) return null;
  return {
    title: eventType.title,
    description: eventType.description,
    requiresConfirmation: eventType.confirmationPolicy !== null,
    price: 0,
    currency: "usd",
    length: meeting.lengthMinutes,
    team: null,
  };
}
