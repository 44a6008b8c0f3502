// Printed from docs/openapi.json by clients/sdk/scripts/generate.mjs; not edited by hand.
import { bind, type Row } from "../bind.js";
import type { RequestOptions } from "../call.js";
import type { Connection } from "../connection.js";
import type { Listing } from "../pages.js";
import type { Body, Data, Item, One, Query } from "../types.js";

export interface ApiKeys {
  /** Replace the API key of this request by a new one. `POST /v2/api-keys/refresh` */
  refresh(body?: Body<"refreshApiKey">, options?: RequestOptions): Promise<Data<"refreshApiKey">>;
}

const apiKeysRows = {
  refresh: ["POST","/v2/api-keys/refresh","body"],
} as const satisfies Record<keyof ApiKeys, Row>;

/** The methods of `api-keys` alone, for programs that must be small. */
export const apiKeys = (connection: Connection): ApiKeys => bind<ApiKeys>(connection, apiKeysRows);

export interface Schedules {
  /** Add a schedule. `POST /v2/schedules`, version 2024-06-11 */
  create(body: Body<"createSchedule">, options?: RequestOptions): Promise<Data<"createSchedule">>;
  /** List the caller's schedules. `GET /v2/schedules`, version 2024-06-11 */
  list(options?: RequestOptions): Promise<Data<"listSchedules">>;
  /** Read the caller's default schedule. `GET /v2/schedules/default`, version 2024-06-11 */
  getDefault(options?: RequestOptions): Promise<Data<"getDefaultSchedule">>;
  /** Read a schedule. `GET /v2/schedules/{scheduleId}`, version 2024-06-11 */
  get(scheduleId: number, options?: RequestOptions): Promise<Data<"getSchedule">>;
  /** Change a schedule. `PATCH /v2/schedules/{scheduleId}`, version 2024-06-11 */
  update(scheduleId: number, body?: Body<"updateSchedule">, options?: RequestOptions): Promise<Data<"updateSchedule">>;
  /** Remove a schedule. `DELETE /v2/schedules/{scheduleId}`, version 2024-06-11 */
  delete(scheduleId: number, options?: RequestOptions): Promise<Data<"deleteSchedule">>;
}

const schedulesRows = {
  create: ["POST","/v2/schedules","body","2024-06-11"],
  list: ["GET","/v2/schedules","nothing","2024-06-11"],
  getDefault: ["GET","/v2/schedules/default","nothing","2024-06-11"],
  get: ["GET","/v2/schedules/{scheduleId}","nothing","2024-06-11"],
  update: ["PATCH","/v2/schedules/{scheduleId}","body","2024-06-11"],
  delete: ["DELETE","/v2/schedules/{scheduleId}","nothing","2024-06-11"],
} as const satisfies Record<keyof Schedules, Row>;

/** The methods of `schedules` alone, for programs that must be small. */
export const schedules = (connection: Connection): Schedules => bind<Schedules>(connection, schedulesRows);

export interface Me {
  /** Read the caller's account. `GET /v2/me` */
  get(options?: RequestOptions): Promise<Data<"getMe">>;
  /** Change the caller's account. `PATCH /v2/me` */
  update(body?: Body<"updateMe">, options?: RequestOptions): Promise<Data<"updateMe">>;
  /** List the caller's absences. `GET /v2/me/ooo` */
  listOutOfOffice(query?: Query<"getMyOutOfOffice">, options?: RequestOptions): Listing<Item<"getMyOutOfOffice">>;
  /** Take the caller out of office for whole days. `POST /v2/me/ooo` */
  createOutOfOffice(body: Body<"createMyOutOfOffice">, options?: RequestOptions): Promise<Data<"createMyOutOfOffice">>;
  /** Change an absence. `PATCH /v2/me/ooo/{oooId}` */
  updateOutOfOffice(oooId: number, body?: Body<"updateMyOutOfOffice">, options?: RequestOptions): Promise<Data<"updateMyOutOfOffice">>;
  /** End an absence. `DELETE /v2/me/ooo/{oooId}` */
  deleteOutOfOffice(oooId: number, options?: RequestOptions): Promise<Data<"deleteMyOutOfOffice">>;
}

const meRows = {
  get: ["GET","/v2/me","nothing"],
  update: ["PATCH","/v2/me","body"],
  listOutOfOffice: ["GET","/v2/me/ooo","pages"],
  createOutOfOffice: ["POST","/v2/me/ooo","body"],
  updateOutOfOffice: ["PATCH","/v2/me/ooo/{oooId}","body"],
  deleteOutOfOffice: ["DELETE","/v2/me/ooo/{oooId}","nothing"],
} as const satisfies Record<keyof Me, Row>;

