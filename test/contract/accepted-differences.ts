/**
 * Where the answers of this server differ on purpose from what is written or recorded of the upstream, each with its reason.
 * A difference that is not here fails the test in which it shows; one that no answer shows any more is reported as stale.
 */

type Schema = Record<string, unknown>;

/** A place of the contract that an answer of ours does not fit. */
export interface Correction {
  /**
   * A schema of the contract, `*` for any part of its name, and the properties that lead to the place (`[]`: the elements);
   * or the operation whose answer has no named schema.
   */
  at: string;
  /** What our answers hold instead. */
  is?: Schema;
  /** What our answers hold besides. */
  or?: Schema;
  reason: string;
}

const misprinted = "The contract is wrong: its generator wrote `object` for a type that it did not know.";
const nullable = "The contract is wrong: it forgot that the value may be null, as recorded";

export const corrections: readonly Correction[] = [
  // Event types
  { at: "*FieldOutput_2024_06_14.isDefault", is: { type: "boolean" }, reason: `${misprinted} 03 § POST minimal` },
  {
    at: "EventTypeOutput_2024_06_14.users.[]",
    is: { type: "object", required: ["id", "name", "username"] },
    reason: "The contract is wrong: users are objects, as recorded. 03 § POST minimal",
  },
  {
    at: "EventTypeOutput_2024_06_14.forwardParamsSuccessRedirect",
    is: { type: "boolean" },
    reason: `${misprinted} 03 § POST minimal`,
  },
  {
    at: "EventTypeOutput_2024_06_14.bookingWindow",
    is: { type: "object" },
    reason: "The contract is wrong: a window is one object, as recorded. 03 § POST minimal",
  },
  {
    at: "EventTypeOutput_2024_06_14.seats",
    or: { type: "object", required: ["disabled"] },
    reason: "The contract is wrong: it forgot the form of event types without seats. 03 § POST minimal",
  },
  {
    at: "EventTypeOutput_2024_06_14.slotInterval",
    is: { type: "number", nullable: true },
    reason: `${misprinted} 03 § POST with every optional field`,
  },
  {
    at: "EventTypeOutput_2024_06_14.successRedirectUrl",
    is: { type: "string", nullable: true },
    reason: `${misprinted} 03 § POST with every optional field`,
  },
  {
    at: "CalVideoSettings.redirectUrlOnExit",
    is: { type: "string", nullable: true },
    reason: `${misprinted} 03 § POST with every optional field`,
  },

  // Schedules
  {
    at: "Schedule*Input_2024_06_11.startTime",
    is: { type: "string", pattern: "^\\d\\d:\\d\\d$" },
    reason: "The contract is wrong: it prints the name of a pattern instead of the pattern.",
  },
  {
    at: "Schedule*Input_2024_06_11.endTime",
    is: { type: "string", pattern: "^\\d\\d:\\d\\d$" },
    reason: "The contract is wrong: it prints the name of a pattern instead of the pattern.",
  },
  {
    at: "ScheduleAvailabilityInput_2024_06_11.days",
    is: { type: "array", items: { type: "string" } },
    reason: "The contract is wrong: it lists the values of an element as values of the array.",
  },
  {
    at: "GetDefaultScheduleOutput_2024_06_11.data",
    or: { type: "null" },
    reason: `${nullable}. 02 § GET default after deleting the default`,
  },

  // Slots
  {
    at: "GET /v2/slots",
    is: {
      type: "object",
      required: ["status", "data"],
      properties: {
        data: {
          type: "object",
          additionalProperties: { type: "array", items: { type: "object", required: ["start"] } },
        },
      },
    },
    reason: "The contract is wrong: it forgot the envelope, and shows starts as texts. 04 § by eventTypeId",
  },
  {
    at: "GetReservedSlotOutput_2024_09_04.data",
    is: {
      type: "object",
      nullable: true,
      required: ["reservationUid", "eventTypeId", "slotStart", "slotEnd", "slotDuration", "reservationUntil"],
    },
    reason: "The contract is wrong: two schemas bear one name, so that this one holds itself. 05 § GET one",
  },

  // Bookings
  {
    at: "*BookingOutput_2024_08_13.rescheduledByEmail",
    or: { type: "null" },
    reason: `${nullable}. 06 § simple, no auth`,
  },
  { at: "*BookingOutput_2024_08_13.rating", or: { type: "null" }, reason: `${nullable}. 06 § simple, no auth` },
  {
    at: "*BookingOutput_2024_08_13.eventTypeId",
    or: { type: "null" },
    reason: "[K] Bookings keep existing without their deleted event type, as the reference says of the column.",
  },
  {
    at: "*BookingOutput_2024_08_13.eventType",
    or: { type: "null" },
    reason: "[K] Bookings keep existing without their deleted event type.",
  },
  {
    at: "BookingHost.id",
    or: { enum: ["unknown"] },
    reason: 'COMPAT: the fields of a deleted organizer are "unknown", as the reference says.',
  },
  {
    at: "MarkAbsentBookingOutput_2024_08_13.data",
    or: { $ref: "#/components/schemas/GetSeatedBookingOutput_2024_08_13" },
    reason: "The contract is wrong: it forgot seated bookings, which have absences too.",
  },
  {
    at: "BookingReferencesOutput_2024_08_13.status",
    is: { enum: ["success"] },
    reason: `${misprinted} 07 § references`,
  },
  {
    at: "CalendarLinksOutput_2024_08_13.status",
    is: { enum: ["success"] },
    reason: `${misprinted} 07 § calendar-links`,
  },
  {
    at: "GetBookingsOutput_2024_08_13.pagination",
    or: { type: "object", required: ["nextCursor", "hasMore"] },
    reason: "From 2026-05-01 on bookings are paged by cursor (reference of bookings §14).",
  },
  {
    at: "PaginationMetaDto.currentPage",
    is: { type: "number", minimum: 0 },
    reason:
      "The contract is wrong: without a page there is no first one, as recorded. 07 § list as the other user (none)",
  },

  // Webhooks
  {
    at: "*WebhookOutputDto.id",
    is: { type: "string", format: "uuid" },
    reason: "The contract is wrong: ids of webhooks are UUIDs, as recorded. 10 § POST create",
  },
  { at: "*WebhookOutputDto.payloadTemplate", or: { type: "null" }, reason: `${nullable}. 10 § POST create` },
  {
    at: "*WebhookOutputDto.secret",
    or: { type: "null" },
    reason: `${nullable}. 10 § POST create with payloadTemplate`,
  },
  {
    at: "*WebhookOutputDto.triggers.[]",
    is: { type: "string" },
    reason: "[K] Triggers of later revisions are accepted too (reference of webhooks, list of triggers).",
  },
];

