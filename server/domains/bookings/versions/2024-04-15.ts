import { z } from "zod";
import type { Context } from "../../../context.js";
import { queryInt, writeInstant } from "../../../wire.js";
import type { Recurrence } from "../../event-types/index.js";
import { mayShowAttendees } from "../access.js";
import type { Attendee, Booking, ListedBooking } from "../booking.js";
import type { Cancelled } from "../cancel.js";
import type { CancelBooking } from "../cancelling.js";
import type { BookingState, ListBookingsQuery } from "../contract.js";
import type { BookingList } from "../list.js";
import type { Booked } from "../write.js";
import { CreateBody, readCreate } from "./2024-04-15-create.js";

/** The oldest dialect, which also serves most requests without a version: raw rows, upper-case states, its own cancel. */

/** As much of a created row as clients may count on; the rest of it is as in the upstream's table. */
export const CreatedRow = z
  .looseObject({
    id: z.int(),
    uid: z.string(),
    title: z.string(),
    status: z.string(),
    recurringEventId: z.string().nullable(),
  })
  .meta({ id: "CreateBookingOutput_2024_04_15" });

export const create = {
  body: CreateBody,
  read: ({ body }: { body: z.output<typeof CreateBody> }) => ({ body: readCreate(body) }),
  view: (booked: Booked | Booked[], _: Context, { body }: { body: z.output<typeof CreateBody> }) => ({
    ...rowsOf([booked].flat())[0],
    isDryRun: body._isDryRun === true,
  }),
};

/** COMPAT: the first row alone tells of hosts drawn by lot. */
export const rowsOf = (all: readonly Booked[]) =>
  all.map(({ booking, seatUid }, index) => ({
    ...createdRow(booking, seatUid),
    ...(index === 0 && { luckyUsers: [] }),
  }));

function createdRow(booking: Booking, seatUid: string | undefined) {
  const { organizer } = booking;
  return {
    ...row(booking),
    ...alwaysSo,
    userId: organizer?.id ?? null,
    destinationCalendarId: null,
    iCalUID: booking.icalUid,
    iCalSequence: booking.icalSequence,
    noShowHost: booking.isHostAbsent,
    creationSource: "API_V2",
    createdAt: writeInstant(booking.createdAt),
    updatedAt: writeInstant(booking.updatedAt),
    // COMPAT: the host's address is left out of this answer.
    user: organizer && {
      email: null,
      name: organizer.name,
      timeZone: organizer.timeZone,
      username: organizer.username,
    },
    attendees: booking.attendees.map((attendee) => attendeeRow(attendee, booking.id)),
    payment: [],
    references: [],
    paymentRequired: false,
    isDryRun: false,
    videoCallUrl: meetingUrlOf(booking),
    seatReferenceUid: seatUid,
  };
}

/** Columns of what cannot happen here. */
const alwaysSo = {
  paid: false,
  reassignReason: null,
  reassignById: null,
  dynamicEventSlugRef: null,
  dynamicGroupSlugRef: null,
  scheduledJobs: [],
  isRecorded: false,
  rating: null,
  ratingFeedback: null,
  oneTimePassword: null,
};

/** Where the meeting takes place, if that is an address of the web. */
const meetingUrlOf = ({ location }: ListedBooking): string | undefined =>
  location && /^https?:/i.test(location) ? location : undefined;

/** COMPAT: once a booking is made, its metadata tell the address of the meeting. */
const metadataOf = (booking: ListedBooking) => {
  const videoCallUrl = meetingUrlOf(booking);
  return videoCallUrl ? { ...booking.metadata, videoCallUrl } : booking.metadata;
};

/** What create, get and list have in common. */
const row = (booking: ListedBooking) => ({
  id: booking.id,
  uid: booking.uid,
  title: booking.title,
  description: booking.description,
  customInputs: {},
  smsReminderNumber: null,
  recurringEventId: booking.recurringUid,
  startTime: writeInstant(booking.startsAt),
  endTime: writeInstant(booking.endsAt),
  location: booking.location,
  status: booking.status.toUpperCase(),
  metadata: booking.metadata,
  cancellationReason: booking.cancellationReason,
  cancelledBy: booking.cancelledBy,
  rejectionReason: booking.rejectionReason,
  responses: booking.responses,
  userPrimaryEmail: booking.organizer?.email ?? null,
  fromReschedule: booking.fromUid,
  rescheduled: booking.isRescheduled || null,
  rescheduledBy: booking.rescheduledBy,
  eventTypeId: booking.eventType?.id ?? null,
});