/** The methods of `me` alone, for programs that must be small. */
export const me = (connection: Connection): Me => bind<Me>(connection, meRows);

export interface VerifiedResources {
  /** Send a code to an address of the caller's. `POST /v2/verified-resources/emails/verification-code/request` */
  requestEmailVerificationCode(body: Body<"requestEmailVerificationCode">, options?: RequestOptions): Promise<Data<"requestEmailVerificationCode">>;
  /** Verify an address with the code that was sent to it. `POST /v2/verified-resources/emails/verification-code/verify` */
  verifyEmail(body: Body<"verifyEmail">, options?: RequestOptions): Promise<Data<"verifyEmail">>;
  /** Send a code to a number of the caller's. `POST /v2/verified-resources/phones/verification-code/request` */
  requestPhoneVerificationCode(body: Body<"requestPhoneVerificationCode">, options?: RequestOptions): Promise<Data<"requestPhoneVerificationCode">>;
  /** Verify a number with the code that was sent to it. `POST /v2/verified-resources/phones/verification-code/verify` */
  verifyPhone(body: Body<"verifyPhone">, options?: RequestOptions): Promise<Data<"verifyPhone">>;
  /** List the caller's verified addresses, oldest first. `GET /v2/verified-resources/emails` */
  listVerifiedEmails(query?: Query<"listVerifiedEmails">, options?: RequestOptions): Listing<Item<"listVerifiedEmails">>;
  /** List the caller's verified numbers, oldest first. `GET /v2/verified-resources/phones` */
  listVerifiedPhones(query?: Query<"listVerifiedPhones">, options?: RequestOptions): Listing<Item<"listVerifiedPhones">>;
  /** Read a verified address. `GET /v2/verified-resources/emails/{id}` */
  getVerifiedEmail(id: number, options?: RequestOptions): Promise<Data<"getVerifiedEmail">>;
  /** Read a verified number. `GET /v2/verified-resources/phones/{id}` */
  getVerifiedPhone(id: number, options?: RequestOptions): Promise<Data<"getVerifiedPhone">>;
}

const verifiedResourcesRows = {
  requestEmailVerificationCode: ["POST","/v2/verified-resources/emails/verification-code/request","body"],
  verifyEmail: ["POST","/v2/verified-resources/emails/verification-code/verify","body"],
  requestPhoneVerificationCode: ["POST","/v2/verified-resources/phones/verification-code/request","body"],
  verifyPhone: ["POST","/v2/verified-resources/phones/verification-code/verify","body"],
  listVerifiedEmails: ["GET","/v2/verified-resources/emails","pages"],
  listVerifiedPhones: ["GET","/v2/verified-resources/phones","pages"],
  getVerifiedEmail: ["GET","/v2/verified-resources/emails/{id}","nothing"],
  getVerifiedPhone: ["GET","/v2/verified-resources/phones/{id}","nothing"],
} as const satisfies Record<keyof VerifiedResources, Row>;

/** The methods of `verified-resources` alone, for programs that must be small. */
export const verifiedResources = (connection: Connection): VerifiedResources => bind<VerifiedResources>(connection, verifiedResourcesRows);