/** Where an answer of ours differs from a recorded one, in status or shape. */
export interface Deviation {
  /** The recorded exchange: number of the transcript and heading, `*` for any part. */
  in: string | readonly string[];
  /** What differs, as `compare.ts` tells it, `*` for any part. */
  what: string | readonly string[];
  reason: string;
}

const newer = "The contract is newer than the recording and has it.";
const unversioned =
  "[K] A version that a domain did not have is served by the newest form before it, never 404 (docs/versions.md).";
const noCredentials = "[K] Without credentials it is 401 everywhere; the recorded server asked for scopes first.";
const fault = "COMPAT not kept: a fault of the recorded server (transcripts' README and INDEX).";
const rawColumns =
  "What the recorded server's dialect of 2024-04-15 lets through of its tables and pages; the reference's row does not have it.";

/** The same difference at several names below one place. */
const each = (place: string, names: string, difference = "missing"): string[] =>
  names.split(" ").map((name) => `${place}.${name}: ${difference}`);
const headerless = "[K] A headerless request that can only be of a newer form is served (docs/versions.md).";

export const deviations: readonly Deviation[] = [
  // Errors
  { in: "*", what: "message: additional", reason: "[K] One `message` more, at the top (docs/HOUSE.md)." },
  {
    in: "*",
    what: "error.details: additional",
    reason: "Errors of the recorded server's inner parts have no details; ours all have.",
  },
  {
    in: "*",
    what: [
      "statusCode: missing",
      "status: additional",
      "timestamp: additional",
      "path: additional",
      "error: additional",
    ],
    reason: "[K] Always the envelope, where the recorded server lets a bare `{statusCode, message}` through.",
  },
  {
    in: "*",
    what: "error.details.errors*.constraints.*",
    reason: "Of several broken rules of one property the first is named; names of rules are free (reference §1.4).",
  },
  {
    in: "*",
    what: ["error.details.errors[].target.*: string, not *", "error.details.errors[].value: string, not *"],
    reason: "The values of a query are repeated as they were sent, not as they were read.",
  },
  {
    in: "*",
    what: [
      "error.details.rule: additional",
      "error.details.alternatives: additional",
      "error.details.field: additional",
    ],
    reason: "[K] Refusals of a time say which rule it was and what could be booked instead (docs/bookings.md).",
  },
  { in: "* non*numeric", what: "status: 400, not 500", reason: fault },
  { in: "11 § id too large for int4", what: "status: 400, not 500", reason: fault },
  {
    in: "11 § *id",
    what: [
      "status: 400, not 404",
      "error.details.errors: additional",
      "error.details.message: missing",
      "error.details.error: missing",
      "error.details.statusCode: missing",
    ],
    reason: "A path parameter that is no id is 400 (reference §1.1).",
  },
  {
    in: "11 § JSON array body",
    what: "error.details.errors: 1 elements, not 3",
    reason: "A list where an object belongs is one mistake, not one for each property.",
  },
  { in: "* no auth", what: "status: 401, not 403", reason: noCredentials },
  { in: "03 § POST unauthenticated", what: "status: 401, not 403", reason: noCredentials },
  {
    in: ["03 § GET without auth", "38 § GET * without credentials"],
    what: "status: 401, not 403",
    reason: noCredentials,
  },
  {
    in: "11 § key with cal_live_ prefix*",
    what: "status: 200, not 401",
    reason: "[K] What is stored of a key is its text without any of the three known prefixes.",
  },

  // Me, schedules
  { in: "01 § GET /health", what: "answer: object, not string", reason: "[K] /health tells the store too." },
  {
    in: "02 § GET default after deleting the default",
    what: "data: object, not null",
    reason: "[K] The lowest remaining schedule becomes the default (reference of availability, Delete).",
  },
  {
    in: ["02 § no version header*", "38 § * schedule*"],
    what: [
      "data*.workingHours[].userId: additional",
      "data*.schedule[].userId: number, not null",
      "data.schedule.availability[].userId: number, not null",
    ],
    reason: "The recorded rows were written by SQL, without an owner; those that the API wrote there have one too.",
  },
  {
    in: "02 § POST missing everything",
    what: "error.details.errors: 2 elements, not 3",
    reason: "[K] isDefault may be left out (docs/schedules.md).",
  },
  { in: "38 § GET schedule, unknown", what: "status: 404, not 500", reason: fault },
  {
    in: "38 § POST schedule, bad body",
    what: "error.details.errors: 1 elements, not 2",
    reason: "[K] isDefault may be left out (docs/schedules.md).",
  },
  {
    in: ["38 § POST schedule, availability of the newer shape", "38 § GET schedules"],
    what: [
      "data*.workingHours[].days: 1 elements, not 5",
      "data*.schedule[].days: 1 elements, not 5",
      "data*.availability[]: 0 elements, not 1",
    ],
    reason: "[K] Hours in the newer shape are understood too (reference of availability §3.1).",
  },
  {
    in: "38 § PATCH schedule with date overrides",
    what: "error.details.errors*.ranges: additional",
    reason: "The body is repeated as it was sent, with what nobody knows of it.",
  },
  { in: "02 § version 2024-08-13*", what: "status: 200, not 404", reason: unversioned },

  // Event types
  {
    in: "*",
    what: [
      "data*.showOptimizedSlots: additional",
      "data*.interfaceLanguage: additional",
      "data*.allowReschedulingPastBookings: additional",
      "data*.allowReschedulingCancelledBookings: additional",
      "data*.bookingUrl: additional",
    ],
    reason: newer,
  },
  {
    in: "*",
    what: [
      "data*.calVideoSettings: missing",
      "data[].calVideoSettings: additional",
      "data.calVideoSettings.eventTypeId: missing",
      "data.calVideoSettings.requireEmailForGuests: missing",
      "data.calVideoSettings.createdAt: missing",
      "data.calVideoSettings.updatedAt: missing",
      "data.calVideoSettings.sendTranscriptionEmails: additional",
    ],
    reason: "Contract and reference: absent while unset, and settings alone without the row's columns.",
  },
  {
    in: "03 § POST recurrence bad frequency",
    what: [
      "error.details.errors[].target.recurrence.disabled: missing",
      "error.details.errors[].value.disabled: missing",
      "error.details.errors[].children: 1 elements, not 2",
    ],
    reason: "`disabled` is not filled in where it was not sent.",
  },
  {
    in: "03 § private-links POST",
    what: "status: 201, not 400",
    reason: "[K] A link without bounds can be used once (docs/event-types.md).",
  },
  {
    in: "03 § private-links GET",
    what: "data: 3 elements, not 2",
    reason: "The link that was refused in the recording is there.",
  },
  { in: "03 § no version header: POST with the 2024-06-14 body", what: "status: 201, not 400", reason: headerless },
  {
    in: ["03 § no version header: POST", "38 § POST event type*"],
    what: each("data", "createdAt updatedAt"),
    reason: rawColumns,
  },
  {
    in: ["03 § no version header: GET one", "38 § GET event type"],
    what: [
      ...each(
        "data",
        "locationOptions destinationCalendar team teamMembers currentUserMembership isUserOrganizationAdmin",
      ),
      ...each("data.eventType", "aiPhoneCallConfig customInputs fieldTranslations hashedLink metadata.apps"),
      ...each("data.eventType", "owner users parent children hosts hostGroups team webhooks workflows"),
      ...each(
        "data.eventType",
        "schedule scheduleName instantMeetingSchedule restrictionSchedule restrictionScheduleName",
      ),
      ...each("data.eventType", "destinationCalendar bookerUrl"),
    ],
    reason: rawColumns,
  },
  {
    in: ["03 § no version header: GET list", "38 § GET event types"],
    what: [
      ...each("data.eventTypeGroups[].eventTypes[]", "aiPhoneCallConfig owner userIds team children hosts hashedLink"),
      ...each("data.eventTypeGroups[].eventTypes[]", "instantMeetingSchedule"),
      ...each("data.eventTypeGroups[].eventTypes[].bookingFields[]", "disableOnPrefill variant variantsConfig"),
    ],
    reason: rawColumns,
  },
  {
    in: ["03 § no version header: public list", "38 § public event types of a user"],
    what: each("data[]", "descriptionAsSafeHTML"),
    reason: rawColumns,
  },
  {
    in: ["03 § no version header: public one", "38 § public event type by username and slug"],
    what: [
      ...each("data", "bookerLayouts entity schedule showInstantEventConnectNowModal subsetOfUsers"),
      ...each("data.owner", "brandColor darkBrandColor theme metadata organization profile"),
      ...each("data.owner", "defaultScheduleId nonProfileUsername"),
      ...each("data.profile", "bookerLayouts brandColor darkBrandColor theme username weekStart"),
    ],
    reason: rawColumns,
  },
  {
    in: ["03 § no version header: PATCH", "38 § PATCH event type"],
    what: [
      ...each("data", "aiPhoneCallConfig customInputs fieldTranslations hashedLink metadata.apps"),
      ...each("data", "owner users parent children hosts hostGroups team webhooks workflows"),
      ...each("data", "schedule scheduleName instantMeetingSchedule restrictionSchedule restrictionScheduleName"),
      ...each("data", "destinationCalendar bookerUrl"),
      ...each("data.bookingFields[]", "getOptionsAt hideWhenJustOneOption optionsInputs"),
    ],
    reason: rawColumns,
  },
  {
    in: ["03 § no version header*", "38 § *event type*"],
    what: [
      "data*.bookingFields[].hidden: additional",
      ...each("data", "canSendCalVideoTranscriptionEmails profile.slug", "additional"),
      ...each("data.eventType", "bookingRequiresAuthentication instantMeetingScheduleId parentId", "additional"),
      ...each("data.eventType", "position profileId rrHostSubsetEnabled scheduleId", "additional"),
      ...each("data[]", "disableCancelling disableGuests disableRescheduling minimumRescheduleNotice", "additional"),
      ...each("data[]", "seatsPerTimeSlot seatsShowAvailabilityCount", "additional"),
      ...each("data", "position profileId parentId scheduleId instantMeetingScheduleId", "additional"),
      ...each("data", "rrHostSubsetEnabled bookingRequiresAuthentication", "additional"),
      ...each("data.bookingFields[]", "getOptionsAt optionsInputs hideWhenJustOneOption", "additional"),
      ...each("data.eventTypeGroups[].eventTypes[]", "forwardParamsSuccessRedirect calVideoSettings", "additional"),
      ...each("data.eventTypeGroups[].eventTypes[]", "autoTranslateInstantMeetingTitleEnabled", "additional"),
      ...each("data.eventTypeGroups[].eventTypes[]", "includeNoShowInRRCalculation rrHostSubsetEnabled", "additional"),
      ...each("data.eventTypeGroups[].eventTypes[]", "maxActiveBookingsPerBooker", "additional"),
      ...each("data.eventTypeGroups[].eventTypes[]", "maxActiveBookingPerBookerOfferReschedule", "additional"),
      ...each("data.eventTypeGroups[].eventTypes[]", "bookingRequiresAuthentication", "additional"),
    ],
    reason: "The dialect of 2024-04-15 answers with one form of an event type everywhere.",
  },
  { in: "*", what: "data*.profile.image: null, not string", reason: "No picture is made up for who has none." },

  {
    in: "38 § public event type, unknown slug",
    what: "status: 404, not 200",
    reason: "Reference of event types §8: unknown is 404; the recorded server answers null.",
  },
  {
    in: "38 § POST event type, lengthInMinutes of the newer shape",
    what: "error.details.errors[].target.lengthInMinutes: additional",
    reason: "The body is repeated as it was sent, with what nobody knows of it.",
  },

  // Slots
  {
    in: "04 § usernames (dynamic)*",
    what: "status: 200, not 400",
    reason: "[K] organizationSlug is optional (reference of availability §6).",
  },
  {
    in: "04 § old parameter names*",
    what: "status: 200, not 400",
    reason: "[K] Old names are aliases (reference of availability).",
  },
  { in: "12 § 1c. *", what: "status: 200, not 400", reason: "[K] Old names are aliases (reference of availability)." },
  { in: "04 § *version*", what: "status: 200, not 404", reason: unversioned },
  { in: "12 § 1. slots, verbatim*", what: "status: 200, not 404", reason: headerless },
  {
    in: "04 § very long range*",
    what: "status: 400, not 200",
    reason: "[K] A window has at most 366 days (reference of availability §10).",
  },
  { in: "05 § no version header", what: "status: 201, not 404", reason: unversioned },

  // Bookings
  { in: "*", what: "data*.displayEmail: additional", reason: newer },
  {
    in: "*",
    what: ["data*.metadata: additional", "data*.description: string, not null"],
    reason: "The contract has both for seated bookings too, and no null for the description.",
  },
  {
    in: "06 § seated with guests",
    what: "data.attendees: 2 elements, not 1",
    reason: "[K] Guests of a seated booking take seats; the recorded server loses them.",
  },
  { in: "06 § booking fields, address location", what: "status: 201, not 400", reason: `${fault} Number fields work.` },
  {
    in: "06 § recurrenceCount on a normal type",
    what: "status: 400, not 201",
    reason: "[K] Reference of bookings §5.1.",
  },
  {
    in: "07 § ?teamId=5",
    what: "data: 0 elements, not 3",
    reason: "A filter by a team without bookings finds none; the recorded server ignores it.",
  },
  { in: "* (not in this snapshot*)", what: "status: 20*, not 404", reason: newer },
  {
    in: "*mark-absent*stranger",
    what: "status: 403, not *",
    reason: "[K] Always host access (reference of bookings §4).",
  },
  {
    in: "08b § past: mark-absent unknown attendee",
    what: "status: 200, not 500",
    reason: "COMPAT not kept: who is not there cannot be marked, and nothing else happens.",
  },
  {
    in: "08 § confirm the second request of the same slot",
    what: "status: 400, not 200",
    reason: `${fault} Confirming looks whether the time is still free.`,
  },
  { in: "08 § decline twice", what: "status: 400, not 200", reason: "Rejected is final (reference of bookings §3)." },
  { in: "08b § guests POST eleven guests", what: "status: 400, not 200", reason: "[K] At most ten guests at once." },
  {
    in: "08b § *",
    what: ["data*.attendees: 5 elements, not 16", "data*.guests: 4 elements, not 15"],
    reason: "The eleven guests that were refused are not there.",
  },
  {
    in: "08* § reschedule * host with key*",
    what: "data.rescheduledByEmail: string, not null",
    reason: "[K] Who moves a booking with the host's key is the host.",
  },
  {
    in: "08 § reschedule one recurrence",
    what: "data.rescheduledByEmail: additional",
    reason: "[K] Who moves a booking with the host's key is the host.",
  },
  { in: "08 § seated: cancel whole as host", what: "data.cancelledByEmail: additional", reason: newer },
  { in: "08 § past: reschedule", what: "status: 400, not 201", reason: "[K] Reference of bookings §9.1." },
  {
    in: "08 § past: list",
    what: "data: 2 elements, not 1",
    reason: "The booking that could not be moved is still there.",
  },
  { in: "08b § limit day 1: second", what: "status: 403, not 401", reason: "Reference of bookings §5.4, rule 10." },
  {
    in: "08b § duration limit 45/day: second 30",
    what: "status: 403, not 400",
    reason: "[K] Reference of bookings §5.4, rule 10.",
  },
  { in: "08b § outside of the booking window", what: "status: 400, not 201", reason: fault },
  {
    in: "12 § 2. booking, verbatim*",
    what: [
      "error.details.errors: missing",
      "error.details.message: additional",
      "error.details.error: additional",
      "error.details.statusCode: additional",
    ],
    reason: headerless,
  },
  { in: "12 § 2b. *", what: "status: 201, not 400", reason: headerless },
  {
    in: "12 § 2d. *",
    what: "status: 400, not 201",
    reason: "The time was booked by 2b, which the recorded server refused.",
  },
  { in: "09 § POST (new body, no header)", what: "status: 201, not 400", reason: headerless },
  { in: "09 § version 2024-09-04 (no controller)", what: "status: 200, not 404", reason: unversioned },
  {
    in: "09 § version 2026-02-25*",
    what: "data.bookings: missing",
    reason: "The recorded server did not know that version and served its oldest.",
  },
  { in: "09 § POST *", what: "data*.idempotencyKey: missing", reason: rawColumns },
  { in: "09 § GET one", what: "data.user.avatarUrl: missing", reason: rawColumns },
  {
    in: "09 § GET list *",
    what: each("data.bookings[].eventType", "bookingFields disableGuests metadata"),
    reason: rawColumns,
  },

  // Webhooks
  {
    in: "10 § GET list take=1&skip=1",
    what: [
      "data[].payloadTemplate: string, not null",
      "data[].secret: null, not string",
      "data[].triggers: 1 elements, not 8",
    ],
    reason: "[K] Lists without an order of their own are in the order of creation (reference §1.5).",
  },
  { in: "12 § 3. *", what: "status: 201, not 400", reason: "[K] Without `active` a webhook is active." },
  { in: "12 § 3b. *", what: "status: 409, not 201", reason: "3 made it already." },
  {
    in: "10 § POST missing active*",
    what: "status: 201, not 400",
    reason: "[K] Without `active` a webhook is active.",
  },
  { in: ["10 § *", "38 § POST event-type webhook*"], what: "data*.version: additional", reason: newer },
  {
    in: "10 § POST not a URL",
    what: "status: 400, not 201",
    reason: "[K] An address that cannot be called is refused at once.",
  },
  {
    in: "10 § cancel the second seat",
    what: "status: 400, not 404",
    reason: "An unknown seat is the same 400 as in 08.",
  },
];