const attendeeRow = ({ id, email, name, timeZone, phoneNumber, locale, isAbsent }: Attendee, bookingId: number) => ({
  id,
  email,
  name,
  timeZone,
  phoneNumber,
  locale,
  bookingId,
  noShow: isAbsent,
});

export const get = {
  view: (found: Booking | Booking[], ctx: Context) =>
    Array.isArray(found) ? found.map((booking) => fullRow(booking, ctx)) : fullRow(found, ctx),
};

function fullRow(booking: Booking, ctx: Context) {
  const { organizer, eventType } = booking;
  const attendees = mayShowAttendees(ctx, booking) ? booking.attendees : [];
  return {
    ...row(booking),
    metadata: metadataOf(booking),
    tracking: null,
    user: organizer && {
      id: organizer.id,
      name: organizer.name,
      email: organizer.email,
      username: organizer.username,
      timeZone: organizer.timeZone,
    },
    attendees: attendees.map(({ name, email, timeZone, phoneNumber }) => ({ name, email, timeZone, phoneNumber })),
    eventType: eventType && {
      eventName: eventType.customName,
      slug: eventType.slug,
      timeZone: null,
      schedulingType: null,
      hideOrganizerEmail: eventType.settings.hideOrganizerEmail === true,
    },
    seatsReferences: [],
  };
}

const states: [BookingState, ...BookingState[]] = ["upcoming", "recurring", "past", "cancelled", "unconfirmed"];

const ids = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((text) => text.split(",").map(Number)))
  .refine((all) => all.every((id) => Number.isInteger(id) && id >= 0 && id <= 2_147_483_647), "must hold numbers")
  .optional();

const ListQuery = z.object({
  "filters[status]": z.enum(states).default("upcoming"),
  "filters[eventTypeIds]": ids,
  "filters[teamsIds]": ids,
  "filters[userIds]": ids,
  limit: queryInt(1, 100).default(10),
  cursor: queryInt(0, 2_147_483_647).default(0),
});

export const readList = (query: z.output<typeof ListQuery>): ListBookingsQuery => ({
  status: [query["filters[status]"]],
  eventTypeIds: query["filters[eventTypeIds]"],
  teamsIds: query["filters[teamsIds]"],
  organizerIds: query["filters[userIds]"],
  take: query.limit,
  skip: query.cursor,
});

export const list = {
  query: ListQuery,
  read: ({ query }: { query: z.output<typeof ListQuery> }) => ({ query: readList(query) }),
  view: ({ bookings, total, take, skip }: BookingList) => ({
    bookings: bookings.map(listedRow),
    recurringInfo: [],
    totalCount: total,
    nextCursor: skip + take < total ? skip + take : null,
  }),
};

const frequencies = ["yearly", "monthly", "weekly"] as const;

const recurringEvent = (recurrence: Recurrence | null) =>
  recurrence && {
    freq: frequencies.indexOf(recurrence.frequency),
    count: recurrence.occurrences,
    interval: recurrence.interval,
  };

const listedRow = (booking: ListedBooking) => ({
  ...row(booking),
  metadata: metadataOf(booking),
  routedFromRoutingFormReponse: null,
  createdAt: writeInstant(booking.createdAt),
  updatedAt: writeInstant(booking.updatedAt),
  paid: false,
  isRecorded: false,
  eventType: booking.eventType && {
    id: booking.eventType.id,
    slug: booking.eventType.slug,
    title: booking.eventType.title,
    eventName: booking.eventType.customName,
    price: 0,
    currency: "usd",
    recurringEvent: recurringEvent(booking.eventType.recurrence),
  },
  user: booking.organizer && {
    id: booking.organizer.id,
    name: booking.organizer.name,
    email: booking.organizer.email,
  },
  attendees: booking.attendees.map((attendee) => attendeeRow(attendee, booking.id)),
  references: [],
});

const CancelBody = z
  .object({
    cancellationReason: z.string().optional(),
    allRemainingBookings: z.boolean().optional(),
    seatReferenceUid: z.string().optional(),
  })
  .meta({ id: "CancelBookingInput_2024_04_15" });

export function readCancel(body: z.output<typeof CancelBody>): CancelBooking {
  const { cancellationReason, seatReferenceUid: seatUid, allRemainingBookings: cancelsRemaining } = body;
  return { cancellationReason, seatUid, cancelsRemaining };
}

export const cancel = {
  // COMPAT: this dialect answers a cancel with 201.
  status: 201,
  body: CancelBody,
  read: ({ body }: { body: z.output<typeof CancelBody> }) => ({ body: readCancel(body) }),
  view: ({ booking, isSeatOnly }: Cancelled) => ({
    bookingId: booking.id,
    bookingUid: booking.uid,
    onlyRemovedAttendee: isSeatOnly,
  }),
};