export interface EventTypes {
  /** Make an event type. `POST /v2/event-types`, version 2024-06-14 */
  create(body: Body<"createEventType">, options?: RequestOptions): Promise<Data<"createEventType">>;
  /** List event types of a user name, or the caller's own. `GET /v2/event-types`, version 2024-06-14 */
  list(query?: Query<"listEventTypes">, options?: RequestOptions): Listing<Item<"listEventTypes">>;
  /** Read an event type. `GET /v2/event-types/{eventTypeId}`, version 2024-06-14 */
  get(eventTypeId: number, options?: RequestOptions): Promise<Data<"getEventType">>;
  /** Change the given fields of an event type. `PATCH /v2/event-types/{eventTypeId}`, version 2024-06-14 */
  update(eventTypeId: number, body?: Body<"updateEventType">, options?: RequestOptions): Promise<Data<"updateEventType">>;
  /** Delete an event type; its bookings stay. `DELETE /v2/event-types/{eventTypeId}`, version 2024-06-14 */
  delete(eventTypeId: number, options?: RequestOptions): Promise<Data<"deleteEventType">>;
  /** What was changed on an event type: no record of it is kept. `GET /v2/event-types/{eventTypeId}/history`, version 2024-06-14 */
  listHistory(eventTypeId: number, options?: RequestOptions): Promise<Data<"listEventTypeHistory">>;
  /** Who hosts the bookings of an event type, and by which schedule. `GET /v2/event-types/{eventTypeId}/scheduling-config`, version 2024-06-14 */
  getSchedulingConfig(eventTypeId: number, options?: RequestOptions): Promise<Data<"getSchedulingConfig">>;
  /** What the booking page of an event type shows, in the form of 2024-04-15. `GET /v2/event-types/{username}/{eventSlug}/public` */
  getPublic(username: string, eventSlug: string, query?: Query<"getPublicEventType">, options?: RequestOptions): Promise<Data<"getPublicEventType">>;
  /** What a person offers to everybody, in the form of 2024-04-15. `GET /v2/event-types/{username}/public` */
  listPublic(username: string, options?: RequestOptions): Promise<Data<"listPublicEventTypes">>;
  /** Make a link to an event type, for some bookings or until a time. `POST /v2/event-types/{eventTypeId}/private-links` */
  createPrivateLink(eventTypeId: number, body?: Body<"createPrivateLink">, options?: RequestOptions): Promise<Data<"createPrivateLink">>;
  /** List the links to an event type, oldest first. `GET /v2/event-types/{eventTypeId}/private-links` */
  listPrivateLinks(eventTypeId: number, options?: RequestOptions): Promise<Data<"listPrivateLinks">>;
  /** Give a link to an event type another end. `PATCH /v2/event-types/{eventTypeId}/private-links/{linkId}` */
  updatePrivateLink(eventTypeId: number, linkId: string, body?: Body<"updatePrivateLink">, options?: RequestOptions): Promise<Data<"updatePrivateLink">>;
  /** Make a link to an event type lead nowhere. `DELETE /v2/event-types/{eventTypeId}/private-links/{linkId}` */
  deletePrivateLink(eventTypeId: number, linkId: string, options?: RequestOptions): Promise<Data<"deletePrivateLink">>;
  /** Send a booker the code that an event type asks for. `POST /v2/event-types/{eventTypeId}/email-verification-code/request` */
  requestBookerEmailVerificationCode(eventTypeId: number, body: Body<"requestBookerEmailVerificationCode">, options?: RequestOptions): Promise<Data<"requestBookerEmailVerificationCode">>;
  /** Subscribe a URL to what happens in an event type. `POST /v2/event-types/{eventTypeId}/webhooks` */
  createWebhook(eventTypeId: number, body: Body<"createEventTypeWebhook">, options?: RequestOptions): Promise<Data<"createEventTypeWebhook">>;
  /** List the webhooks of an event type, oldest first. `GET /v2/event-types/{eventTypeId}/webhooks` */
  listWebhooks(eventTypeId: number, query?: Query<"listEventTypeWebhooks">, options?: RequestOptions): Listing<Item<"listEventTypeWebhooks">>;
  /** End all webhooks of an event type and tell how many there were. `DELETE /v2/event-types/{eventTypeId}/webhooks` */
  deleteWebhooks(eventTypeId: number, options?: RequestOptions): Promise<Data<"deleteEventTypeWebhooks">>;
  /** Read a webhook of an event type. `GET /v2/event-types/{eventTypeId}/webhooks/{webhookId}` */
  getWebhook(eventTypeId: number, webhookId: string, options?: RequestOptions): Promise<Data<"getEventTypeWebhook">>;
  /** Change a webhook of an event type. `PATCH /v2/event-types/{eventTypeId}/webhooks/{webhookId}` */
  updateWebhook(eventTypeId: number, webhookId: string, body?: Body<"updateEventTypeWebhook">, options?: RequestOptions): Promise<Data<"updateEventTypeWebhook">>;
  /** End a webhook of an event type and tell what it was. `DELETE /v2/event-types/{eventTypeId}/webhooks/{webhookId}` */
  deleteWebhook(eventTypeId: number, webhookId: string, options?: RequestOptions): Promise<Data<"deleteEventTypeWebhook">>;
  /** List what was sent to a webhook of an event type, the newest first. `GET /v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries` */
  listWebhookDeliveries(eventTypeId: number, webhookId: string, query?: Query<"listEventTypeWebhookDeliveries">, options?: RequestOptions): Promise<Data<"listEventTypeWebhookDeliveries">>;
  /** Read a delivery to a webhook of an event type with its attempts. `GET /v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries/{deliveryId}` */
  getWebhookDelivery(eventTypeId: number, webhookId: string, deliveryId: string, options?: RequestOptions): Promise<Data<"getEventTypeWebhookDelivery">>;
  /** Send a delivery to a webhook of an event type once more. `POST /v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver` */
  redeliverWebhook(eventTypeId: number, webhookId: string, deliveryId: string, body?: Body<"redeliverEventTypeWebhook">, options?: RequestOptions): Promise<Data<"redeliverEventTypeWebhook">>;
  /** Tell a webhook of an event type again what happened in a range of time. `POST /v2/event-types/{eventTypeId}/webhooks/{webhookId}/replay` */
  replayWebhook(eventTypeId: number, webhookId: string, body: Body<"replayEventTypeWebhook">, options?: RequestOptions): Promise<Data<"replayEventTypeWebhook">>;
}

