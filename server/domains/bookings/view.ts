import type { Context } from "../../context.js";
import { minuteMs } from "../../core/time/index.js";
import { writeInstant, writtenOnce } from "../../wire.js";
import { mayShowAttendees } from "./access.js";
import type { Attendee, Booking, ListedBooking, Organizer } from "./booking.js";
import type { BookingList } from "./list.js";
import type { Booked } from "./write.js";

/** A booking in the newest wire form, as far as this caller may see it. */
export function bookingView(booking: Booking, ctx: Context) {
  // COMPAT: a cancelled seated booking shows nobody, although its attendees are kept.
  const shows = booking.status !== "cancelled" && mayShowAttendees(ctx, booking);
  return shownView(booking, shows);
}

/** One booking, or all occurrences of a series. */
export const bookingsView = (found: Booking | Booking[], ctx: Context) =>
  Array.isArray(found) ? found.map((booking) => bookingView(booking, ctx)) : bookingView(found, ctx);

/** The answer of create and reschedule: the caller's own seat is named. */
export const bookedView = (booked: Booked | Booked[], ctx: Context) =>
  Array.isArray(booked) ? booked.map((one) => oneBookedView(one, ctx)) : oneBookedView(booked, ctx);

const oneBookedView = ({ booking, seatUid }: Booked, ctx: Context) => ({
  ...bookingView(booking, ctx),
  ...(seatUid && { seatUid }),
});

/** In lists the caller is a host or attends himself, so seats are always shown. */
export const listView = ({ bookings }: BookingList) => writtenList(bookings);

const writtenList = writtenOnce((bookings: ListedBooking[]) =>
  bookings.map((booking) => shownView(booking, booking.status !== "cancelled")),
);

export function pageOf({ bookings, total, take, skip }: BookingList) {
  const from = Math.min(skip, total);
  const totalPages = Math.ceil(total / take);
  return {
    returnedItems: bookings.length,
    totalItems: total,
    itemsPerPage: take,
    remainingItems: Math.max(0, total - (from + take)),
    currentPage: totalPages === 0 ? 0 : Math.min(Math.floor(from / take) + 1, totalPages),
    totalPages,
    hasNextPage: from + take < total,
    hasPreviousPage: from > 0,
  };
}

/**
 * Seat by seat, unless the booking was made before its event type had seats; but whoever may not see who comes, does not see it then
 * either.
 */
export const shownView = (booking: ListedBooking, shows: boolean) =>
  booking.eventType?.seats && (!shows || booking.attendees.every(({ seat }) => seat))
    ? seatedView(booking, shows)
    : regularView(booking);

function regularView(booking: ListedBooking) {
  const { guests } = booking.responses;
  return {
    ...commonView(booking),
    cancelledByEmail: booking.cancelledBy ?? "",
    attendees: booking.attendees.map(attendeeView),
    ...(Array.isArray(guests) && { guests }),
    bookingFieldsResponses: booking.responses,
  };
}

function seatedView(booking: ListedBooking, shows: boolean) {
  return { ...commonView(booking), attendees: shows ? booking.attendees.map(seatView) : [] };
}

function commonView(booking: ListedBooking) {
  const { organizer, eventType, location } = booking;
  return {
    id: booking.id,
    uid: booking.uid,
    title: booking.title,
    description: booking.description,
    hosts: [hostView(organizer)],
    status: booking.status,
    cancellationReason: booking.cancellationReason ?? "",
    cancelledByEmail: booking.cancelledBy ?? undefined,
    reschedulingReason: booking.reschedulingReason ?? undefined,
    // COMPAT: null outside series, absent within.
    rescheduledByEmail: booking.rescheduledBy ?? (booking.recurringUid === null ? null : undefined),
    rescheduledFromUid: booking.fromUid ?? undefined,
    rescheduledToUid: booking.toUid ?? undefined,
    start: writeInstant(booking.startsAt),
    end: writeInstant(booking.endsAt),
    duration: (booking.endsAt - booking.startsAt) / minuteMs,
    eventTypeId: eventType?.id ?? null,
    eventType: eventType && { id: eventType.id, slug: eventType.slug },
    meetingUrl: location ?? undefined,
    location: location ?? undefined,
    absentHost: booking.isHostAbsent,
    createdAt: writeInstant(booking.createdAt),
    updatedAt: writeInstant(booking.updatedAt),
    metadata: booking.metadata,
    rating: null,
    icsUid: booking.icalUid,
    ...(booking.recurringUid !== null && { recurringBookingUid: booking.recurringUid }),
  };
}

const unknownHost = {
  name: "unknown",
  email: "unknown",
  displayEmail: "unknown",
  username: "unknown",
  timeZone: "unknown",
};

const hostView = (organizer: Organizer | null) =>
  organizer === null
    ? { id: "unknown" as const, ...unknownHost }
    : {
        id: organizer.id,
        name: organizer.name ?? "",
        email: organizer.email,
        displayEmail: organizer.email,
        username: organizer.username,
        timeZone: organizer.timeZone,
      };

export const attendeeView = ({ name, email, timeZone, locale, isAbsent, phoneNumber }: Attendee) => ({
  name,
  email,
  displayEmail: email,
  timeZone,
  language: locale,
  absent: isAbsent,
  phoneNumber: phoneNumber ?? undefined,
});

function seatView(attendee: Attendee) {
  const { email: _, ...responses } = attendee.seat?.responses ?? {};
  return {
    ...attendeeView(attendee),
    seatUid: attendee.seat?.uid,
    // COMPAT: a seat tells of its guests even if there are none.
    bookingFieldsResponses: { guests: [], ...responses },
    metadata: attendee.seat?.metadata ?? {},
  };
}
