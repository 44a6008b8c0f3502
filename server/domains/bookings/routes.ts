import { z } from "zod";
import { idParam, noData, op } from "../../operation.js";
import { addAttendee } from "./add-attendee.js";
import { addGuests } from "./add-guests.js";
import { getJoinable } from "./add-people.js";
import { book, bookGivenSeries, bookInstantly } from "./book.js";
import { cancelBooking } from "./cancel.js";
import { confirmBooking, declineBooking, getDecidable } from "./confirm.js";
import {
  BookingReference,
  CalendarLink,
  CalMeetingSession,
  Reassigned,
  ReassignToUserInput,
  RecordingItem,
  ReferencesQuery,
  UpdateLocationInput,
} from "./contract/extras.js";
import { AddAttendeeInput, AddedAttendee, AddGuestsInput, AttendeeWithId, MarkAbsentInput } from "./contract/people.js";
import {
  BookingOutput,
  BookingsOutput,
  CancelBookingInput,
  CreateBookingInput,
  DeclineBookingInput,
  ListBookingsQuery,
  RescheduleBookingInput,
} from "./contract.js";
import { getBooking, getBookingOrSeries, getHostedBooking } from "./get.js";
import { getAttendee } from "./get-attendee.js";
import { getBookingBySeat, getBookingOfSeat } from "./get-by-seat.js";
import { getRoutingTrace } from "./get-routing-trace.js";
import { listOwnBookings } from "./list.js";
import { listAttendees } from "./list-attendees.js";
import { listCrmSyncErrors } from "./list-crm-sync-errors.js";
import { listReferences } from "./list-references.js";
import { markAbsent } from "./mark-absent.js";
import { checkReassigner, reassignBooking, reassignBookingTo } from "./reassign.js";
import { rescheduleBooking } from "./reschedule.js";
import { updateLocation } from "./update-location.js";
import * as legacy from "./versions/2024-04-15.js";
import * as legacyActions from "./versions/2024-04-15-actions.js";
import { CreateBody, RecurringBody, readCreate, readRecurring } from "./versions/2024-04-15-create.js";
import * as later from "./versions/2026-02-25.js";
import * as cursors from "./versions/2026-05-01.js";
import { listFromVideoRoom } from "./video-room.js";
import { addedAttendeeView, attendeesView, attendeeWithIdView } from "./view/attendees.js";
import { calendarLinksView } from "./view/calendar-links.js";
import { bookedView, bookingsView, bookingView, listView, pageOf } from "./view.js";

const params = z.object({ bookingUid: z.string().min(1) });
const common = { tag: "Bookings", problems: "sentence" } as const;
const reading = { tag: "Bookings", auth: "required", scope: "BOOKING_READ", params } as const;
const writing = { tag: "Bookings", auth: "required", scope: "BOOKING_WRITE", status: 200, params } as const;
const attendees = "Bookings / Attendees";

/** The view of what is in the form of the wire already. */
const asItIs = <T>(value: T): T => value;

/** 2026-05-01 is 2026-02-25, except for its list. */
const laterOn = <D>(dialect: D) => ({ "2026-02-25": dialect, "2026-05-01": dialect });