const eventTypesRows = {
  create: ["POST","/v2/event-types","body","2024-06-14"],
  list: ["GET","/v2/event-types","pages","2024-06-14"],
  get: ["GET","/v2/event-types/{eventTypeId}","nothing","2024-06-14"],
  update: ["PATCH","/v2/event-types/{eventTypeId}","body","2024-06-14"],
  delete: ["DELETE","/v2/event-types/{eventTypeId}","nothing","2024-06-14"],
  listHistory: ["GET","/v2/event-types/{eventTypeId}/history","nothing","2024-06-14"],
  getSchedulingConfig: ["GET","/v2/event-types/{eventTypeId}/scheduling-config","nothing","2024-06-14"],
  getPublic: ["GET","/v2/event-types/{username}/{eventSlug}/public","query"],
  listPublic: ["GET","/v2/event-types/{username}/public","nothing"],
  createPrivateLink: ["POST","/v2/event-types/{eventTypeId}/private-links","body"],
  listPrivateLinks: ["GET","/v2/event-types/{eventTypeId}/private-links","nothing"],
  updatePrivateLink: ["PATCH","/v2/event-types/{eventTypeId}/private-links/{linkId}","body"],
  deletePrivateLink: ["DELETE","/v2/event-types/{eventTypeId}/private-links/{linkId}","nothing"],
  requestBookerEmailVerificationCode: ["POST","/v2/event-types/{eventTypeId}/email-verification-code/request","body"],
  createWebhook: ["POST","/v2/event-types/{eventTypeId}/webhooks","body"],
  listWebhooks: ["GET","/v2/event-types/{eventTypeId}/webhooks","pages"],
  deleteWebhooks: ["DELETE","/v2/event-types/{eventTypeId}/webhooks","nothing"],
  getWebhook: ["GET","/v2/event-types/{eventTypeId}/webhooks/{webhookId}","nothing"],
  updateWebhook: ["PATCH","/v2/event-types/{eventTypeId}/webhooks/{webhookId}","body"],
  deleteWebhook: ["DELETE","/v2/event-types/{eventTypeId}/webhooks/{webhookId}","nothing"],
  listWebhookDeliveries: ["GET","/v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries","query"],
  getWebhookDelivery: ["GET","/v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries/{deliveryId}","nothing"],
  redeliverWebhook: ["POST","/v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver","body"],
  replayWebhook: ["POST","/v2/event-types/{eventTypeId}/webhooks/{webhookId}/replay","body"],
} as const satisfies Record<keyof EventTypes, Row>;

/** The methods of `event-types` alone, for programs that must be small. */
export const eventTypes = (connection: Connection): EventTypes => bind<EventTypes>(connection, eventTypesRows);

export interface Slots {
  /** Find the times that can be booked. `GET /v2/slots`, version 2024-09-04 */
  list(query?: Query<"getSlots">, options?: RequestOptions): Promise<Data<"getSlots">>;
  /** Find the times that can be booked, in the form of 2024-04-15. `GET /v2/slots/available` */
  getAvailable(query?: Query<"getAvailableSlots">, options?: RequestOptions): Promise<Data<"getAvailableSlots">>;
  /** Find the times of up to 50 queries at once. `POST /v2/slots/bulk` */
  getMany(body: Body<"getManySlots">, options?: RequestOptions): Promise<Data<"getManySlots">>;
  /** Hold a time for a few minutes. `POST /v2/slots/reservations`, version 2024-09-04 */
  reserve(body: Body<"reserveSlot">, options?: RequestOptions): Promise<Data<"reserveSlot">>;
  /** Read a hold. `GET /v2/slots/reservations/{uid}`, version 2024-09-04 */
  getReserved(uid: string, options?: RequestOptions): Promise<Data<"getReservedSlot">>;
  /** Move or renew a hold. `PATCH /v2/slots/reservations/{uid}`, version 2024-09-04 */
  updateReserved(uid: string, body: Body<"updateReservedSlot">, options?: RequestOptions): Promise<Data<"updateReservedSlot">>;
  /** Give back a hold. `DELETE /v2/slots/reservations/{uid}`, version 2024-09-04 */
  deleteReserved(uid: string, options?: RequestOptions): Promise<Data<"deleteReservedSlot">>;
  /** Hold a time, in the form of 2024-04-15. `POST /v2/slots/reserve` */
  select(body: Body<"selectSlot">, options?: RequestOptions): Promise<Data<"selectSlot">>;
  /** Give back what a uid holds, in the form of 2024-04-15. `DELETE /v2/slots/selected-slot` */
  deleteSelected(query?: Query<"deleteSelectedSlot">, options?: RequestOptions): Promise<Data<"deleteSelectedSlot">>;
}

