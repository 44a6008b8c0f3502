import { formatUtc, type Instant, minuteMs } from "../../../core/time/index.js";
import type { BookingSnapshot, SnapshotBooking, SnapshotEventType } from "../../events/index.js";
import type { BookingTrigger } from "../triggers.js";
import { attendeePerson, organizerPerson } from "./person.js";
import { labelledResponses } from "./responses.js";

/** The status that a trigger tells; the others tell the booking's own. */
const statusOf: Partial<Record<BookingTrigger, string>> = {
  BOOKING_CREATED: "ACCEPTED",
  BOOKING_RESCHEDULED: "ACCEPTED",
  BOOKING_REQUESTED: "PENDING",
  BOOKING_CANCELLED: "CANCELLED",
  BOOKING_REJECTED: "REJECTED",
};

/** The `payload` of the booking triggers: every one carries all common fields, where upstream leaves out some by turns. */
export function bookingPayload(
  trigger: BookingTrigger | null,
  snapshot: BookingSnapshot,
  bookerUrl: string,
): Record<string, unknown> {
  const { booking, eventType, organizer, attendees, seatUid } = snapshot;
  return {
    bookerUrl,
    title: booking.title,
    startTime: timeText(booking.startsAt),
    endTime: timeText(booking.endsAt),
    length: (booking.endsAt - booking.startsAt) / minuteMs,
    additionalNotes: notesOf(booking),
    ...eventTypeFields(eventType),
    organizer: organizer && organizerPerson(organizer, booking.startsAt),
    attendees: attendees.map((person, i) =>
      attendeePerson(person, booking.startsAt, i === 0 ? booking.responses.name : ""),
    ),
    customInputs: {},
    ...labelledResponses(booking, eventType?.bookingFields ?? []),
    location: booking.location,
    destinationCalendar: null,
    appsStatus: [],
    iCalUID: booking.icalUid,
    iCalSequence: booking.icalSequence,
    oneTimePassword: null,
    hashedLink: null,
    recurringEvent: recurringEvent(snapshot),
    organizationId: null,
    uid: booking.uid,
    bookingId: booking.id,
    ...(seatUid && { attendeeSeatId: seatUid }),
    ...smsReminder(booking),
    metadata: metadataOf(booking),
    price: 0,
    currency: "usd",
    status: (trigger && statusOf[trigger]) ?? booking.status.toUpperCase(),
    ...rescheduleFields(snapshot),
    ...endFields(trigger, snapshot),
  };
}

/** On seated bookings each seat has its own. */
const notesOf = ({ responses, description }: SnapshotBooking): string =>
  typeof responses.notes === "string" ? responses.notes : description;

/** COMPAT: upstream's times of bookings have no milliseconds, unlike `createdAt`. */
const timeText = (instant: Instant): string => formatUtc(instant).replace(".000Z", "Z");

function eventTypeFields(eventType: SnapshotEventType | null) {
  const { seats = null, settings = {} } = eventType ?? {};
  return {
    type: eventType?.slug ?? "",
    description: eventType?.description ?? "",
    eventTypeId: eventType?.id ?? null,
    eventTitle: eventType?.title ?? "",
    eventDescription: eventType?.description || null,
    requiresConfirmation: eventType ? eventType.confirmationPolicy !== null : null,
    schedulingType: null,
    seatsPerTimeSlot: seats?.seatsPerTimeSlot ?? null,
    // COMPAT: true without seats as well.
    seatsShowAttendees: seats?.showAttendeeInfo ?? true,
    seatsShowAvailabilityCount: seats?.showAvailabilityCount ?? true,
    hideCalendarNotes: settings.hideCalendarNotes === true,
    hideCalendarEventDetails: settings.hideCalendarEventDetails === true,
    hideOrganizerEmail: settings.hideOrganizerEmail === true,
    customReplyToEmail: settings.customReplyToEmail ?? null,
    disableCancelling: eventType?.disablesCancelling ?? false,
    disableRescheduling: eventType?.reschedulingPolicy?.disabled ?? false,
  };
}

const frequencies = ["yearly", "monthly", "weekly"] as const;

/** Of an occurrence how its series repeats; `freq` is the number that iCalendar libraries give the word. */
function recurringEvent({ booking, eventType }: BookingSnapshot) {
  const recurrence = booking.recurringUid ? eventType?.recurrence : null;
  if (!recurrence) return null;
  const { frequency, occurrences, interval } = recurrence;
  return { freq: frequencies.indexOf(frequency), count: occurrences, interval };
}

const smsReminder = ({ responses }: SnapshotBooking) =>
  typeof responses.smsReminderNumber === "string" ? { smsReminderNumber: responses.smsReminderNumber } : {};

/** The link of the meeting is repeated where integrations look for it. */
function metadataOf({ location, metadata }: SnapshotBooking): Record<string, unknown> {
  return /^https?:\/\//i.test(location ?? "") ? { videoCallUrl: location, ...metadata } : metadata;
}

function rescheduleFields({ booking, rescheduledFrom }: BookingSnapshot) {
  if (!rescheduledFrom) return {};
  return {
    rescheduleId: rescheduledFrom.id,
    rescheduleUid: rescheduledFrom.uid,
    rescheduleStartTime: timeText(rescheduledFrom.startsAt),
    rescheduleEndTime: timeText(rescheduledFrom.endsAt),
    ...(booking.rescheduledBy !== null && { rescheduledBy: booking.rescheduledBy }),
    ...(booking.reschedulingReason !== null && { reschedulingReason: booking.reschedulingReason }),
  };
}

function endFields(trigger: BookingTrigger | null, { booking, isRescheduleRequest = false }: BookingSnapshot) {
  if (trigger === "BOOKING_REJECTED") return { rejectionReason: booking.rejectionReason ?? "" };
  if (trigger !== "BOOKING_CANCELLED") return {};
  return {
    cancellationReason: booking.cancellationReason,
    ...(booking.cancelledBy !== null && { cancelledBy: booking.cancelledBy }),
    requestReschedule: isRescheduleRequest,
  };
}
