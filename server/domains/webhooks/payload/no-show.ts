import { formatUtc, type Instant } from "../../../core/time/index.js";
import type { MeetingSnapshot, SnapshotParticipant } from "../../events/index.js";
import type { WaitingTrigger } from "../triggers.js";
import type { Webhook } from "../webhook.js";
import type { Envelope } from "./envelope.js";

export interface NoShow {
  trigger: WaitingTrigger;
  snapshot: MeetingSnapshot;
  participants: readonly SnapshotParticipant[];
  webhook: Webhook;
  at: Instant;
}

/** What is told of a host, or of guests, who did not come to a video meeting. The secret of the webhook is not repeated. */
export function noShowEnvelope({ trigger, snapshot, participants, webhook, at }: NoShow): Envelope {
  const { booking, organizer, eventType } = snapshot;
  const isHost = trigger === "AFTER_HOSTS_CAL_VIDEO_NO_SHOW";
  const missing = participants.filter(({ isAbsent }) => isAbsent);
  const who = isHost ? `Host with email ${organizer?.email}` : `Guests ${missing.map(({ email }) => email).join(", ")}`;
  const payload = {
    title: booking.title,
    bookingId: booking.id,
    bookingUid: booking.uid,
    startTime: formatUtc(booking.startsAt),
    endTime: formatUtc(booking.endsAt),
    attendees: participants.map((person) => attendee(person, booking.id)),
    participants: [],
    ...(isHost
      ? {
          hostEmail: organizer?.email,
          noShowHost: { id: organizer?.id, email: organizer?.email, name: organizer?.name },
        }
      : { guests: missing.map((person) => attendee(person, booking.id)) }),
    ...(booking.rescheduledBy !== null && { rescheduledBy: booking.rescheduledBy }),
    eventType: { id: eventType?.id ?? null, teamId: null, parentId: null, calVideoSettings: null },
    webhook: webhookFields(webhook),
    message: `${who} did not join the call or did not wait long enough`,
  };
  return { triggerEvent: trigger, createdAt: formatUtc(at), payload };
}

const attendee = (
  { id, email, name, timeZone, phoneNumber, locale, isAbsent }: SnapshotParticipant,
  bookingId: number,
) => ({
  id,
  email,
  name,
  timeZone,
  phoneNumber,
  locale,
  bookingId,
  noShow: isAbsent,
});

const webhookFields = ({ id, subscriberUrl, delayTime, delayUnit, triggers, payloadTemplate }: Webhook) => ({
  id,
  subscriberUrl,
  appId: null,
  time: delayTime,
  timeUnit: delayUnit,
  eventTriggers: triggers,
  payloadTemplate,
});