const slotsRows = {
  list: ["GET","/v2/slots","query","2024-09-04"],
  getAvailable: ["GET","/v2/slots/available","query"],
  getMany: ["POST","/v2/slots/bulk","body"],
  reserve: ["POST","/v2/slots/reservations","body","2024-09-04"],
  getReserved: ["GET","/v2/slots/reservations/{uid}","nothing","2024-09-04"],
  updateReserved: ["PATCH","/v2/slots/reservations/{uid}","body","2024-09-04"],
  deleteReserved: ["DELETE","/v2/slots/reservations/{uid}","nothing","2024-09-04"],
  select: ["POST","/v2/slots/reserve","body"],
  deleteSelected: ["DELETE","/v2/slots/selected-slot","query"],
} as const satisfies Record<keyof Slots, Row>;

/** The methods of `slots` alone, for programs that must be small. */
export const slots = (connection: Connection): Slots => bind<Slots>(connection, slotsRows);

export interface Bookings {
  /** Book a slot. `POST /v2/bookings`, version 2024-08-13; say Answer where a list is what comes, as of a series */
  create<Answer extends Data<"createBooking"> = One<Data<"createBooking">>>(body: Body<"createBooking">, options?: RequestOptions): Promise<Answer>;
  /** List the bookings that the caller organizes or attends. `GET /v2/bookings`, version 2024-08-13 */
  list(query?: Query<"listBookings">, options?: RequestOptions): Listing<Item<"listBookings">>;
  /** Read a booking. `GET /v2/bookings/{bookingUid}`, version 2024-08-13; say Answer where a list is what comes, as of a series */
  get<Answer extends Data<"getBooking"> = One<Data<"getBooking">>>(bookingUid: string, options?: RequestOptions): Promise<Answer>;
  /** Move a booking to another time. `POST /v2/bookings/{bookingUid}/reschedule`, version 2024-08-13 */
  reschedule(bookingUid: string, body: Body<"rescheduleBooking">, options?: RequestOptions): Promise<Data<"rescheduleBooking">>;
  /** Read what a form for moving a booking is filled with (form of 2024-04-15). `GET /v2/bookings/{bookingUid}/reschedule`, version 2024-08-13 */
  getForReschedule(bookingUid: string, options?: RequestOptions): Promise<Data<"getBookingForReschedule">>;
  /** Cancel a booking. `POST /v2/bookings/{bookingUid}/cancel`, version 2024-08-13; say Answer where a list is what comes, as of a series */
  cancel<Answer extends Data<"cancelBooking"> = One<Data<"cancelBooking">>>(bookingUid: string, body?: Body<"cancelBooking">, options?: RequestOptions): Promise<Answer>;
  /** Accept a pending booking. `POST /v2/bookings/{bookingUid}/confirm`, version 2024-08-13 */
  confirm(bookingUid: string, options?: RequestOptions): Promise<Data<"confirmBooking">>;
  /** Turn a pending booking down. `POST /v2/bookings/{bookingUid}/decline`, version 2024-08-13 */
  decline(bookingUid: string, body?: Body<"declineBooking">, options?: RequestOptions): Promise<Data<"declineBooking">>;
  /** Read the seated booking of a seat. `GET /v2/bookings/by-seat/{seatUid}`, version 2024-08-13 */
  getBySeat(seatUid: string, options?: RequestOptions): Promise<Data<"getBookingBySeat">>;
  /** Note who did not come. `POST /v2/bookings/{bookingUid}/mark-absent`, version 2024-08-13 */
  markAbsent(bookingUid: string, body?: Body<"markBookingAbsent">, options?: RequestOptions): Promise<Data<"markBookingAbsent">>;
  /** List everybody in a booking. `GET /v2/bookings/{bookingUid}/attendees`, version 2024-08-13 */
  listAttendees(bookingUid: string, options?: RequestOptions): Promise<Data<"listBookingAttendees">>;
  /** Add somebody to a booking. `POST /v2/bookings/{bookingUid}/attendees`, version 2024-08-13 */
  addAttendee(bookingUid: string, body: Body<"addBookingAttendee">, options?: RequestOptions): Promise<Data<"addBookingAttendee">>;
  /** Read one attendee. `GET /v2/bookings/{bookingUid}/attendees/{attendeeId}`, version 2024-08-13 */
  getAttendee(bookingUid: string, attendeeId: number, options?: RequestOptions): Promise<Data<"getBookingAttendee">>;
  /** Bring guests along. `POST /v2/bookings/{bookingUid}/guests`, version 2024-08-13 */
  addGuests(bookingUid: string, body: Body<"addBookingGuests">, options?: RequestOptions): Promise<Data<"addBookingGuests">>;
  /** Move a booking to another place. `PATCH /v2/bookings/{bookingUid}/location`, version 2024-08-13 */
  updateLocation(bookingUid: string, body?: Body<"updateBookingLocation">, options?: RequestOptions): Promise<Data<"updateBookingLocation">>;
  /** Links that put the booking into a calendar by hand. `GET /v2/bookings/{bookingUid}/calendar-links`, version 2024-08-13 */
  listCalendarLinks(bookingUid: string, options?: RequestOptions): Promise<Data<"listCalendarLinks">>;
  /** What stands for the booking in calendars and video services. `GET /v2/bookings/{bookingUid}/references`, version 2024-08-13 */
  listReferences(bookingUid: string, query?: Query<"listBookingReferences">, options?: RequestOptions): Promise<Data<"listBookingReferences">>;
  /** List the recordings of the video room. `GET /v2/bookings/{bookingUid}/recordings`, version 2024-08-13 */
  listRecordings(bookingUid: string, options?: RequestOptions): Promise<Data<"listBookingRecordings">>;
  /** List the transcripts of the video room. `GET /v2/bookings/{bookingUid}/transcripts`, version 2024-08-13 */
  listTranscripts(bookingUid: string, options?: RequestOptions): Promise<Data<"listBookingTranscripts">>;
  /** List the meetings that took place in the video room. `GET /v2/bookings/{bookingUid}/conferencing-sessions`, version 2024-08-13 */
  listConferencingSessions(bookingUid: string, options?: RequestOptions): Promise<Data<"listConferencingSessions">>;
  /** How a routing form led to the booking. `GET /v2/bookings/{bookingUid}/routing-trace`, version 2024-08-13 */
  getRoutingTrace(bookingUid: string, options?: RequestOptions): Promise<Data<"getRoutingTrace">>;
  /** What went wrong when a CRM was told of the booking. `GET /v2/bookings/{bookingUid}/crm-sync-errors`, version 2024-08-13 */
  listCrmSyncErrors(bookingUid: string, options?: RequestOptions): Promise<Data<"listCrmSyncErrors">>;
  /** Give a booking to another host. `POST /v2/bookings/{bookingUid}/reassign`, version 2024-08-13 */
  reassign(bookingUid: string, options?: RequestOptions): Promise<Data<"reassignBooking">>;
  /** Give a booking to a certain host. `POST /v2/bookings/{bookingUid}/reassign/{userId}`, version 2024-08-13 */
  reassignToUser(bookingUid: string, userId: number, body?: Body<"reassignBookingToUser">, options?: RequestOptions): Promise<Data<"reassignBookingToUser">>;
  /** Book the occurrences of a series, all or none (form of 2024-04-15). `POST /v2/bookings/recurring` */
  createRecurring(body?: Body<"createRecurringBooking">, options?: RequestOptions): Promise<Data<"createRecurringBooking">>;
  /** Ring all hosts of a team at once (form of 2024-04-15). `POST /v2/bookings/instant` */
  createInstant(body: Body<"createInstantBooking">, options?: RequestOptions): Promise<Data<"createInstantBooking">>;
  /** Note who did not come (form of 2024-04-15). `POST /v2/bookings/{bookingUid}/mark-no-show` */
  markNoShow(bookingUid: string, body?: Body<"markBookingNoShow">, options?: RequestOptions): Promise<Data<"markBookingNoShow">>;
}

