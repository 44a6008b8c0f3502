import { formatUtc } from "../../../core/time/index.js";
import type { CalendarFiles } from "../../booking-mails/index.js";
import type {
  AbsenceSnapshot,
  BookingSnapshot,
  EventKind,
  MeetingSnapshot,
  RecordedEvent,
} from "../../events/index.js";
import { type SentTrigger, triggerOf } from "../triggers.js";
import { absencePayload } from "./absence.js";
import { bookingPayload } from "./booking.js";
import { meetingPayload } from "./meeting.js";
import { noShowUpdatedPayload } from "./no-show-updated.js";

/** What a receiver gets: what happened, when, and to what. */
export interface Envelope {
  triggerEvent: string;
  createdAt: string;
  payload: Record<string, unknown>;
  /** Fields that stand at the root of the body as well. */
  root?: Record<string, unknown>;
}

/** What is told of an event under a trigger. */
export function envelopeOf(
  trigger: SentTrigger,
  { data, createdAt }: Pick<RecordedEvent, "data" | "createdAt">,
  bookerUrl: string,
): Envelope {
  const payload = payloadUnder(trigger, data, bookerUrl);
  // COMPAT: deployed receivers read the fields of a meeting at the root, newer ones in the payload.
  const isFlat = trigger === "MEETING_STARTED" || trigger === "MEETING_ENDED";
  return { triggerEvent: trigger, createdAt: formatUtc(createdAt), payload, ...(isFlat && { root: payload }) };
}

const withFiles: readonly string[] = ["BOOKING_CREATED", "BOOKING_RESCHEDULED", "BOOKING_CANCELLED"];

/** The envelope as a version of payloads has it: the later one adds calendar files to what changes calendars. */
export function inVersion(version: string, envelope: Envelope, files: () => CalendarFiles): Envelope {
  if (version === "2021-10-20" || !withFiles.includes(envelope.triggerEvent)) return envelope;
  return { ...envelope, payload: { ...envelope.payload, ...files() } };
}

/** What is told of an event, also of one that no webhook hears of. */
export function payloadOf(kind: EventKind, data: object, bookerUrl: string): Record<string, unknown> {
  const trigger = triggerOf[kind];
  if (trigger) return payloadUnder(trigger, data, bookerUrl);
  if (kind === "out-of-office.deleted") return absencePayload(data as AbsenceSnapshot);
  if (kind === "booking.attendees-added") return bookingPayload(null, data as BookingSnapshot, bookerUrl);
  return { ...data };
}

/** The events domain keeps snapshots as they were recorded; the trigger says of which kind this one is. */
function payloadUnder(trigger: SentTrigger, data: object, bookerUrl: string): Record<string, unknown> {
  switch (trigger) {
    case "BOOKING_NO_SHOW_UPDATED":
      return noShowUpdatedPayload(data as BookingSnapshot);
    case "MEETING_STARTED":
    case "MEETING_ENDED":
      return meetingPayload(data as MeetingSnapshot);
    case "OOO_CREATED":
      return absencePayload(data as AbsenceSnapshot);
    default:
      return bookingPayload(trigger, data as BookingSnapshot, bookerUrl);
  }
}
