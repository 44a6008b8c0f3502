// Printed from docs/openapi.json by clients/sdk/scripts/generate.mjs; not edited by hand.
export interface paths {
    "/v2/admin/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the mails of the last 30 days with what became of them, the newest first */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account; its API key is shown once */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/api-keys/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the API key of this request by a new one */
        post: operations["refreshApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the bookings that the caller organizes or attends */
        get: operations["listBookings"];
        put?: never;
        /** Book a slot */
        post: operations["createBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a booking */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/attendees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List everybody in a booking */
        get: operations["listBookingAttendees"];
        put?: never;
        /** Add somebody to a booking */
        post: operations["addBookingAttendee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/attendees/{attendeeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one attendee */
        get: operations["getBookingAttendee"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/calendar-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links that put the booking into a calendar by hand */
        get: operations["listCalendarLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a booking */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/conferencing-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the meetings that took place in the video room */
        get: operations["listConferencingSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a pending booking */
        post: operations["confirmBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/crm-sync-errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What went wrong when a CRM was told of the booking */
        get: operations["listCrmSyncErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn a pending booking down */
        post: operations["declineBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring guests along */
        post: operations["addBookingGuests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Move a booking to another place */
        patch: operations["updateBookingLocation"];
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/mark-absent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note who did not come */
        post: operations["markBookingAbsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/mark-no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note who did not come (form of 2024-04-15) */
        post: operations["markBookingNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a booking to another host */
        post: operations["reassignBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/reassign/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a booking to a certain host */
        post: operations["reassignBookingToUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the recordings of the video room */
        get: operations["listBookingRecordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands for the booking in calendars and video services */
        get: operations["listBookingReferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a form for moving a booking is filled with (form of 2024-04-15) */
        get: operations["getBookingForReschedule"];
        put?: never;
        /** Move a booking to another time */
        post: operations["rescheduleBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/routing-trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a routing form led to the booking */
        get: operations["getRoutingTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/{bookingUid}/transcripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the transcripts of the video room */
        get: operations["listBookingTranscripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/by-seat/{seatUid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the seated booking of a seat */
        get: operations["getBookingBySeat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/instant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ring all hosts of a team at once (form of 2024-04-15) */
        post: operations["createInstantBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/bookings/recurring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book the occurrences of a series, all or none (form of 2024-04-15) */
        post: operations["createRecurringBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List event types of a user name, or the caller's own */
        get: operations["listEventTypes"];
        put?: never;
        /** Make an event type */
        post: operations["createEventType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an event type */
        get: operations["getEventType"];
        put?: never;
        post?: never;
        /** Delete an event type; its bookings stay */
        delete: operations["deleteEventType"];
        options?: never;
        head?: never;
        /** Change the given fields of an event type */
        patch: operations["updateEventType"];
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/email-verification-code/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a booker the code that an event type asks for */
        post: operations["requestBookerEmailVerificationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was changed on an event type: no record of it is kept */
        get: operations["listEventTypeHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/private-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the links to an event type, oldest first */
        get: operations["listPrivateLinks"];
        put?: never;
        /** Make a link to an event type, for some bookings or until a time */
        post: operations["createPrivateLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/private-links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Make a link to an event type lead nowhere */
        delete: operations["deletePrivateLink"];
        options?: never;
        head?: never;
        /** Give a link to an event type another end */
        patch: operations["updatePrivateLink"];
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/scheduling-config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who hosts the bookings of an event type, and by which schedule */
        get: operations["getSchedulingConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the webhooks of an event type, oldest first */
        get: operations["listEventTypeWebhooks"];
        put?: never;
        /** Subscribe a URL to what happens in an event type */
        post: operations["createEventTypeWebhook"];
        /** End all webhooks of an event type and tell how many there were */
        delete: operations["deleteEventTypeWebhooks"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook of an event type */
        get: operations["getEventTypeWebhook"];
        put?: never;
        post?: never;
        /** End a webhook of an event type and tell what it was */
        delete: operations["deleteEventTypeWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook of an event type */
        patch: operations["updateEventTypeWebhook"];
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was sent to a webhook of an event type, the newest first */
        get: operations["listEventTypeWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a delivery to a webhook of an event type with its attempts */
        get: operations["getEventTypeWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery to a webhook of an event type once more */
        post: operations["redeliverEventTypeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{eventTypeId}/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell a webhook of an event type again what happened in a range of time */
        post: operations["replayEventTypeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{username}/{eventSlug}/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the booking page of an event type shows, in the form of 2024-04-15 */
        get: operations["getPublicEventType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/event-types/{username}/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person offers to everybody, in the form of 2024-04-15 */
        get: operations["listPublicEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what happened to the caller's account, the oldest first */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the caller's account */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the caller's account */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/v2/me/ooo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's absences */
        get: operations["getMyOutOfOffice"];
        put?: never;
        /** Take the caller out of office for whole days */
        post: operations["createMyOutOfOffice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/me/ooo/{oooId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an absence */
        delete: operations["deleteMyOutOfOffice"];
        options?: never;
        head?: never;
        /** Change an absence */
        patch: operations["updateMyOutOfOffice"];
        trace?: never;
    };
    "/v2/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's schedules */
        get: operations["listSchedules"];
        put?: never;
        /** Add a schedule */
        post: operations["createSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/schedules/{scheduleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a schedule */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        /** Remove a schedule */
        delete: operations["deleteSchedule"];
        options?: never;
        head?: never;
        /** Change a schedule */
        patch: operations["updateSchedule"];
        trace?: never;
    };
    "/v2/schedules/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the caller's default schedule */
        get: operations["getDefaultSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find the times that can be booked */
        get: operations["getSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/slots/available": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find the times that can be booked, in the form of 2024-04-15 */
        get: operations["getAvailableSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/slots/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find the times of up to 50 queries at once */
        post: operations["getManySlots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/slots/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a time for a few minutes */
        post: operations["reserveSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/slots/reservations/{uid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a hold */
        get: operations["getReservedSlot"];
        put?: never;
        post?: never;
        /** Give back a hold */
        delete: operations["deleteReservedSlot"];
        options?: never;
        head?: never;
        /** Move or renew a hold */
        patch: operations["updateReservedSlot"];
        trace?: never;
    };
    "/v2/slots/reserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a time, in the form of 2024-04-15 */
        post: operations["selectSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/slots/selected-slot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give back what a uid holds, in the form of 2024-04-15 */
        delete: operations["deleteSelectedSlot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/timezones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the time zones that a person may choose from */
        get: operations["listTimezones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verified-resources/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's verified addresses, oldest first */
        get: operations["listVerifiedEmails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verified-resources/emails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a verified address */
        get: operations["getVerifiedEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verified-resources/emails/verification-code/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code to an address of the caller's */
        post: operations["requestEmailVerificationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verified-resources/emails/verification-code/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify an address with the code that was sent to it */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verified-resources/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's verified numbers, oldest first */
        get: operations["listVerifiedPhones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verified-resources/phones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a verified number */
        get: operations["getVerifiedPhone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verified-resources/phones/verification-code/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code to a number of the caller's */
        post: operations["requestPhoneVerificationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verified-resources/phones/verification-code/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify a number with the code that was sent to it */
        post: operations["verifyPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each domain serves for each cal-api-version; all others are the same in every version */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the webhooks of the caller's account, oldest first */
        get: operations["listWebhooks"];
        put?: never;
        /** Subscribe a URL to what happens in the caller's account */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook of the caller's account */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** End a webhook of the caller's account and tell what it was */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook of the caller's account */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v2/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was sent to a webhook of the caller's account, the newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/{webhookId}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a delivery to a webhook of the caller's account with its attempts */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery to a webhook of the caller's account once more */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell a webhook of the caller's account again what happened in a range of time */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountEvent: {
            /** Format: date-time */
            createdAt: string;
            id: string;
            payload: {
                [key: string]: unknown;
            };
            subject: string;
            triggerEvent: string | null;
            type: string;
        };
        AddAttendeeInput_2024_08_13: {
            /** Format: email */
            email: string;
            /**
             * @default en
             * @enum {string}
             */
            language?: "ar" | "ca" | "de" | "es" | "eu" | "he" | "id" | "ja" | "lv" | "pl" | "ro" | "sr" | "th" | "vi" | "az" | "cs" | "el" | "es-419" | "fi" | "hr" | "it" | "km" | "nl" | "pt" | "ru" | "sv" | "tr" | "zh-CN" | "bg" | "da" | "en" | "et" | "fr" | "hu" | "iw" | "ko" | "no" | "pt-BR" | "sk" | "ta" | "uk" | "zh-TW" | "bn";
            name: string;
            phoneNumber?: string;
            /** @example America/New_York */
            timeZone: string;
        };
        AddGuestsInput_2024_08_13: {
            guests: components["schemas"]["Guest"][];
        };
        AddressFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            placeholder?: string;
            required: boolean;
            slug: string;
            /** @constant */
            type: "address";
        };
        ApiKeyOutput: {
            apiKey: string;
        };
        BaseBookingLimitsCount_2024_06_14: {
            day?: number;
            disabled?: boolean;
            month?: number;
            week?: number;
            year?: number;
        };
        BaseBookingLimitsDuration_2024_06_14: {
            day?: number;
            disabled?: boolean;
            month?: number;
            week?: number;
            year?: number;
        };
        BaseConfirmationPolicy_2024_06_14: {
            blockUnconfirmedBookingsInBooker: boolean;
            noticeThreshold?: components["schemas"]["NoticeThreshold_2024_06_14"];
            /** @enum {string} */
            type: "always" | "time";
        };
        BookerActiveBookingsLimit_2024_06_14: {
            maximumActiveBookings?: number;
            offerReschedule?: boolean;
        };
        BookerLayouts_2024_06_14: {
            /** @enum {string} */
            defaultLayout: "month" | "week" | "column";
            enabledLayouts: ("month" | "week" | "column")[];
        };
        BookingAttendee: {
            /** Format: email */
            email?: string;
            /**
             * @default en
             * @enum {string}
             */
            language?: "ar" | "ca" | "de" | "es" | "eu" | "he" | "id" | "ja" | "lv" | "pl" | "ro" | "sr" | "th" | "vi" | "az" | "cs" | "el" | "es-419" | "fi" | "hr" | "it" | "km" | "nl" | "pt" | "ru" | "sv" | "tr" | "zh-CN" | "bg" | "da" | "en" | "et" | "fr" | "hu" | "iw" | "ko" | "no" | "pt-BR" | "sk" | "ta" | "uk" | "zh-TW" | "bn";
            name: string;
            phoneNumber?: string;
            /** @example America/New_York */
            timeZone: string;
        };
        BookingAttendeeOutput_2024_08_13: {
            absent: boolean;
            bookingId: number;
            displayEmail: string;
            email: string;
            id: number;
            language: string;
            name: string;
            phoneNumber?: string;
            timeZone: string;
        };
        BookingAttendeeWithId_2024_08_13: {
            absent: boolean;
            displayEmail: string;
            email: string;
            id: number;
            language: string;
            name: string;
            phoneNumber?: string;
            timeZone: string;
        };
        BookingFieldOutput_2024_06_14: {
            bookingField?: string;
            disableOnPrefill?: boolean;
            hidden?: boolean;
            isDefault: boolean;
            label?: string;
            options?: string[];
            placeholder?: string;
            required?: boolean;
            slug: string;
            type: string;
        };
        BookingForReschedule_2024_04_15: {
            attendees: {
                bookingSeat: {
                    data: {
                        [key: string]: unknown;
                    };
                    referenceUid: string;
                } | null;
                email: string;
                name: string;
            }[];
            customInputs: {
                [key: string]: unknown;
            };
            description: string | null;
            /** Format: date-time */
            endTime: string;
            eventType: {
                disableRescheduling: boolean;
                minimumRescheduleNotice: number | null;
            } | null;
            eventTypeId: number | null;
            id: number;
            location: string | null;
            responses: {
                [key: string]: unknown;
            };
            smsReminderNumber: string | null;
            /** Format: date-time */
            startTime: string;
            status: string;
            uid: string;
            user: {
                id: number;
            } | null;
            userId: number | null;
        };
        BookingLimitsOutput_2024_06_14: {
            day?: number;
            month?: number;
            week?: number;
            year?: number;
        };
        BookingLocation: {
            /** @constant */
            type: "address";
        } | {
            /** @constant */
            type: "link";
        } | {
            /** @constant */
            type: "phone";
        } | {
            /** @constant */
            type: "organizersDefaultApp";
        } | {
            integration: string;
            /** @constant */
            type: "integration";
        } | {
            address: string;
            /** @constant */
            type: "attendeeAddress";
        } | {
            phone: string;
            /** @constant */
            type: "attendeePhone";
        } | {
            location: string;
            /** @constant */
            type: "attendeeDefined";
        };
        BookingOutput_2024_08_13: {
            absentHost: boolean;
            attendees: {
                absent: boolean;
                bookingFieldsResponses?: {
                    [key: string]: unknown;
                };
                displayEmail: string;
                email: string;
                language: string;
                metadata?: {
                    [key: string]: unknown;
                };
                name: string;
                phoneNumber?: string;
                seatUid?: string;
                timeZone: string;
            }[];
            bookingFieldsResponses?: {
                [key: string]: unknown;
            };
            cancellationReason?: string;
            cancelledByEmail?: string;
            /** Format: date-time */
            createdAt: string;
            description: string;
            duration: number;
            /** Format: date-time */
            end: string;
            eventType: {
                id: number;
                slug: string;
            } | null;
            eventTypeId: number | null;
            guests?: string[];
            hosts: {
                displayEmail: string;
                email: string;
                id: number | "unknown";
                name: string;
                timeZone: string;
                username: string;
            }[];
            icsUid?: string;
            id: number;
            location?: string;
            meetingUrl?: string;
            metadata?: {
                [key: string]: unknown;
            };
            rating?: number | null;
            recurringBookingUid?: string;
            rescheduledByEmail?: string | null;
            rescheduledFromUid?: string;
            rescheduledToUid?: string;
            reschedulingReason?: string;
            seatUid?: string;
            /** Format: date-time */
            start: string;
            /** @enum {string} */
            status: "cancelled" | "accepted" | "rejected" | "pending";
            title: string;
            uid: string;
            updatedAt: string | null;
        };
        BookingReference: {
            destinationCalendarId: string | null;
            eventUid: string;
            id: number;
            type: string;
        };
        BooleanFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            required: boolean;
            slug: string;
            /** @constant */
            type: "boolean";
        };
        BulkSlotsInput: {
            limitPerQuery?: number | null;
            queries: {
                [key: string]: unknown;
            }[];
        };
        BulkSlotsOutput: {
            data?: components["schemas"]["SlotsOutput_2024_09_04"];
            error?: {
                code: string;
                message: string;
            };
            /** @enum {string} */
            status: "success" | "error";
        }[];
        BusinessDaysWindow_2024_06_14: {
            /** @default false */
            rolling?: boolean;
            /** @constant */
            type: "businessDays";
            value: number;
        };
        CalendarDaysWindow_2024_06_14: {
            /** @default false */
            rolling?: boolean;
            /** @constant */
            type: "calendarDays";
            value: number;
        };
        CalendarLink: {
            id: string;
            label: string;
            link: string;
        };
        CalMeetingParticipant: {
            duration: number;
            joinTime: number;
            userId: string | null;
            userName: string | null;
        };
        CalMeetingSession: {
            duration: number;
            id: string;
            maxParticipants: number;
            ongoing: boolean;
            participants: components["schemas"]["CalMeetingParticipant"][];
            room: string;
            startTime: number;
        };
        CalVideoSettings: {
            disableRecordingForGuests?: boolean;
            disableRecordingForOrganizer?: boolean;
            disableTranscriptionForGuests?: boolean;
            disableTranscriptionForOrganizer?: boolean;
            enableAutomaticRecordingForOrganizer?: boolean;
            enableAutomaticTranscription?: boolean;
            redirectUrlOnExit?: string;
            /** @default true */
            sendTranscriptionEmails: boolean;
        };
        CancelBookingInput_2024_08_13: {
            cancellationReason?: string;
            cancelSubsequentBookings?: boolean;
            seatUid?: string;
        };
        CheckboxGroupFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            options: string[];
            required: boolean;
            slug: string;
            /** @constant */
            type: "checkbox";
        };
        CreateAvailabilityInput_2024_04_15: {
            days: number[];
            /** Format: date-time */
            endTime: string;
            /** Format: date-time */
            startTime: string;
        };
        CreateBookingInput_2024_04_15: {
            _isDryRun?: boolean | null;
            emailVerificationCode?: string | null;
            /** Format: date-time */
            end?: string;
            eventTypeId: number;
            hashedLink?: string | null;
            /** @enum {string} */
            language: "ar" | "ca" | "de" | "es" | "eu" | "he" | "id" | "ja" | "lv" | "pl" | "ro" | "sr" | "th" | "vi" | "az" | "cs" | "el" | "es-419" | "fi" | "hr" | "it" | "km" | "nl" | "pt" | "ru" | "sv" | "tr" | "zh-CN" | "bg" | "da" | "en" | "et" | "fr" | "hu" | "iw" | "ko" | "no" | "pt-BR" | "sk" | "ta" | "uk" | "zh-TW" | "bn";
            locationUrl?: string | null;
            metadata: {
                [key: string]: unknown;
            };
            noEmail?: boolean | null;
            rescheduledBy?: string | null;
            rescheduleUid?: string | null;
            responses: {
                /** Format: email */
                email: string;
                guests?: string[] | null;
                location?: {
                    optionValue: string;
                    value: string;
                } | null;
                name: string | {
                    firstName: string;
                    lastName?: string;
                };
            } & {
                [key: string]: unknown;
            };
            routedTeamMemberIds?: unknown;
            seatReferenceUid?: string | null;
            /** Format: date-time */
            start: string;
            teamMemberEmail?: unknown;
            /** @example America/New_York */
            timeZone: string;
        };
        CreateBookingInput_2024_08_13: components["schemas"]["CreateBookingInput_2026_02_25"];
        CreateBookingInput_2026_02_25: {
            allowBookingOutOfBounds?: boolean;
            allowConflicts?: boolean;
            attendee: components["schemas"]["BookingAttendee"];
            bookingFieldsResponses?: {
                [key: string]: unknown;
            };
            emailVerificationCode?: string;
            eventTypeId?: number;
            eventTypeSlug?: string;
            guests?: string[];
            instant?: boolean;
            lengthInMinutes?: number;
            location?: components["schemas"]["BookingLocation"] | string;
            /** Format: uri */
            meetingUrl?: string;
            metadata?: {
                [key: string]: unknown;
            };
            organizationSlug?: string;
            privateLinkId?: string;
            recurrenceCount?: number;
            /** Format: uuid */
            reservationUid?: string;
            routing?: components["schemas"]["Routing"];
            rrHostSubsetIds?: number[];
            skipBookingLimits?: boolean;
            /** Format: date-time */
            start: string;
            teamSlug?: string;
            username?: string;
        };
        CreateBookingOutput_2024_04_15: {
            id: number;
            recurringEventId: string | null;
            status: string;
            title: string;
            uid: string;
        } & {
            [key: string]: unknown;
        };
        CreatedUserOutput: {
            apiKey: string;
            email: string;
            id: number;
            name: string | null;
            timeZone: string;
            username: string;
        };
        CreateEventTypeInput_2024_06_14: {
            afterEventBuffer?: number;
            allowReschedulingCancelledBookings?: boolean;
            allowReschedulingPastBookings?: boolean;
            beforeEventBuffer?: number;
            bookerActiveBookingsLimit?: components["schemas"]["BookerActiveBookingsLimit_2024_06_14"] | components["schemas"]["Disabled_2024_06_14"];
            bookerLayouts?: components["schemas"]["BookerLayouts_2024_06_14"];
            bookingFields?: (components["schemas"]["NameDefaultFieldInput_2024_06_14"] | {
                /** @default false */
                disableOnPrefill?: boolean;
                /** @default  */
                firstNameLabel?: string;
                /** @default  */
                firstNamePlaceholder?: string;
                /** @default  */
                lastNameLabel?: string;
                /** @default  */
                lastNamePlaceholder?: string;
                /** @default false */
                lastNameRequired?: boolean;
                /** @constant */
                type: "splitName";
            } | components["schemas"]["EmailDefaultFieldInput_2024_06_14"] | {
                disableOnPrefill?: boolean;
                /** @default false */
                hidden?: boolean;
                label?: string;
                placeholder?: string;
                /** @default false */
                required?: boolean;
                /** @constant */
                slug: "attendeePhoneNumber";
                /** @constant */
                type: "phone";
            } | components["schemas"]["LocationDefaultFieldInput_2024_06_14"] | components["schemas"]["TitleDefaultFieldInput_2024_06_14"] | components["schemas"]["NotesDefaultFieldInput_2024_06_14"] | components["schemas"]["GuestsDefaultFieldInput_2024_06_14"] | components["schemas"]["RescheduleReasonDefaultFieldInput_2024_06_14"] | components["schemas"]["PhoneFieldInput_2024_06_14"] | components["schemas"]["AddressFieldInput_2024_06_14"] | components["schemas"]["TextFieldInput_2024_06_14"] | components["schemas"]["NumberFieldInput_2024_06_14"] | components["schemas"]["TextAreaFieldInput_2024_06_14"] | components["schemas"]["SelectFieldInput_2024_06_14"] | components["schemas"]["MultiSelectFieldInput_2024_06_14"] | components["schemas"]["MultiEmailFieldInput_2024_06_14"] | components["schemas"]["CheckboxGroupFieldInput_2024_06_14"] | components["schemas"]["RadioGroupFieldInput_2024_06_14"] | components["schemas"]["BooleanFieldInput_2024_06_14"] | components["schemas"]["UrlFieldInput_2024_06_14"] | {
                bookingField: string;
                /** @constant */
                slug: "unknown";
                /** @constant */
                type: "unknown";
            })[];
            bookingLimitsCount?: components["schemas"]["BaseBookingLimitsCount_2024_06_14"];
            bookingLimitsDuration?: components["schemas"]["BaseBookingLimitsDuration_2024_06_14"];
            bookingRequiresAuthentication?: boolean;
            bookingWindow?: (components["schemas"]["BusinessDaysWindow_2024_06_14"] | components["schemas"]["CalendarDaysWindow_2024_06_14"] | components["schemas"]["RangeWindow_2024_06_14"]) | components["schemas"]["Disabled_2024_06_14"];
            calVideoSettings?: components["schemas"]["CalVideoSettings"];
            color?: components["schemas"]["EventTypeColor_2024_06_14"];
            confirmationPolicy?: components["schemas"]["BaseConfirmationPolicy_2024_06_14"] | components["schemas"]["Disabled_2024_06_14"];
            customName?: string;
            description?: string;
            destinationCalendar?: components["schemas"]["DestinationCalendar_2024_06_14"];
            disableCancelling?: components["schemas"]["DisableCancelling_2024_06_14"];
            disableGuests?: boolean;
            disableRescheduling?: components["schemas"]["DisableRescheduling_2024_06_14"];
            hidden?: boolean;
            hideCalendarEventDetails?: boolean;
            hideCalendarNotes?: boolean;
            hideOrganizerEmail?: boolean;
            /** @enum {string} */
            interfaceLanguage?: "" | "en" | "ar" | "az" | "bg" | "bn" | "ca" | "cs" | "da" | "de" | "el" | "es" | "es-419" | "eu" | "et" | "fi" | "fr" | "he" | "hu" | "it" | "ja" | "km" | "ko" | "nl" | "no" | "pl" | "pt-BR" | "pt" | "ro" | "ru" | "sk-SK" | "sr" | "sv" | "tr" | "uk" | "vi" | "zh-CN" | "zh-TW";
            lengthInMinutes: number;
            lengthInMinutesOptions?: number[];
            locations?: (components["schemas"]["InputAddressLocation_2024_06_14"] | components["schemas"]["InputLinkLocation_2024_06_14"] | components["schemas"]["InputIntegrationLocation_2024_06_14"] | components["schemas"]["InputPhoneLocation_2024_06_14"] | components["schemas"]["InputAttendeeAddressLocation_2024_06_14"] | components["schemas"]["InputAttendeePhoneLocation_2024_06_14"] | components["schemas"]["InputAttendeeDefinedLocation_2024_06_14"] | {
                location: string;
                /** @constant */
                type: "unknown";
            })[];
            lockTimeZoneToggleOnBookingPage?: boolean;
            minimumBookingNotice?: number;
            offsetStart?: number;
            onlyShowFirstAvailableSlot?: boolean;
            recurrence?: components["schemas"]["Recurrence_2024_06_14"] | components["schemas"]["Disabled_2024_06_14"];
            requiresBookerEmailVerification?: boolean;
            requiresConfirmation?: boolean;
            scheduleId?: number;
            seats?: components["schemas"]["Seats_2024_06_14"] | components["schemas"]["Disabled_2024_06_14"];
            showOptimizedSlots?: boolean;
            slotInterval?: number | null;
            slug: string;
            successRedirectUrl?: string;
            title: string;
            useDestinationCalendarEmail?: boolean;
        };
        CreateInstantBookingOutput_2024_04_15: {
            bookingId: number;
            bookingUid: string;
            /** Format: date-time */
            expires: string;
            meetingTokenId: number;
            message: string;
            userId: number | null;
        };
        CreateOutOfOfficeEntryDto: {
            /** Format: date-time */
            end: string;
            notes?: string | null;
            /** @enum {string} */
            reason?: "unspecified" | "vacation" | "travel" | "sick" | "public_holiday";
            /** Format: date-time */
            start: string;
            toUserId?: number | null;
        };
        CreatePrivateLinkInput: {
            expiresAt?: string | null;
            maxUsageCount?: number | null;
        };
        CreateScheduleInput_2024_06_11: {
            availabilities?: components["schemas"]["CreateAvailabilityInput_2024_04_15"][];
            availability?: components["schemas"]["ScheduleAvailabilityInput_2024_06_11"][];
            dateOverrides?: components["schemas"]["ScheduleOverrideInput_2024_06_11"][];
            isDefault?: boolean;
            name: string;
            overrides?: components["schemas"]["ScheduleOverrideInput_2024_06_11"][];
            /** @example America/New_York */
            timeZone: string;
        };
        CreateUserInput: {
            /** Format: uri */
            avatarUrl?: string;
            bio?: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            locale?: "ar" | "ca" | "de" | "es" | "eu" | "he" | "id" | "ja" | "lv" | "pl" | "ro" | "sr" | "th" | "vi" | "az" | "cs" | "el" | "es-419" | "fi" | "hr" | "it" | "km" | "nl" | "pt" | "ru" | "sv" | "tr" | "zh-CN" | "bg" | "da" | "en" | "et" | "fr" | "hu" | "iw" | "ko" | "no" | "pt-BR" | "sk" | "ta" | "uk" | "zh-TW" | "bn";
            metadata?: {
                [key: string]: unknown;
            };
            name: string;
            timeFormat?: 12 | 24;
            /** @example America/New_York */
            timeZone?: string;
            username?: string;
            /** @enum {string} */
            weekStart?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
        };
        CreateWebhookInputDto: {
            active?: boolean;
            payloadTemplate?: string | null;
            secret?: string | null;
            subscriberUrl: string;
            time?: number | null;
            timeUnit?: ("DAY" | "HOUR" | "MINUTE") | null;
            triggers: ("BOOKING_CREATED" | "BOOKING_PAYMENT_INITIATED" | "BOOKING_PAID" | "BOOKING_RESCHEDULED" | "BOOKING_REQUESTED" | "BOOKING_CANCELLED" | "BOOKING_REJECTED" | "BOOKING_NO_SHOW_UPDATED" | "FORM_SUBMITTED" | "MEETING_ENDED" | "MEETING_STARTED" | "RECORDING_READY" | "INSTANT_MEETING" | "RECORDING_TRANSCRIPTION_GENERATED" | "OOO_CREATED" | "AFTER_HOSTS_CAL_VIDEO_NO_SHOW" | "AFTER_GUESTS_CAL_VIDEO_NO_SHOW" | "FORM_SUBMITTED_NO_EVENT" | "ROUTING_FORM_FALLBACK_HIT" | "DELEGATION_CREDENTIAL_ERROR" | "WRONG_ASSIGNMENT_REPORT" | "BOOKING_LOCATION_UPDATED" | "BOOKING_REASSIGNED" | "INSTANT_MEETING_ACCEPTED" | "DELEGATION_CREDENTIAL_SECRET_ROTATION_FAILED" | "DELEGATION_CREDENTIAL_ROTATION_REQUIRED" | "DELEGATION_CREDENTIAL_SECRET_ROTATED" | "CALENDAR_ENTRY_REJECTED")[];
            /** @enum {string} */
            version?: "2021-10-20" | "2026-07-27";
        };
        CursorPagination: {
            hasMore: boolean;
            nextCursor: string | null;
        };
        DeclineBookingInput_2024_08_13: {
            reason?: string;
        };
        DeleteData_2024_06_14: {
            id: number;
            lengthInMinutes: number;
            slug: string;
            title: string;
        };
        DestinationCalendar_2024_06_14: {
            externalId: string;
            integration: string;
        };
        DisableCancelling_2024_06_14: {
            disabled?: boolean;
        };
        Disabled_2024_06_14: {
            disabled: boolean;
        };
        DisableRescheduling_2024_06_14: {
            disabled?: boolean;
            minutesBefore?: number;
        };
        EmailDefaultFieldInput_2024_06_14: {
            disableOnPrefill?: boolean;
            hidden?: boolean;
            label?: string;
            placeholder?: string;
            required?: boolean;
            /** @constant */
            type: "email";
        };
        EventTypeColor_2024_06_14: {
            darkThemeHex: string;
            lightThemeHex: string;
        };
        EventTypeLocation_2024_04_15: {
            type: string;
        } & {
            [key: string]: unknown;
        };
        EventTypeOutput_2024_06_14: {
            afterEventBuffer: number;
            allowReschedulingCancelledBookings: boolean;
            allowReschedulingPastBookings: boolean;
            beforeEventBuffer: number;
            bookerActiveBookingsLimit: {
                maximumActiveBookings?: number;
                offerReschedule?: boolean;
            } | {
                /** @constant */
                disabled: true;
            };
            bookerLayouts?: components["schemas"]["BookerLayouts_2024_06_14"];
            bookingFields: components["schemas"]["BookingFieldOutput_2024_06_14"][];
            bookingLimitsCount?: components["schemas"]["BookingLimitsOutput_2024_06_14"];
            bookingLimitsDuration?: components["schemas"]["BookingLimitsOutput_2024_06_14"];
            bookingRequiresAuthentication: boolean;
            /** Format: uri */
            bookingUrl: string;
            bookingWindow: {
                rolling: boolean;
                /** @enum {string} */
                type: "businessDays" | "calendarDays";
                value: number;
            } | {
                /** @constant */
                type: "range";
                value: string[];
            } | {
                /** @constant */
                disabled: true;
            };
            calVideoSettings?: components["schemas"]["CalVideoSettings"];
            color?: components["schemas"]["EventTypeColor_2024_06_14"];
            confirmationPolicy: {
                blockUnconfirmedBookingsInBooker: boolean;
                noticeThreshold?: {
                    count: number;
                    /** @enum {string} */
                    unit: "minutes" | "hours";
                };
                /** @enum {string} */
                type: "always" | "time";
            } | {
                /** @constant */
                disabled: true;
            };
            currency: string;
            customName?: string;
            description: string;
            disableCancelling?: components["schemas"]["DisableCancelling_2024_06_14"];
            disableGuests: boolean;
            disableRescheduling?: {
                disabled?: boolean;
                minutesBefore?: number;
            };
            forwardParamsSuccessRedirect: boolean;
            hidden: boolean;
            hideCalendarEventDetails: boolean;
            hideCalendarNotes: boolean;
            hideOrganizerEmail: boolean;
            id: number;
            interfaceLanguage: string | null;
            isInstantEvent: boolean;
            lengthInMinutes: number;
            lengthInMinutesOptions?: number[];
            locations: (components["schemas"]["OutputAddressLocation_2024_06_14"] | components["schemas"]["OutputLinkLocation_2024_06_14"] | components["schemas"]["OutputIntegrationLocation_2024_06_14"] | components["schemas"]["OutputPhoneLocation_2024_06_14"] | components["schemas"]["OutputOrganizersDefaultAppLocation_2024_06_14"] | components["schemas"]["OutputUnknownLocation_2024_06_14"])[];
            lockTimeZoneToggleOnBookingPage: boolean;
            metadata: {
                [key: string]: unknown;
            };
            minimumBookingNotice: number;
            offsetStart: number;
            onlyShowFirstAvailableSlot: boolean;
            ownerId: number;
            price: number;
            recurrence: {
                disabled: boolean;
                /** @enum {string} */
                frequency: "yearly" | "monthly" | "weekly";
                interval: number;
                occurrences: number;
            } | null;
            requiresBookerEmailVerification: boolean;
            scheduleId: number | null;
            seats: {
                /** @constant */
                disabled: false;
                seatsPerTimeSlot: number;
                showAttendeeInfo: boolean;
                showAvailabilityCount: boolean;
            } | {
                /** @constant */
                disabled: true;
            };
            showOptimizedSlots: boolean;
            slotInterval: number | null;
            slug: string;
            successRedirectUrl: string | null;
            title: string;
            useDestinationCalendarEmail: boolean;
            users: components["schemas"]["EventTypeUser"][];
        };
        EventTypeUser: {
            avatarUrl: string | null;
            brandColor: string | null;
            darkBrandColor: string | null;
            id: number;
            metadata: {
                [key: string]: unknown;
            };
            name: string | null;
            username: string;
            weekStart: string;
        };
        EventTypeWebhookOutputDto: {
            active: boolean;
            eventTypeId: number;
            id: string;
            /** Format: date-time */
            pausedAt?: string;
            payloadTemplate: string | null;
            secret: string | null;
            subscriberUrl: string;
            time?: number;
            timeUnit?: string;
            triggers: ("BOOKING_CREATED" | "BOOKING_PAYMENT_INITIATED" | "BOOKING_PAID" | "BOOKING_RESCHEDULED" | "BOOKING_REQUESTED" | "BOOKING_CANCELLED" | "BOOKING_REJECTED" | "BOOKING_NO_SHOW_UPDATED" | "FORM_SUBMITTED" | "MEETING_ENDED" | "MEETING_STARTED" | "RECORDING_READY" | "INSTANT_MEETING" | "RECORDING_TRANSCRIPTION_GENERATED" | "OOO_CREATED" | "AFTER_HOSTS_CAL_VIDEO_NO_SHOW" | "AFTER_GUESTS_CAL_VIDEO_NO_SHOW" | "FORM_SUBMITTED_NO_EVENT" | "ROUTING_FORM_FALLBACK_HIT" | "DELEGATION_CREDENTIAL_ERROR" | "WRONG_ASSIGNMENT_REPORT" | "BOOKING_LOCATION_UPDATED" | "BOOKING_REASSIGNED" | "INSTANT_MEETING_ACCEPTED" | "DELEGATION_CREDENTIAL_SECRET_ROTATION_FAILED" | "DELEGATION_CREDENTIAL_ROTATION_REQUIRED" | "DELEGATION_CREDENTIAL_SECRET_ROTATED" | "CALENDAR_ENTRY_REJECTED")[];
            version: string;
        };
        GetReservedSlotOutput_2024_09_04: {
            eventTypeId: number;
            reservationUid: string;
            /** Format: date-time */
            reservationUntil: string;
            slotDuration: number;
            /** Format: date-time */
            slotEnd: string;
            /** Format: date-time */
            slotStart: string;
        } | null;
        Guest: {
            /** Format: email */
            email: string;
            /** @enum {string} */
            language?: "ar" | "ca" | "de" | "es" | "eu" | "he" | "id" | "ja" | "lv" | "pl" | "ro" | "sr" | "th" | "vi" | "az" | "cs" | "el" | "es-419" | "fi" | "hr" | "it" | "km" | "nl" | "pt" | "ru" | "sv" | "tr" | "zh-CN" | "bg" | "da" | "en" | "et" | "fr" | "hu" | "iw" | "ko" | "no" | "pt-BR" | "sk" | "ta" | "uk" | "zh-TW" | "bn";
            name?: string;
            phoneNumber?: string;
            /** @example America/New_York */
            timeZone?: string;
        };
        GuestsDefaultFieldInput_2024_06_14: {
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label?: string;
            placeholder?: string;
            /** @default false */
            required?: boolean;
            /** @constant */
            slug: "guests";
        };
        InputAddressLocation_2024_06_14: {
            address: string;
            /** @default false */
            public?: boolean;
            /** @constant */
            type: "address";
        };
        InputAttendeeAddressLocation_2024_06_14: {
            /** @constant */
            type: "attendeeAddress";
        };
        InputAttendeeDefinedLocation_2024_06_14: {
            /** @constant */
            type: "attendeeDefined";
        };
        InputAttendeePhoneLocation_2024_06_14: {
            /** @constant */
            type: "attendeePhone";
        };
        InputIntegrationLocation_2024_06_14: {
            /** @enum {string} */
            integration: "cal-video" | "google-meet" | "zoom" | "whereby-video" | "whatsapp-video" | "webex-video" | "telegram-video" | "tandem" | "sylaps-video" | "skype-video" | "sirius-video" | "signal-video" | "shimmer-video" | "salesroom-video" | "roam-video" | "riverside-video" | "ping-video" | "office365-video" | "mirotalk-video" | "jitsi" | "jelly-video" | "jelly-conferencing" | "huddle" | "facetime-video" | "element-call-video" | "eightxeight-video" | "discord-video" | "demodesk-video" | "campfire-video";
            /** @constant */
            type: "integration";
        };
        InputLinkLocation_2024_06_14: {
            link: string;
            /** @default false */
            public?: boolean;
            /** @constant */
            type: "link";
        };
        InputPhoneLocation_2024_06_14: {
            phone: string;
            /** @default false */
            public?: boolean;
            /** @constant */
            type: "phone";
        };
        LocationDefaultFieldInput_2024_06_14: {
            label?: string;
            /** @constant */
            slug: "location";
        };
        MarkAbsentAttendee: {
            absent: boolean;
            /** Format: email */
            email: string;
        };
        MarkAbsentBookingInput_2024_08_13: {
            attendees?: components["schemas"]["MarkAbsentAttendee"][];
            host?: boolean;
        };
        MarkNoShowInput: {
            attendees?: {
                /** Format: email */
                email: string;
                noShow: boolean;
            }[];
            noShowHost?: boolean;
        };
        MarkNoShowOutput: {
            attendees?: {
                email: string;
                noShow: boolean;
            }[];
            message: string;
            noShowHost?: boolean;
        };
        MeOutput: {
            avatarUrl: string | null;
            bio: string | null;
            defaultScheduleId: number | null;
            email: string;
            id: number;
            name: string | null;
            organizationId: number | null;
            timeFormat: number;
            timeZone: string;
            username: string;
            weekStart: string;
        };
        MultiEmailFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            placeholder?: string;
            required: boolean;
            slug: string;
            /** @constant */
            type: "multiemail";
        };
        MultiSelectFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            options: string[];
            required: boolean;
            slug: string;
            /** @constant */
            type: "multiselect";
        };
        NameDefaultFieldInput_2024_06_14: {
            disableOnPrefill?: boolean;
            label?: string;
            placeholder?: string;
            /** @constant */
            type: "name";
        };
        NotesDefaultFieldInput_2024_06_14: {
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label?: string;
            placeholder?: string;
            /** @default false */
            required?: boolean;
            /** @constant */
            slug: "notes";
        };
        NoticeThreshold_2024_06_14: {
            count: number;
            /** @enum {string} */
            unit: "minutes" | "hours";
        };
        NumberFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            placeholder?: string;
            required: boolean;
            slug: string;
            /** @constant */
            type: "number";
        };
        OutboxMailOutput: {
            attempts: number;
            calendar: {
                content: string;
                /** @enum {string} */
                method: "REQUEST" | "CANCEL";
            } | null;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            html: string;
            id: number;
            kind: string;
            lastError: string | null;
            replyTo: {
                email: string;
                name: string;
            } | null;
            /** @enum {string} */
            status: "queued" | "sent" | "failed" | "kept";
            subject: string;
            text: string;
            to: {
                email: string;
                name: string;
            };
            userId: number | null;
        };
        OutputAddressLocation_2024_06_14: {
            address: string;
            public: boolean;
            /** @constant */
            type: "address";
        };
        OutputIntegrationLocation_2024_06_14: {
            credentialId?: number;
            integration: string;
            link?: string;
            /** @constant */
            type: "integration";
        };
        OutputLinkLocation_2024_06_14: {
            link: string;
            public: boolean;
            /** @constant */
            type: "link";
        };
        OutputOrganizersDefaultAppLocation_2024_06_14: {
            /** @enum {string} */
            type: "organizersDefaultApp" | "attendeePhone" | "attendeeAddress" | "attendeeDefined";
        };
        OutputPhoneLocation_2024_06_14: {
            phone: string;
            public: boolean;
            /** @constant */
            type: "phone";
        };
        OutputUnknownLocation_2024_06_14: {
            location: string;
            /** @constant */
            type: "unknown";
        };
        Pagination: {
            currentPage: number;
            hasNextPage: boolean;
            hasPreviousPage: boolean;
            itemsPerPage: number;
            remainingItems: number;
            returnedItems: number;
            totalItems: number;
            totalPages: number;
        };
        PhoneFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            placeholder?: string;
            required: boolean;
            slug: string;
            /** @constant */
            type: "phone";
        };
        PublicEventType_2024_04_15: {
            description: string | null;
            hidden: boolean;
            id: number;
            length: number;
            slug: string;
            title: string;
        };
        PublicEventTypePage_2024_04_15: {
            description: string | null;
            hidden: boolean;
            id: number;
            length: number;
            locations: components["schemas"]["EventTypeLocation_2024_04_15"][];
            slug: string;
            title: string;
        };
        RadioGroupFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            options: string[];
            required: boolean;
            slug: string;
            /** @constant */
            type: "radio";
        };
        RangeWindow_2024_06_14: {
            /** @constant */
            type: "range";
            value: string[];
        };
        ReassignBookingOutput_2024_08_13: {
            bookingUid: string;
            reassignedTo: {
                displayEmail: string;
                email: string;
                id: number;
                name: string;
            };
        };
        ReassignToUserBookingInput_2024_08_13: {
            reason?: string;
        };
        RecordingItem: {
            downloadLink?: string | null;
            duration: number;
            error?: string | null;
            id: string;
            maxParticipants?: number;
            roomName: string;
            shareToken: string;
            startTs: number;
            status: string;
        };
        Recurrence_2024_06_14: {
            /** @enum {string} */
            frequency: "yearly" | "monthly" | "weekly";
            interval: number;
            occurrences: number;
        };
        RefreshApiKeyInput: {
            apiKeyDaysValid?: number;
            apiKeyNeverExpires?: boolean;
            /** Format: date-time */
            expiresAt?: string;
        };
        ReplayedWebhook: {
            deliveries: number;
            events: number;
        };
        ReplayWebhookInput: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to?: string;
            /** @default false */
            undeliveredOnly?: boolean;
        };
        RequestBookerCodeInput: {
            /** Format: email */
            email: string;
        };
        RequestEmailVerificationInput: {
            /** Format: email */
            email: string;
        };
        RequestPhoneVerificationInput: {
            phone: string;
        };
        RescheduleBookingInput_2024_08_13: {
            allowBookingOutOfBounds?: boolean;
            allowConflicts?: boolean;
            emailVerificationCode?: string;
            /** Format: email */
            rescheduledBy?: string;
            reschedulingReason?: string;
            seatUid?: string;
            skipBookingLimits?: boolean;
            /** Format: date-time */
            start: string;
        };
        RescheduleReasonDefaultFieldInput_2024_06_14: {
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label?: string;
            placeholder?: string;
            /** @default false */
            required?: boolean;
            /** @constant */
            slug: "rescheduleReason";
        };
        ReserveSlotInput_2024_04_15: {
            _isDryRun?: boolean | null;
            bookingUid?: string | null;
            eventTypeId: number;
            /**
             * @example 2026-11-30
             * @example 2026-11-30T09:00:00Z
             */
            slotUtcEndDate: string;
            /**
             * @example 2026-11-30
             * @example 2026-11-30T09:00:00Z
             */
            slotUtcStartDate: string;
        };
        ReserveSlotInput_2024_09_04: {
            eventTypeId: number;
            reservationDuration?: number | null;
            slotDuration?: number | null;
            /**
             * @example 2026-11-30
             * @example 2026-11-30T09:00:00Z
             */
            slotStart: string;
        };
        ReserveSlotOutput_2024_09_04: {
            eventTypeId: number;
            reservationDuration: number;
            reservationUid: string;
            /** Format: date-time */
            reservationUntil: string;
            slotDuration: number;
            /** Format: date-time */
            slotEnd: string;
            /** Format: date-time */
            slotStart: string;
        };
        Routing: {
            crmAppSlug?: string;
            crmOwnerRecordType?: string;
            queuedResponseId?: string | null;
            responseId?: number | null;
            skipContactOwner?: boolean;
            teamMemberEmail?: string;
            teamMemberIds: number[];
        };
        ScheduleAvailabilityInput_2024_06_11: {
            days: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[];
            /** @example 09:00 */
            endTime: string;
            /** @example 09:00 */
            startTime: string;
        };
        ScheduleOutput_2024_06_11: {
            availability: {
                days: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[];
                endTime: string;
                startTime: string;
            }[];
            id: number;
            isDefault: boolean;
            name: string;
            overrides: {
                date: string;
                endTime: string;
                startTime: string;
            }[];
            ownerId: number;
            timeZone: string;
        };
        ScheduleOverrideInput_2024_06_11: {
            /**
             * Format: date
             * @example 2026-12-24
             */
            date: string;
            endTime?: string | null;
            startTime?: string | null;
        };
        SchedulingConfig: {
            eventTypeId: number;
            hosts: {
                userId: number;
            }[];
            scheduleId: number | null;
            schedulingType: null;
        };
        Seats_2024_06_14: {
            seatsPerTimeSlot: number;
            showAttendeeInfo: boolean;
            showAvailabilityCount: boolean;
        };
        SelectFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            options: string[];
            placeholder?: string;
            required: boolean;
            slug: string;
            /** @constant */
            type: "select";
        };
        ServedVersions: {
            domain: string;
            newest: string;
            serves: {
                [key: string]: string;
            };
        };
        SlotOutput_2024_04_15: {
            attendees?: number;
            bookingUid?: string;
            /** Format: date-time */
            endTime?: string;
            seatsAvailable?: number;
            /** Format: date-time */
            startTime?: string;
            /** Format: date-time */
            time?: string;
        };
        SlotOutput_2024_09_04: {
            bookingUid?: string;
            /** Format: date-time */
            end?: string;
            seatsBooked?: number;
            seatsRemaining?: number;
            seatsTotal?: number;
            /** Format: date-time */
            start: string;
        };
        SlotsOutput_2024_04_15: {
            slots: {
                [key: string]: components["schemas"]["SlotOutput_2024_04_15"][];
            };
        };
        SlotsOutput_2024_09_04: {
            [key: string]: components["schemas"]["SlotOutput_2024_09_04"][];
        };
        TextAreaFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            placeholder?: string;
            required: boolean;
            slug: string;
            /** @constant */
            type: "textarea";
        };
        TextFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            placeholder?: string;
            required: boolean;
            slug: string;
            /** @constant */
            type: "text";
        };
        TimeBasedPrivateLinkOutput: {
            bookingUrl: string;
            eventTypeId: number;
            /** Format: date-time */
            expiresAt: string;
            isExpired: boolean;
            linkId: string;
        };
        TimezoneOutput: {
            city: string;
            pop: number;
            timezone: string;
        };
        TitleDefaultFieldInput_2024_06_14: {
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label?: string;
            placeholder?: string;
            /** @default false */
            required?: boolean;
            /** @constant */
            slug: "title";
        };
        UpdateBookingInputAttendeeAddressLocation_2024_08_13: {
            address: string;
            /** @constant */
            type: "attendeeAddress";
        };
        UpdateBookingInputAttendeeDefinedLocation_2024_08_13: {
            location: string;
            /** @constant */
            type: "attendeeDefined";
        };
        UpdateBookingInputAttendeePhoneLocation_2024_08_13: {
            phone: string;
            /** @constant */
            type: "attendeePhone";
        };
        UpdateBookingInputLinkLocation_2024_08_13: {
            /** Format: uri */
            link: string;
            /** @constant */
            type: "link";
        };
        UpdateBookingInputPhoneLocation_2024_08_13: {
            phone: string;
            /** @constant */
            type: "phone";
        };
        UpdateBookingLocationInput_2024_08_13: {
            location?: components["schemas"]["UpdateInputAddressLocation_2024_08_13"] | components["schemas"]["UpdateBookingInputAttendeeAddressLocation_2024_08_13"] | components["schemas"]["UpdateBookingInputAttendeeDefinedLocation_2024_08_13"] | components["schemas"]["UpdateBookingInputAttendeePhoneLocation_2024_08_13"] | components["schemas"]["UpdateBookingInputLinkLocation_2024_08_13"] | components["schemas"]["UpdateBookingInputPhoneLocation_2024_08_13"];
        };
        UpdateEventTypeInput_2024_06_14: {
            afterEventBuffer?: number;
            allowReschedulingCancelledBookings?: boolean;
            allowReschedulingPastBookings?: boolean;
            beforeEventBuffer?: number;
            bookerActiveBookingsLimit?: components["schemas"]["BookerActiveBookingsLimit_2024_06_14"] | components["schemas"]["Disabled_2024_06_14"];
            bookerLayouts?: components["schemas"]["BookerLayouts_2024_06_14"];
            bookingFields?: (components["schemas"]["NameDefaultFieldInput_2024_06_14"] | {
                /** @default false */
                disableOnPrefill?: boolean;
                /** @default  */
                firstNameLabel?: string;
                /** @default  */
                firstNamePlaceholder?: string;
                /** @default  */
                lastNameLabel?: string;
                /** @default  */
                lastNamePlaceholder?: string;
                /** @default false */
                lastNameRequired?: boolean;
                /** @constant */
                type: "splitName";
            } | components["schemas"]["EmailDefaultFieldInput_2024_06_14"] | {
                disableOnPrefill?: boolean;
                /** @default false */
                hidden?: boolean;
                label?: string;
                placeholder?: string;
                /** @default false */
                required?: boolean;
                /** @constant */
                slug: "attendeePhoneNumber";
                /** @constant */
                type: "phone";
            } | components["schemas"]["LocationDefaultFieldInput_2024_06_14"] | components["schemas"]["TitleDefaultFieldInput_2024_06_14"] | components["schemas"]["NotesDefaultFieldInput_2024_06_14"] | components["schemas"]["GuestsDefaultFieldInput_2024_06_14"] | components["schemas"]["RescheduleReasonDefaultFieldInput_2024_06_14"] | components["schemas"]["PhoneFieldInput_2024_06_14"] | components["schemas"]["AddressFieldInput_2024_06_14"] | components["schemas"]["TextFieldInput_2024_06_14"] | components["schemas"]["NumberFieldInput_2024_06_14"] | components["schemas"]["TextAreaFieldInput_2024_06_14"] | components["schemas"]["SelectFieldInput_2024_06_14"] | components["schemas"]["MultiSelectFieldInput_2024_06_14"] | components["schemas"]["MultiEmailFieldInput_2024_06_14"] | components["schemas"]["CheckboxGroupFieldInput_2024_06_14"] | components["schemas"]["RadioGroupFieldInput_2024_06_14"] | components["schemas"]["BooleanFieldInput_2024_06_14"] | components["schemas"]["UrlFieldInput_2024_06_14"] | {
                bookingField: string;
                /** @constant */
                slug: "unknown";
                /** @constant */
                type: "unknown";
            })[];
            bookingLimitsCount?: components["schemas"]["BaseBookingLimitsCount_2024_06_14"];
            bookingLimitsDuration?: components["schemas"]["BaseBookingLimitsDuration_2024_06_14"];
            bookingRequiresAuthentication?: boolean;
            bookingWindow?: (components["schemas"]["BusinessDaysWindow_2024_06_14"] | components["schemas"]["CalendarDaysWindow_2024_06_14"] | components["schemas"]["RangeWindow_2024_06_14"]) | components["schemas"]["Disabled_2024_06_14"];
            calVideoSettings?: components["schemas"]["CalVideoSettings"];
            color?: components["schemas"]["EventTypeColor_2024_06_14"];
            confirmationPolicy?: components["schemas"]["BaseConfirmationPolicy_2024_06_14"] | components["schemas"]["Disabled_2024_06_14"];
            customName?: string;
            description?: string;
            destinationCalendar?: components["schemas"]["DestinationCalendar_2024_06_14"];
            disableCancelling?: components["schemas"]["DisableCancelling_2024_06_14"];
            disableGuests?: boolean;
            disableRescheduling?: components["schemas"]["DisableRescheduling_2024_06_14"];
            hidden?: boolean;
            hideCalendarEventDetails?: boolean;
            hideCalendarNotes?: boolean;
            hideOrganizerEmail?: boolean;
            /** @enum {string} */
            interfaceLanguage?: "" | "en" | "ar" | "az" | "bg" | "bn" | "ca" | "cs" | "da" | "de" | "el" | "es" | "es-419" | "eu" | "et" | "fi" | "fr" | "he" | "hu" | "it" | "ja" | "km" | "ko" | "nl" | "no" | "pl" | "pt-BR" | "pt" | "ro" | "ru" | "sk-SK" | "sr" | "sv" | "tr" | "uk" | "vi" | "zh-CN" | "zh-TW";
            lengthInMinutes?: number;
            lengthInMinutesOptions?: number[];
            locations?: (components["schemas"]["InputAddressLocation_2024_06_14"] | components["schemas"]["InputLinkLocation_2024_06_14"] | components["schemas"]["InputIntegrationLocation_2024_06_14"] | components["schemas"]["InputPhoneLocation_2024_06_14"] | components["schemas"]["InputAttendeeAddressLocation_2024_06_14"] | components["schemas"]["InputAttendeePhoneLocation_2024_06_14"] | components["schemas"]["InputAttendeeDefinedLocation_2024_06_14"] | {
                location: string;
                /** @constant */
                type: "unknown";
            })[];
            lockTimeZoneToggleOnBookingPage?: boolean;
            minimumBookingNotice?: number;
            offsetStart?: number;
            onlyShowFirstAvailableSlot?: boolean;
            recurrence?: components["schemas"]["Recurrence_2024_06_14"] | components["schemas"]["Disabled_2024_06_14"];
            requiresBookerEmailVerification?: boolean;
            requiresConfirmation?: boolean;
            scheduleId?: number;
            seats?: components["schemas"]["Seats_2024_06_14"] | components["schemas"]["Disabled_2024_06_14"];
            showOptimizedSlots?: boolean;
            slotInterval?: number | null;
            slug?: string;
            successRedirectUrl?: string;
            title?: string;
            useDestinationCalendarEmail?: boolean;
        };
        UpdateInputAddressLocation_2024_08_13: {
            address: string;
            /** @constant */
            type: "address";
        };
        UpdateManagedUserInput: {
            /** Format: uri */
            avatarUrl?: string;
            bio?: string;
            defaultScheduleId?: number;
            /** Format: email */
            email?: string;
            /** @enum {string} */
            locale?: "ar" | "ca" | "de" | "es" | "eu" | "he" | "id" | "ja" | "lv" | "pl" | "ro" | "sr" | "th" | "vi" | "az" | "cs" | "el" | "es-419" | "fi" | "hr" | "it" | "km" | "nl" | "pt" | "ru" | "sv" | "tr" | "zh-CN" | "bg" | "da" | "en" | "et" | "fr" | "hu" | "iw" | "ko" | "no" | "pt-BR" | "sk" | "ta" | "uk" | "zh-TW" | "bn";
            metadata?: {
                [key: string]: unknown;
            };
            name?: string;
            timeFormat?: 12 | 24;
            /** @example America/New_York */
            timeZone?: string;
            /** @enum {string} */
            weekStart?: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
        };
        UpdateOutOfOfficeEntryDto: {
            /** Format: date-time */
            end?: string;
            notes?: string | null;
            /** @enum {string} */
            reason?: "unspecified" | "vacation" | "travel" | "sick" | "public_holiday";
            /** Format: date-time */
            start?: string;
            toUserId?: number | null;
        };
        UpdatePrivateLinkBody: {
            expiresAt?: string | null;
            maxUsageCount?: number | null;
        };
        UpdateScheduleInput_2024_06_11: {
            availabilities?: components["schemas"]["CreateAvailabilityInput_2024_04_15"][];
            availability?: components["schemas"]["ScheduleAvailabilityInput_2024_06_11"][];
            dateOverrides?: components["schemas"]["ScheduleOverrideInput_2024_06_11"][];
            isDefault?: boolean;
            name?: string;
            overrides?: components["schemas"]["ScheduleOverrideInput_2024_06_11"][];
            /** @example America/New_York */
            timeZone?: string;
        };
        UpdateWebhookInputDto: {
            active?: boolean;
            payloadTemplate?: string | null;
            secret?: string | null;
            subscriberUrl?: string;
            time?: number | null;
            timeUnit?: ("DAY" | "HOUR" | "MINUTE") | null;
            triggers?: ("BOOKING_CREATED" | "BOOKING_PAYMENT_INITIATED" | "BOOKING_PAID" | "BOOKING_RESCHEDULED" | "BOOKING_REQUESTED" | "BOOKING_CANCELLED" | "BOOKING_REJECTED" | "BOOKING_NO_SHOW_UPDATED" | "FORM_SUBMITTED" | "MEETING_ENDED" | "MEETING_STARTED" | "RECORDING_READY" | "INSTANT_MEETING" | "RECORDING_TRANSCRIPTION_GENERATED" | "OOO_CREATED" | "AFTER_HOSTS_CAL_VIDEO_NO_SHOW" | "AFTER_GUESTS_CAL_VIDEO_NO_SHOW" | "FORM_SUBMITTED_NO_EVENT" | "ROUTING_FORM_FALLBACK_HIT" | "DELEGATION_CREDENTIAL_ERROR" | "WRONG_ASSIGNMENT_REPORT" | "BOOKING_LOCATION_UPDATED" | "BOOKING_REASSIGNED" | "INSTANT_MEETING_ACCEPTED" | "DELEGATION_CREDENTIAL_SECRET_ROTATION_FAILED" | "DELEGATION_CREDENTIAL_ROTATION_REQUIRED" | "DELEGATION_CREDENTIAL_SECRET_ROTATED" | "CALENDAR_ENTRY_REJECTED")[];
            /** @enum {string} */
            version?: "2021-10-20" | "2026-07-27";
        };
        UrlFieldInput_2024_06_14: {
            /** @default false */
            disableOnPrefill?: boolean;
            /** @default false */
            hidden?: boolean;
            label: string;
            placeholder?: string;
            required: boolean;
            slug: string;
            /** @constant */
            type: "url";
        };
        UsageBasedPrivateLinkOutput: {
            bookingUrl: string;
            eventTypeId: number;
            isExpired: boolean;
            linkId: string;
            maxUsageCount: number;
            usageCount: number;
        };
        UserOooOutputDto: {
            /** Format: date-time */
            end: string;
            id: number;
            notes: string | null;
            /** @enum {string} */
            reason: "unspecified" | "vacation" | "travel" | "sick" | "public_holiday";
            /** Format: date-time */
            start: string;
            toUserId: number | null;
            userId: number;
            uuid: string;
        };
        UserVerifiedEmailOutputData: {
            /** Format: email */
            email: string;
            id: number;
            teamId: null;
            userId: number;
        };
        UserVerifiedPhoneOutputData: {
            id: number;
            /** Format: phone */
            phoneNumber: string;
            teamId: null;
            userId: number;
        };
        UserWebhookOutputDto: {
            active: boolean;
            id: string;
            /** Format: date-time */
            pausedAt?: string;
            payloadTemplate: string | null;
            secret: string | null;
            subscriberUrl: string;
            time?: number;
            timeUnit?: string;
            triggers: ("BOOKING_CREATED" | "BOOKING_PAYMENT_INITIATED" | "BOOKING_PAID" | "BOOKING_RESCHEDULED" | "BOOKING_REQUESTED" | "BOOKING_CANCELLED" | "BOOKING_REJECTED" | "BOOKING_NO_SHOW_UPDATED" | "FORM_SUBMITTED" | "MEETING_ENDED" | "MEETING_STARTED" | "RECORDING_READY" | "INSTANT_MEETING" | "RECORDING_TRANSCRIPTION_GENERATED" | "OOO_CREATED" | "AFTER_HOSTS_CAL_VIDEO_NO_SHOW" | "AFTER_GUESTS_CAL_VIDEO_NO_SHOW" | "FORM_SUBMITTED_NO_EVENT" | "ROUTING_FORM_FALLBACK_HIT" | "DELEGATION_CREDENTIAL_ERROR" | "WRONG_ASSIGNMENT_REPORT" | "BOOKING_LOCATION_UPDATED" | "BOOKING_REASSIGNED" | "INSTANT_MEETING_ACCEPTED" | "DELEGATION_CREDENTIAL_SECRET_ROTATION_FAILED" | "DELEGATION_CREDENTIAL_ROTATION_REQUIRED" | "DELEGATION_CREDENTIAL_SECRET_ROTATED" | "CALENDAR_ENTRY_REJECTED")[];
            userId: number;
            version: string;
        };
        UserWebhookRecordOutputDto: {
            active: boolean;
            appId: null;
            /** Format: date-time */
            createdAt: string;
            eventTypeId: number | null;
            id: string;
            oAuthClientId: null;
            /** Format: date-time */
            pausedAt?: string;
            payloadTemplate: string | null;
            platform: boolean;
            secret: string | null;
            subscriberUrl: string;
            teamId: null;
            time: number | null;
            timeUnit: string | null;
            triggers: ("BOOKING_CREATED" | "BOOKING_PAYMENT_INITIATED" | "BOOKING_PAID" | "BOOKING_RESCHEDULED" | "BOOKING_REQUESTED" | "BOOKING_CANCELLED" | "BOOKING_REJECTED" | "BOOKING_NO_SHOW_UPDATED" | "FORM_SUBMITTED" | "MEETING_ENDED" | "MEETING_STARTED" | "RECORDING_READY" | "INSTANT_MEETING" | "RECORDING_TRANSCRIPTION_GENERATED" | "OOO_CREATED" | "AFTER_HOSTS_CAL_VIDEO_NO_SHOW" | "AFTER_GUESTS_CAL_VIDEO_NO_SHOW" | "FORM_SUBMITTED_NO_EVENT" | "ROUTING_FORM_FALLBACK_HIT" | "DELEGATION_CREDENTIAL_ERROR" | "WRONG_ASSIGNMENT_REPORT" | "BOOKING_LOCATION_UPDATED" | "BOOKING_REASSIGNED" | "INSTANT_MEETING_ACCEPTED" | "DELEGATION_CREDENTIAL_SECRET_ROTATION_FAILED" | "DELEGATION_CREDENTIAL_ROTATION_REQUIRED" | "DELEGATION_CREDENTIAL_SECRET_ROTATED" | "CALENDAR_ENTRY_REJECTED")[];
            userId: number;
            version: string;
        };
        VerifyEmailInput: {
            code: string;
            /** Format: email */
            email: string;
        };
        VerifyPhoneInput: {
            code: string;
            phone: string;
        };
        WebhookDelivery: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            error: string | null;
            finishedAt: string | null;
            id: string;
            nextAttemptAt: string | null;
            responseStatus: number | null;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed" | "abandoned";
            trigger: string;
            webhookId: string;
        };
        WebhookDeliveryWithAttempts: {
            attemptLog: {
                attempt: number;
                /** Format: date-time */
                attemptedAt: string;
                durationMs: number;
                error: string | null;
                responseStatus: number | null;
            }[];
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            error: string | null;
            finishedAt: string | null;
            id: string;
            nextAttemptAt: string | null;
            responseStatus: number | null;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed" | "abandoned";
            trigger: string;
            webhookId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listOutbox: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OutboxMailOutput"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreatedUserOutput"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    refreshApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshApiKeyInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKeyOutput"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listBookings: {
        parameters: {
            query?: {
                afterCreatedAt?: string;
                afterStart?: string;
                afterUpdatedAt?: string;
                attendeeEmail?: string;
                attendeeName?: string;
                beforeCreatedAt?: string;
                beforeEnd?: string;
                beforeUpdatedAt?: string;
                bookingUid?: string;
                eventTypeId?: number;
                eventTypeIds?: string;
                skip?: number;
                sortCreated?: "asc" | "desc";
                sortEnd?: "asc" | "desc";
                sortStart?: "asc" | "desc";
                sortUpdatedAt?: "asc" | "desc";
                status?: ("upcoming" | "recurring" | "past" | "cancelled" | "unconfirmed")[];
                take?: number;
                teamId?: number;
                teamsIds?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"][];
                        pagination: components["schemas"]["Pagination"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    createBooking: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBookingInput_2024_08_13"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"] | components["schemas"]["BookingOutput_2024_08_13"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"] | components["schemas"]["BookingOutput_2024_08_13"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listBookingAttendees: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingAttendeeWithId_2024_08_13"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    addBookingAttendee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAttendeeInput_2024_08_13"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingAttendeeOutput_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getBookingAttendee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attendeeId: number;
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingAttendeeWithId_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listCalendarLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CalendarLink"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBookingInput_2024_08_13"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"] | components["schemas"]["BookingOutput_2024_08_13"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listConferencingSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CalMeetingSession"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    confirmBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listCrmSyncErrors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown[];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    declineBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineBookingInput_2024_08_13"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    addBookingGuests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddGuestsInput_2024_08_13"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    updateBookingLocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBookingLocationInput_2024_08_13"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    markBookingAbsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkAbsentBookingInput_2024_08_13"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    markBookingNoShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkNoShowInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MarkNoShowOutput"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    reassignBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReassignBookingOutput_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    reassignBookingToUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
                userId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignToUserBookingInput_2024_08_13"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReassignBookingOutput_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listBookingRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RecordingItem"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listBookingReferences: {
        parameters: {
            query?: {
                type?: "google_calendar" | "office365_calendar" | "daily_video" | "google_video" | "office365_video" | "zoom_video";
            };
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingReference"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getBookingForReschedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingForReschedule_2024_04_15"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    rescheduleBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleBookingInput_2024_08_13"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getRoutingTrace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listBookingTranscripts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bookingUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: string[];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getBookingBySeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seatUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BookingOutput_2024_08_13"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    createInstantBooking: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBookingInput_2024_04_15"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreateInstantBookingOutput_2024_04_15"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    createRecurringBooking: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    _isDryRun?: unknown | false;
                    emailVerificationCode?: string | null;
                    /** Format: date-time */
                    end?: string;
                    eventTypeId: number;
                    hashedLink?: string | null;
                    /** @enum {string} */
                    language: "ar" | "ca" | "de" | "es" | "eu" | "he" | "id" | "ja" | "lv" | "pl" | "ro" | "sr" | "th" | "vi" | "az" | "cs" | "el" | "es-419" | "fi" | "hr" | "it" | "km" | "nl" | "pt" | "ru" | "sv" | "tr" | "zh-CN" | "bg" | "da" | "en" | "et" | "fr" | "hu" | "iw" | "ko" | "no" | "pt-BR" | "sk" | "ta" | "uk" | "zh-TW" | "bn";
                    locationUrl?: string | null;
                    metadata: {
                        [key: string]: unknown;
                    };
                    noEmail?: boolean | null;
                    recurringEventId?: string | null;
                    rescheduledBy?: string | null;
                    rescheduleUid?: string | null;
                    responses: {
                        /** Format: email */
                        email: string;
                        guests?: string[] | null;
                        location?: {
                            optionValue: string;
                            value: string;
                        } | null;
                        name: string | {
                            firstName: string;
                            lastName?: string;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    routedTeamMemberIds?: unknown;
                    seatReferenceUid?: string | null;
                    /** Format: date-time */
                    start: string;
                    teamMemberEmail?: unknown;
                    /** @example America/New_York */
                    timeZone: string;
                }[];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreateBookingOutput_2024_04_15"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listEventTypes: {
        parameters: {
            query?: {
                eventSlug?: string;
                orgId?: number;
                orgSlug?: string;
                skip?: number;
                sortCreatedAt?: "asc" | "desc";
                take?: number;
                username?: string;
                usernames?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventTypeOutput_2024_06_14"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    createEventType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateEventTypeInput_2024_06_14"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventTypeOutput_2024_06_14"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventTypeOutput_2024_06_14"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    deleteEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DeleteData_2024_06_14"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    updateEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateEventTypeInput_2024_06_14"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventTypeOutput_2024_06_14"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    requestBookerEmailVerificationCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestBookerCodeInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listEventTypeHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown[];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listPrivateLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: (components["schemas"]["TimeBasedPrivateLinkOutput"] | components["schemas"]["UsageBasedPrivateLinkOutput"])[];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    createPrivateLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePrivateLinkInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimeBasedPrivateLinkOutput"] | components["schemas"]["UsageBasedPrivateLinkOutput"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    deletePrivateLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            linkId: string;
                            message: string;
                        };
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    updatePrivateLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePrivateLinkBody"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimeBasedPrivateLinkOutput"] | components["schemas"]["UsageBasedPrivateLinkOutput"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getSchedulingConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SchedulingConfig"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listEventTypeWebhooks: {
        parameters: {
            query?: {
                skip?: number;
                take?: number;
            };
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventTypeWebhookOutputDto"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    createEventTypeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookInputDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventTypeWebhookOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    deleteEventTypeWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: string;
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getEventTypeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventTypeWebhookOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    deleteEventTypeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventTypeWebhookOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    updateEventTypeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookInputDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventTypeWebhookOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listEventTypeWebhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                status?: "pending" | "delivered" | "failed" | "abandoned";
                take?: number;
            };
            header?: never;
            path: {
                eventTypeId: number;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"][];
                        pagination: components["schemas"]["CursorPagination"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getEventTypeWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
                eventTypeId: number;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDeliveryWithAttempts"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    redeliverEventTypeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
                eventTypeId: number;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    replayEventTypeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventTypeId: number;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhookInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReplayedWebhook"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getPublicEventType: {
        parameters: {
            query?: {
                isTeamEvent?: boolean;
                org?: string;
            };
            header?: never;
            path: {
                eventSlug: string;
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PublicEventTypePage_2024_04_15"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listPublicEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PublicEventType_2024_04_15"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                after?: string;
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AccountEvent"][];
                        pagination: components["schemas"]["CursorPagination"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MeOutput"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateManagedUserInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MeOutput"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getMyOutOfOffice: {
        parameters: {
            query?: {
                skip?: number;
                sortEnd?: "asc" | "desc";
                sortStart?: "asc" | "desc";
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserOooOutputDto"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    createMyOutOfOffice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOutOfOfficeEntryDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserOooOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    deleteMyOutOfOffice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                oooId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserOooOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    updateMyOutOfOffice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                oooId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOutOfOfficeEntryDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserOooOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ScheduleOutput_2024_06_11"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    createSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateScheduleInput_2024_06_11"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ScheduleOutput_2024_06_11"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ScheduleOutput_2024_06_11"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    deleteSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    updateSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheduleId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateScheduleInput_2024_06_11"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ScheduleOutput_2024_06_11"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getDefaultSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ScheduleOutput_2024_06_11"] | null;
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getSlots: {
        parameters: {
            query?: {
                bookingUidToReschedule?: string;
                duration?: number;
                end?: string;
                endTime?: string;
                eventTypeId?: number;
                eventTypeSlug?: string;
                explain?: boolean;
                format?: "range" | "time";
                limit?: number;
                organizationSlug?: string;
                orgSlug?: string;
                rescheduleUid?: string;
                rrHostSubsetIds?: string | string[];
                slotFormat?: "range" | "time";
                start?: string;
                startTime?: string;
                teamSlug?: string;
                timeZone?: string;
                username?: string;
                usernameList?: string;
                "usernameList[]"?: string;
                usernames?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SlotsOutput_2024_09_04"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getAvailableSlots: {
        parameters: {
            query?: {
                duration?: number;
                endTime?: string;
                eventTypeId?: number;
                eventTypeSlug?: string;
                isTeamEvent?: string;
                orgSlug?: string;
                rescheduleUid?: string;
                slotFormat?: "range" | "time";
                startTime?: string;
                timeZone?: string;
                usernameList?: string;
                "usernameList[]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SlotsOutput_2024_04_15"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getManySlots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSlotsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BulkSlotsOutput"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    reserveSlot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReserveSlotInput_2024_09_04"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReserveSlotOutput_2024_09_04"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getReservedSlot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["GetReservedSlotOutput_2024_09_04"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    deleteReservedSlot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    updateReservedSlot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReserveSlotInput_2024_09_04"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReserveSlotOutput_2024_09_04"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    selectSlot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReserveSlotInput_2024_04_15"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: string;
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    deleteSelectedSlot: {
        parameters: {
            query?: {
                uid?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listTimezones: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimezoneOutput"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listVerifiedEmails: {
        parameters: {
            query?: {
                skip?: number;
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserVerifiedEmailOutputData"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getVerifiedEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserVerifiedEmailOutputData"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    requestEmailVerificationCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestEmailVerificationInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmailInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserVerifiedEmailOutputData"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listVerifiedPhones: {
        parameters: {
            query?: {
                skip?: number;
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserVerifiedPhoneOutputData"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getVerifiedPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserVerifiedPhoneOutputData"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    requestPhoneVerificationCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPhoneVerificationInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    verifyPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyPhoneInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserVerifiedPhoneOutputData"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ServedVersions"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                skip?: number;
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserWebhookOutputDto"][];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookInputDto"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserWebhookOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserWebhookRecordOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserWebhookOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookInputDto"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserWebhookOutputDto"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                status?: "pending" | "delivered" | "failed" | "abandoned";
                take?: number;
            };
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"][];
                        pagination: components["schemas"]["CursorPagination"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDeliveryWithAttempts"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhookInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReplayedWebhook"];
                        /** @enum {string} */
                        status: "success" | "error";
                    };
                };
            };
        };
    };
}