const bookingsRows = {
  create: ["POST","/v2/bookings","body","2024-08-13"],
  list: ["GET","/v2/bookings","pages","2024-08-13"],
  get: ["GET","/v2/bookings/{bookingUid}","nothing","2024-08-13"],
  reschedule: ["POST","/v2/bookings/{bookingUid}/reschedule","body","2024-08-13"],
  getForReschedule: ["GET","/v2/bookings/{bookingUid}/reschedule","nothing","2024-08-13"],
  cancel: ["POST","/v2/bookings/{bookingUid}/cancel","body","2024-08-13"],
  confirm: ["POST","/v2/bookings/{bookingUid}/confirm","nothing","2024-08-13"],
  decline: ["POST","/v2/bookings/{bookingUid}/decline","body","2024-08-13"],
  getBySeat: ["GET","/v2/bookings/by-seat/{seatUid}","nothing","2024-08-13"],
  markAbsent: ["POST","/v2/bookings/{bookingUid}/mark-absent","body","2024-08-13"],
  listAttendees: ["GET","/v2/bookings/{bookingUid}/attendees","nothing","2024-08-13"],
  addAttendee: ["POST","/v2/bookings/{bookingUid}/attendees","body","2024-08-13"],
  getAttendee: ["GET","/v2/bookings/{bookingUid}/attendees/{attendeeId}","nothing","2024-08-13"],
  addGuests: ["POST","/v2/bookings/{bookingUid}/guests","body","2024-08-13"],
  updateLocation: ["PATCH","/v2/bookings/{bookingUid}/location","body","2024-08-13"],
  listCalendarLinks: ["GET","/v2/bookings/{bookingUid}/calendar-links","nothing","2024-08-13"],
  listReferences: ["GET","/v2/bookings/{bookingUid}/references","query","2024-08-13"],
  listRecordings: ["GET","/v2/bookings/{bookingUid}/recordings","nothing","2024-08-13"],
  listTranscripts: ["GET","/v2/bookings/{bookingUid}/transcripts","nothing","2024-08-13"],
  listConferencingSessions: ["GET","/v2/bookings/{bookingUid}/conferencing-sessions","nothing","2024-08-13"],
  getRoutingTrace: ["GET","/v2/bookings/{bookingUid}/routing-trace","nothing","2024-08-13"],
  listCrmSyncErrors: ["GET","/v2/bookings/{bookingUid}/crm-sync-errors","nothing","2024-08-13"],
  reassign: ["POST","/v2/bookings/{bookingUid}/reassign","nothing","2024-08-13"],
  reassignToUser: ["POST","/v2/bookings/{bookingUid}/reassign/{userId}","body","2024-08-13"],
  createRecurring: ["POST","/v2/bookings/recurring","body"],
  createInstant: ["POST","/v2/bookings/instant","body"],
  markNoShow: ["POST","/v2/bookings/{bookingUid}/mark-no-show","body"],
} as const satisfies Record<keyof Bookings, Row>;

