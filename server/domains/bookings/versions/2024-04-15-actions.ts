import { z } from "zod";
import type { Context } from "../../../context.js";
import { instantText, writeInstant } from "../../../wire.js";
import { mayShowAttendees } from "../access.js";
import type { Booking } from "../booking.js";
import type { MarkAbsentInput } from "../contract/people.js";

/** Operations that only the oldest dialect has. */

export const NoShowBody = z
  .object({
    noShowHost: z.boolean().optional(),
    attendees: z.array(z.object({ email: z.email(), noShow: z.boolean() })).optional(),
  })
  .meta({ id: "MarkNoShowInput" });
type NoShowBody = z.output<typeof NoShowBody>;

export const readNoShow = ({ noShowHost, attendees = [] }: NoShowBody): MarkAbsentInput => ({
  host: noShowHost,
  attendees: attendees.map(({ email, noShow }) => ({ email, absent: noShow })),
});

export const NoShow = z
  .object({
    message: z.string(),
    noShowHost: z.boolean().optional(),
    attendees: z.array(z.object({ email: z.string(), noShow: z.boolean() })).optional(),
  })
  .meta({ id: "MarkNoShowOutput" });

/** Who of those named is in the booking, and how each stands now. */
export function noShowView(booking: Booking, { noShowHost, attendees }: NoShowBody) {
  const named = new Set(attendees?.map(({ email }) => email.toLowerCase()));
  const marked = booking.attendees.filter(({ email }) => named.has(email.toLowerCase()));
  const sentences = marked.map(({ email, isAbsent }) => `${email} ${isAbsent ? "marked" : "unmarked"} as no-show`);
  if (noShowHost) sentences.unshift(`${booking.organizer?.email ?? "host"} marked as no-show`);
  return {
    message: sentences.join(", ") || "Nobody was marked",
    ...(noShowHost !== undefined && { noShowHost: booking.isHostAbsent }),
    ...(attendees && { attendees: marked.map(({ email, isAbsent }) => ({ email, noShow: isAbsent })) }),
  };
}

export const ForReschedule = z
  .object({
    id: z.int(),
    uid: z.string(),
    startTime: instantText,
    endTime: instantText,
    description: z.string().nullable(),
    customInputs: z.record(z.string(), z.unknown()),
    responses: z.record(z.string(), z.unknown()),
    smsReminderNumber: z.string().nullable(),
    location: z.string().nullable(),
    eventTypeId: z.int().nullable(),
    status: z.string(),
    userId: z.int().nullable(),
    eventType: z.object({ disableRescheduling: z.boolean(), minimumRescheduleNotice: z.int().nullable() }).nullable(),
    attendees: z.array(
      z.object({
        email: z.string(),
        name: z.string(),
        bookingSeat: z.object({ referenceUid: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
      }),
    ),
    user: z.object({ id: z.int() }).nullable(),
  })
  .meta({ id: "BookingForReschedule_2024_04_15" });

/** What a form for another time is filled with. */
export function rescheduleView(booking: Booking, ctx: Context): z.output<typeof ForReschedule> {
  const { organizer, eventType } = booking;
  const policy = eventType?.reschedulingPolicy;
  return {
    id: booking.id,
    uid: booking.uid,
    startTime: writeInstant(booking.startsAt),
    endTime: writeInstant(booking.endsAt),
    description: booking.description,
    customInputs: {},
    responses: booking.responses,
    smsReminderNumber: null,
    location: booking.location,
    eventTypeId: eventType?.id ?? null,
    status: booking.status.toUpperCase(),
    userId: organizer?.id ?? null,
    eventType: eventType && {
      disableRescheduling: policy?.disabled === true,
      minimumRescheduleNotice: policy?.minutesBefore ?? null,
    },
    attendees: mayShowAttendees(ctx, booking) ? booking.attendees.map(attendeeOf) : [],
    user: organizer && { id: organizer.id },
  };
}

const attendeeOf = ({ email, name, seat }: Booking["attendees"][number]) => ({
  email,
  name,
  bookingSeat: seat && { referenceUid: seat.uid, data: { responses: seat.responses } },
});

export const InstantMeeting = z
  .object({
    message: z.string(),
    meetingTokenId: z.int(),
    bookingId: z.int(),
    bookingUid: z.string(),
    expires: instantText,
    userId: z.int().nullable(),
  })
  .meta({ id: "CreateInstantBookingOutput_2024_04_15" });