/** Recorded exchanges that are not played. */
export interface Unplayed {
  in: string;
  reason: string;
  /** The operation that has to be there first. */
  awaits?: string;
}

const calendars = "Calendars come later.";
const teams = "Teams and organizations come later.";

export const unplayed: readonly Unplayed[] = [
  { in: "* race *", reason: "Sent at the same time there; test/races does that here." },
  { in: "13*", reason: "Limits of the recorded server's own settings; server/http/rate-limit.test.ts has ours." },
  { in: "11 § no content type", reason: "The harness names the type of every body." },
  { in: "11 § body of 200 kB", reason: "The recording shortens the body." },
  { in: "01 § GET /v2/conferencing", reason: calendars, awaits: "GET /v2/conferencing" },
  { in: "01 § GET /v2/conferencing/default", reason: calendars, awaits: "GET /v2/conferencing/default" },
  { in: "01 § GET /v2/calendars", reason: calendars, awaits: "GET /v2/calendars" },
  { in: "01 § GET /v2/calendars/busy-times", reason: calendars, awaits: "GET /v2/calendars/busy-times" },
  { in: "11 § teams as a user without an organization", reason: teams, awaits: "GET /v2/teams" },
  { in: "11 § organization endpoints *", reason: teams, awaits: "GET /v2/organizations/{orgId}/teams" },
];