/** The methods of `bookings` alone, for programs that must be small. */
export const bookings = (connection: Connection): Bookings => bind<Bookings>(connection, bookingsRows);

export interface Webhooks {
  /** Subscribe a URL to what happens in the caller's account. `POST /v2/webhooks` */
  create(body: Body<"createWebhook">, options?: RequestOptions): Promise<Data<"createWebhook">>;
  /** List the webhooks of the caller's account, oldest first. `GET /v2/webhooks` */
  list(query?: Query<"listWebhooks">, options?: RequestOptions): Listing<Item<"listWebhooks">>;
  /** Read a webhook of the caller's account. `GET /v2/webhooks/{webhookId}` */
  get(webhookId: string, options?: RequestOptions): Promise<Data<"getWebhook">>;
  /** Change a webhook of the caller's account. `PATCH /v2/webhooks/{webhookId}` */
  update(webhookId: string, body?: Body<"updateWebhook">, options?: RequestOptions): Promise<Data<"updateWebhook">>;
  /** End a webhook of the caller's account and tell what it was. `DELETE /v2/webhooks/{webhookId}` */
  delete(webhookId: string, options?: RequestOptions): Promise<Data<"deleteWebhook">>;
  /** List what was sent to a webhook of the caller's account, the newest first. `GET /v2/webhooks/{webhookId}/deliveries` */
  listDeliveries(webhookId: string, query?: Query<"listWebhookDeliveries">, options?: RequestOptions): Promise<Data<"listWebhookDeliveries">>;
  /** Read a delivery to a webhook of the caller's account with its attempts. `GET /v2/webhooks/{webhookId}/deliveries/{deliveryId}` */
  getDelivery(webhookId: string, deliveryId: string, options?: RequestOptions): Promise<Data<"getWebhookDelivery">>;
  /** Send a delivery to a webhook of the caller's account once more. `POST /v2/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver` */
  redeliver(webhookId: string, deliveryId: string, body?: Body<"redeliverWebhook">, options?: RequestOptions): Promise<Data<"redeliverWebhook">>;
  /** Tell a webhook of the caller's account again what happened in a range of time. `POST /v2/webhooks/{webhookId}/replay` */
  replay(webhookId: string, body: Body<"replayWebhook">, options?: RequestOptions): Promise<Data<"replayWebhook">>;
}