export const bookingRoutes = [
  op("POST", "/v2/bookings", {
    ...common,
    id: "createBooking",
    summary: "Book a slot",
    auth: "optional",
    scope: "open",
    rate: "anonymous-booking",
    canRehearse: true,
    body: CreateBookingInput,
    run: (ctx, { body }) => book(ctx, body),
    view: bookedView,
    response: BookingsOutput,
    older: { "2024-04-15": legacy.create, ...laterOn(later.create) },
  }),
  op("GET", "/v2/bookings", {
    tag: "Bookings",
    id: "listBookings",
    summary: "List the bookings that the caller organizes or attends",
    auth: "required",
    scope: "BOOKING_READ",
    query: ListBookingsQuery,
    run: (ctx, { query }) => listOwnBookings(ctx, query),
    view: listView,
    response: z.array(BookingOutput),
    pagination: pageOf,
    older: {
      "2026-05-01": cursors.list,
      "2026-02-25": later.list,
      "2024-04-15": legacy.list,
    },
  }),
  op("GET", "/v2/bookings/{bookingUid}", {
    ...common,
    id: "getBooking",
    summary: "Read a booking",
    auth: "optional",
    scope: "open",
    params,
    run: (ctx, { params }) => getBookingOrSeries(ctx, params.bookingUid),
    view: bookingsView,
    response: BookingsOutput,
    older: { "2024-04-15": legacy.get, ...laterOn(later.get) },
  }),
  op("POST", "/v2/bookings/{bookingUid}/reschedule", {
    ...common,
    id: "rescheduleBooking",
    summary: "Move a booking to another time",
    auth: "optional",
    scope: "open",
    canRehearse: true,
    params,
    body: RescheduleBookingInput,
    guard: (ctx, { bookingUid }) => getBooking(ctx, bookingUid),
    run: (ctx, { params, body }) => rescheduleBooking(ctx, params.bookingUid, body),
    view: bookedView,
    response: BookingOutput,
    older: laterOn(later.reschedule),
  }),
  op("POST", "/v2/bookings/{bookingUid}/cancel", {
    ...common,
    id: "cancelBooking",
    summary: "Cancel a booking",
    auth: "optional",
    scope: "open",
    canRehearse: true,
    status: 200,
    params,
    body: CancelBookingInput,
    guard: (ctx, { bookingUid }) => getBookingOrSeries(ctx, bookingUid),
    run: (ctx, { params, body }) => cancelBooking(ctx, params.bookingUid, body),
    view: ({ booking, series }, ctx) => bookingsView(series ?? booking, ctx),
    response: BookingsOutput,
    older: { "2024-04-15": legacy.cancel, ...laterOn(later.cancel) },
  }),
  op("POST", "/v2/bookings/{bookingUid}/confirm", {
    ...common,
    id: "confirmBooking",
    summary: "Accept a pending booking",
    auth: "required",
    scope: "BOOKING_WRITE",
    status: 200,
    params,
    run: (ctx, { params }) => confirmBooking(ctx, params.bookingUid),
    view: bookingView,
    response: BookingOutput,
  }),
  op("POST", "/v2/bookings/{bookingUid}/decline", {
    ...common,
    id: "declineBooking",
    summary: "Turn a pending booking down",
    auth: "required",
    scope: "BOOKING_WRITE",
    status: 200,
    params,
    body: DeclineBookingInput,
    guard: (ctx, { bookingUid }) => getDecidable(ctx, bookingUid),
    run: (ctx, { params, body }) => declineBooking(ctx, params.bookingUid, body.reason),
    view: bookingView,
    response: BookingOutput,
  }),
  op("GET", "/v2/bookings/by-seat/{seatUid}", {
    ...reading,
    id: "getBookingBySeat",
    summary: "Read the seated booking of a seat",
    auth: "optional",
    scope: "open",
    params: z.object({ seatUid: z.string().min(1) }),
    run: (ctx, { params }) => getBookingBySeat(ctx, params.seatUid),
    view: bookingView,
    response: BookingOutput,
    older: laterOn(later.getBySeat),
  }),
  op("POST", "/v2/bookings/{bookingUid}/mark-absent", {
    ...writing,
    id: "markBookingAbsent",
    summary: "Note who did not come",
    body: MarkAbsentInput,
    guard: (ctx, { bookingUid }) => getHostedBooking(ctx, bookingUid),
    run: (ctx, { params, body }) => markAbsent(ctx, params.bookingUid, body),
    view: bookingView,
    response: BookingOutput,
  }),
  op("GET", "/v2/bookings/{bookingUid}/attendees", {
    ...reading,
    tag: attendees,
    id: "listBookingAttendees",
    summary: "List everybody in a booking",
    run: (ctx, { params }) => listAttendees(ctx, params.bookingUid),
    view: attendeesView,
    response: z.array(AttendeeWithId),
  }),
  op("GET", "/v2/bookings/{bookingUid}/attendees/{attendeeId}", {
    ...reading,
    tag: attendees,
    id: "getBookingAttendee",
    summary: "Read one attendee",
    params: params.extend({ attendeeId: idParam }),
    run: (ctx, { params }) => getAttendee(ctx, params.bookingUid, params.attendeeId),
    view: attendeeWithIdView,
    response: AttendeeWithId,
  }),
  op("POST", "/v2/bookings/{bookingUid}/attendees", {
    ...writing,
    tag: attendees,
    id: "addBookingAttendee",
    summary: "Add somebody to a booking",
    rate: "attendees",
    status: 201,
    body: AddAttendeeInput,
    guard: (ctx, { bookingUid }) => getJoinable(ctx, bookingUid),
    run: (ctx, { params, body }) => addAttendee(ctx, params.bookingUid, body),
    view: addedAttendeeView,
    response: AddedAttendee,
  }),
  op("POST", "/v2/bookings/{bookingUid}/guests", {
    ...writing,
    tag: "Bookings / Guests",
    id: "addBookingGuests",
    summary: "Bring guests along",
    rate: "guests",
    body: AddGuestsInput,
    guard: (ctx, { bookingUid }) => getJoinable(ctx, bookingUid),
    run: (ctx, { params, body }) => addGuests(ctx, params.bookingUid, body),
    view: bookingView,
    response: BookingOutput,
  }),
  op("PATCH", "/v2/bookings/{bookingUid}/location", {
    ...writing,
    id: "updateBookingLocation",
    summary: "Move a booking to another place",
    body: UpdateLocationInput,
    guard: (ctx, { bookingUid }) => getHostedBooking(ctx, bookingUid),
    run: (ctx, { params, body }) => updateLocation(ctx, params.bookingUid, body),
    view: bookingView,
    response: BookingOutput,
  }),
  op("GET", "/v2/bookings/{bookingUid}/calendar-links", {
    ...reading,
    id: "listCalendarLinks",
    summary: "Links that put the booking into a calendar by hand",
    run: (ctx, { params }) => getHostedBooking(ctx, params.bookingUid),
    view: calendarLinksView,
    response: z.array(CalendarLink),
  }),
  op("GET", "/v2/bookings/{bookingUid}/references", {
    ...reading,
    id: "listBookingReferences",
    summary: "What stands for the booking in calendars and video services",
    query: ReferencesQuery,
    guard: (ctx, { bookingUid }) => listReferences(ctx, bookingUid),
    run: (ctx, { params }) => listReferences(ctx, params.bookingUid),
    view: asItIs,
    response: z.array(BookingReference),
  }),
  op("GET", "/v2/bookings/{bookingUid}/recordings", {
    ...reading,
    id: "listBookingRecordings",
    summary: "List the recordings of the video room",
    run: (ctx, { params }) => listFromVideoRoom(ctx, params.bookingUid),
    view: asItIs,
    response: z.array(RecordingItem),
  }),
  op("GET", "/v2/bookings/{bookingUid}/transcripts", {
    ...reading,
    id: "listBookingTranscripts",
    summary: "List the transcripts of the video room",
    run: (ctx, { params }) => listFromVideoRoom(ctx, params.bookingUid),
    view: asItIs,
    response: z.array(z.string()),
  }),
  op("GET", "/v2/bookings/{bookingUid}/conferencing-sessions", {
    ...reading,
    id: "listConferencingSessions",
    summary: "List the meetings that took place in the video room",
    run: (ctx, { params }) => listFromVideoRoom(ctx, params.bookingUid),
    view: asItIs,
    response: z.array(CalMeetingSession),
  }),
  op("GET", "/v2/bookings/{bookingUid}/routing-trace", {
    ...reading,
    id: "getRoutingTrace",
    summary: "How a routing form led to the booking",
    run: (ctx, { params }) => getRoutingTrace(ctx, params.bookingUid),
    view: noData,
  }),
  op("GET", "/v2/bookings/{bookingUid}/crm-sync-errors", {
    ...reading,
    id: "listCrmSyncErrors",
    summary: "What went wrong when a CRM was told of the booking",
    run: (ctx, { params }) => listCrmSyncErrors(ctx, params.bookingUid),
    view: asItIs,
    response: z.array(z.unknown()),
  }),
  op("POST", "/v2/bookings/{bookingUid}/reassign", {
    ...writing,
    id: "reassignBooking",
    summary: "Give a booking to another host",
    run: (ctx, { params }) => reassignBooking(ctx, params.bookingUid),
    view: asItIs,
    response: Reassigned,
  }),
  op("POST", "/v2/bookings/{bookingUid}/reassign/{userId}", {
    ...writing,
    id: "reassignBookingToUser",
    summary: "Give a booking to a certain host",
    params: params.extend({ userId: idParam }),
    body: ReassignToUserInput,
    guard: (ctx, { bookingUid }) => checkReassigner(ctx, bookingUid),
    run: (ctx, { params }) => reassignBookingTo(ctx, params.bookingUid, params.userId),
    view: asItIs,
    response: Reassigned,
  }),
  // The oldest dialect has some operations of its own; no header is needed for them.
  op("POST", "/v2/bookings/recurring", {
    ...common,
    id: "createRecurringBooking",
    summary: "Book the occurrences of a series, all or none (form of 2024-04-15)",
    auth: "optional",
    scope: "open",
    body: RecurringBody,
    run: (ctx, { body }) => bookGivenSeries(ctx, readRecurring(body)),
    view: legacy.rowsOf,
    response: z.array(legacy.CreatedRow),
  }),
  op("POST", "/v2/bookings/instant", {
    ...common,
    id: "createInstantBooking",
    summary: "Ring all hosts of a team at once (form of 2024-04-15)",
    auth: "optional",
    scope: "open",
    body: CreateBody,
    run: (ctx, { body }) => bookInstantly(ctx, readCreate(body)),
    view: asItIs,
    response: legacyActions.InstantMeeting,
  }),
  op("GET", "/v2/bookings/{bookingUid}/reschedule", {
    ...common,
    id: "getBookingForReschedule",
    summary: "Read what a form for moving a booking is filled with (form of 2024-04-15)",
    auth: "optional",
    scope: "open",
    params,
    run: (ctx, { params }) => getBookingOfSeat(ctx, params.bookingUid),
    view: legacyActions.rescheduleView,
    response: legacyActions.ForReschedule,
  }),
  op("POST", "/v2/bookings/{bookingUid}/mark-no-show", {
    ...writing,
    id: "markBookingNoShow",
    summary: "Note who did not come (form of 2024-04-15)",
    body: legacyActions.NoShowBody,
    guard: (ctx, { bookingUid }) => getHostedBooking(ctx, bookingUid),
    run: (ctx, { params, body }) => markAbsent(ctx, params.bookingUid, legacyActions.readNoShow(body)),
    view: (booking, _, { body }) => legacyActions.noShowView(booking, body),
    response: legacyActions.NoShow,
  }),
];