const webhooksRows = {
  create: ["POST","/v2/webhooks","body"],
  list: ["GET","/v2/webhooks","pages"],
  get: ["GET","/v2/webhooks/{webhookId}","nothing"],
  update: ["PATCH","/v2/webhooks/{webhookId}","body"],
  delete: ["DELETE","/v2/webhooks/{webhookId}","nothing"],
  listDeliveries: ["GET","/v2/webhooks/{webhookId}/deliveries","query"],
  getDelivery: ["GET","/v2/webhooks/{webhookId}/deliveries/{deliveryId}","nothing"],
  redeliver: ["POST","/v2/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver","body"],
  replay: ["POST","/v2/webhooks/{webhookId}/replay","body"],
} as const satisfies Record<keyof Webhooks, Row>;

/** The methods of `webhooks` alone, for programs that must be small. */
export const webhooks = (connection: Connection): Webhooks => bind<Webhooks>(connection, webhooksRows);

export interface Events {
  /** List what happened to the caller's account, the oldest first. `GET /v2/events` */
  list(query?: Query<"listEvents">, options?: RequestOptions): Promise<Data<"listEvents">>;
}

const eventsRows = {
  list: ["GET","/v2/events","query"],
} as const satisfies Record<keyof Events, Row>;

/** The methods of `events` alone, for programs that must be small. */
export const events = (connection: Connection): Events => bind<Events>(connection, eventsRows);

export interface Admin {
  /** Make an account; its API key is shown once. `POST /v2/admin/users` */
  createUser(body: Body<"createUser">, options?: RequestOptions): Promise<Data<"createUser">>;
  /** List the mails of the last 30 days with what became of them, the newest first. `GET /v2/admin/outbox` */
  listOutbox(query?: Query<"listOutbox">, options?: RequestOptions): Promise<Data<"listOutbox">>;
}

const adminRows = {
  createUser: ["POST","/v2/admin/users","body"],
  listOutbox: ["GET","/v2/admin/outbox","query"],
} as const satisfies Record<keyof Admin, Row>;

/** The methods of `admin` alone, for programs that must be small. */
export const admin = (connection: Connection): Admin => bind<Admin>(connection, adminRows);

export interface Timezones {
  /** List the time zones that a person may choose from. `GET /v2/timezones` */
  list(options?: RequestOptions): Promise<Data<"listTimezones">>;
}

const timezonesRows = {
  list: ["GET","/v2/timezones","nothing"],
} as const satisfies Record<keyof Timezones, Row>;

/** The methods of `timezones` alone, for programs that must be small. */
export const timezones = (connection: Connection): Timezones => bind<Timezones>(connection, timezonesRows);

export interface Versions {
  /** What each domain serves for each cal-api-version; all others are the same in every version. `GET /v2/versions` */
  list(options?: RequestOptions): Promise<Data<"listVersions">>;
}

const versionsRows = {
  list: ["GET","/v2/versions","nothing"],
} as const satisfies Record<keyof Versions, Row>;

/** The methods of `versions` alone, for programs that must be small. */
export const versions = (connection: Connection): Versions => bind<Versions>(connection, versionsRows);

/** Every domain of the API. */
export class Domains {
  readonly apiKeys: ApiKeys;
  readonly schedules: Schedules;
  readonly me: Me;
  readonly verifiedResources: VerifiedResources;
  readonly eventTypes: EventTypes;
  readonly slots: Slots;
  readonly bookings: Bookings;
  readonly webhooks: Webhooks;
  readonly events: Events;
  readonly admin: Admin;
  readonly timezones: Timezones;
  readonly versions: Versions;

  constructor(connection: Connection) {
    this.apiKeys = apiKeys(connection);
    this.schedules = schedules(connection);
    this.me = me(connection);
    this.verifiedResources = verifiedResources(connection);
    this.eventTypes = eventTypes(connection);
    this.slots = slots(connection);
    this.bookings = bookings(connection);
    this.webhooks = webhooks(connection);
    this.events = events(connection);
    this.admin = admin(connection);
    this.timezones = timezones(connection);
    this.versions = versions(connection);
  }
}
