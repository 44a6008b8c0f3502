import { z } from "zod";
import type { Instant } from "../../core/time/index.js";
import {
  instant,
  instantOrDate,
  instantText,
  language,
  listUpTo,
  mailAddress,
  metadata,
  phoneNumber,
  queryInt,
  textUpTo,
  zoneName,
} from "../../wire.js";
import { attendeeFields } from "./contract/people.js";

const emptyAsAbsent = (text: unknown): unknown => (text === "" ? undefined : text);
const email = mailAddress;
const personName = textUpTo(500).min(1);

const AttendeeInput = z
  .object({
    name: personName,
    timeZone: zoneName,
    email: z.preprocess(emptyAsAbsent, email.optional()),
    phoneNumber: z.preprocess(emptyAsAbsent, phoneNumber.optional()),
    language: language.default("en"),
  })
  .superRefine(({ email, phoneNumber }, ctx) => {
    if (email || phoneNumber) return;
    const message = "Attendee must have at least one contact method (email or phone number)";
    ctx.addIssue({ code: "custom", message, params: { rule: "hasContact" } });
  })
  .meta({ id: "BookingAttendee" });

/** A place by its kind: the event type must offer it. */
const LocationInput = z
  .union([
    z.object({ type: z.literal("address") }),
    z.object({ type: z.literal("link") }),
    z.object({ type: z.literal("phone") }),
    z.object({ type: z.literal("organizersDefaultApp") }),
    z.object({ type: z.literal("integration"), integration: z.string() }),
    z.object({ type: z.literal("attendeeAddress"), address: z.string().min(1) }),
    z.object({ type: z.literal("attendeePhone"), phone: phoneNumber }),
    z.object({ type: z.literal("attendeeDefined"), location: z.string().min(1) }),
  ])
  .meta({ id: "BookingLocation" });
export type LocationInput = z.output<typeof LocationInput>;

const mostAnswers = 200;

const userIds = z.array(z.int().positive());

/** How a routing form chose among the hosts of a team. */
const Routing = z
  .object({
    responseId: z.int().nullish(),
    queuedResponseId: z.string().nullish(),
    teamMemberIds: userIds,
    teamMemberEmail: z.string().optional(),
    skipContactOwner: z.boolean().optional(),
    crmAppSlug: z.string().optional(),
    crmOwnerRecordType: z.string().optional(),
  })
  .meta({ id: "Routing" });

/** Flags of a host for his own event type; `2024-08-13` knows their names and ignores them. */
const ownerFlags = {
  allowConflicts: z.boolean().optional(),
  allowBookingOutOfBounds: z.boolean().optional(),
  skipBookingLimits: z.boolean().optional(),
};

const withoutFlags = <T extends object>(input: T): T => ({
  ...input,
  allowConflicts: undefined,
  allowBookingOutOfBounds: undefined,
  skipBookingLimits: undefined,
});

export const CreateBookingInputForHosts = z
  .strictObject({
    start: instant,
    attendee: AttendeeInput,
    eventTypeId: z.int().positive().max(2_147_483_647).optional(),
    eventTypeSlug: z.string().min(1).optional(),
    username: z.string().min(1).optional(),
    teamSlug: z.string().min(1).optional(),
    organizationSlug: z.string().min(1).optional(),
    bookingFieldsResponses: z
      .record(z.string(), z.unknown())
      .refine((answers) => Object.keys(answers).length <= mostAnswers, `must hold at most ${mostAnswers} answers`)
      .optional(),
    guests: listUpTo(30, email).optional(),
    location: z.union([LocationInput, z.string().min(1)]).optional(),
    meetingUrl: z.url().optional(),
    metadata: metadata.optional(),
    lengthInMinutes: z.int().min(1).optional(),
    emailVerificationCode: z.string().optional(),
    /** Ours: a hold of the caller's, made by POST /v2/slots/reservations, that this booking redeems. */
    reservationUid: z.uuid().optional(),
    /** Ours: the `linkId` of a private link that this booking uses; it may stand for the event type. */
    privateLinkId: z.string().min(1).max(100).optional(),
    instant: z.boolean().optional(),
    recurrenceCount: z.int().min(1).optional(),
    routing: Routing.optional(),
    rrHostSubsetIds: userIds.optional(),
    ...ownerFlags,
  })
  .superRefine((input, ctx) => {
    if (input.eventTypeId !== undefined || input.privateLinkId !== undefined) return;
    if (input.eventTypeSlug && (input.username || input.teamSlug)) return;
    const message = "Either eventTypeId or eventTypeSlug + username or eventTypeSlug + teamSlug must be provided";
    ctx.addIssue({ code: "custom", path: ["eventTypeId"], message, params: { rule: "namesEventType" } });
  })
  .meta({ id: "CreateBookingInput_2026_02_25" });

/** What the verb takes: the newest form, and what older dialects say besides. */
export type NewBooking = z.output<typeof CreateBookingInputForHosts> & {
  endsAt?: Instant;
  /** One booking, also of a recurring event type. */
  isOneOff?: boolean;
  /** No mails say that it was made. */
  isQuiet?: boolean;
};

export const CreateBookingInput: z.ZodType<NewBooking> = CreateBookingInputForHosts.transform(withoutFlags).meta({
  id: "CreateBookingInput_2024_08_13",
});

const moveFields = {
  start: instant,
  reschedulingReason: z.string().optional(),
  rescheduledBy: email.optional(),
  seatUid: z.string().optional(),
  emailVerificationCode: z.string().optional(),
  ...ownerFlags,
};

export const RescheduleBookingInputForHosts = z
  .strictObject({
    ...moveFields,
    /** One person's booking keeps its host whatever is said. */
    rescheduleWithSameHost: z.boolean().optional(),
    rrHostSubsetIds: userIds.optional(),
  })
  .meta({ id: "RescheduleBookingInput_2026_02_25" });
export type RescheduleBookingInput = z.output<typeof RescheduleBookingInputForHosts>;

/** A new booking; or, in the oldest dialect, where one that exists is to be moved. */
export type BookingWish = NewBooking & { moves?: { uid: string; to: RescheduleBookingInput } };

export const RescheduleBookingInput: z.ZodType<RescheduleBookingInput> = z
  .strictObject(moveFields)
  .transform(withoutFlags)
  .meta({ id: "RescheduleBookingInput_2024_08_13" });

export const CancelBookingInput = z
  .strictObject({
    cancellationReason: z.string().optional(),
    cancelSubsequentBookings: z.boolean().optional(),
    seatUid: z.string().optional(),
  })
  .meta({ id: "CancelBookingInput_2024_08_13" });
export type CancelBookingInput = z.output<typeof CancelBookingInput>;

export const DeclineBookingInput = z
  .object({ reason: z.string().optional() })
  .meta({ id: "DeclineBookingInput_2024_08_13" });

export const bookingStates = ["upcoming", "recurring", "past", "cancelled", "unconfirmed"] as const;
export type BookingState = (typeof bookingStates)[number];

const idList = z
  .string()
  .regex(/^\d{1,10}(,\d{1,10})*$/, "must be a comma-separated list of numbers")
  .transform((text) => text.split(",").map(Number))
  .refine((ids) => ids.every((id) => id <= 2_147_483_647), "holds a number that is too large")
  .meta({ override: { type: "string" } });
const order = z.enum(["asc", "desc"]).optional();

export const ListBookingsQuery = z.object({
  status: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(bookingStates)))
    .meta({ override: { type: "array", items: { type: "string", enum: bookingStates } } })
    .optional(),
  attendeeEmail: z
    .string()
    .transform((text) => text.replaceAll(" ", "+"))
    .optional(),
  attendeeName: z.string().optional(),
  bookingUid: z.string().optional(),
  eventTypeIds: idList.optional(),
  eventTypeId: queryInt(0, 2_147_483_647).optional(),
  teamsIds: idList.optional(),
  teamId: queryInt(0, 2_147_483_647).optional(),
  afterStart: instantOrDate.optional(),
  beforeEnd: instantOrDate.optional(),
  afterCreatedAt: instantOrDate.optional(),
  beforeCreatedAt: instantOrDate.optional(),
  afterUpdatedAt: instantOrDate.optional(),
  beforeUpdatedAt: instantOrDate.optional(),
  sortStart: order,
  sortEnd: order,
  sortCreated: order,
  sortUpdatedAt: order,
  take: queryInt(1, 250).default(100),
  skip: queryInt(0, 2_147_483_647).default(0),
});
/** What the verb takes: the newest form, and what other dialects say besides. */
export type ListBookingsQuery = z.output<typeof ListBookingsQuery> & { organizerIds?: number[]; walk?: Walk };

/** A walk along the starts of bookings, page by page. */
export interface Walk {
  direction: "asc" | "desc";
  /** The last booking of the page before. */
  after: { startsAt: Instant; id: number } | undefined;
  /** Begins at the present: an hour before it on the way to the future, at it on the way to the past. */
  isFromNow: boolean;
}

const HostOutput = z.object({
  id: z.union([z.int(), z.literal("unknown")]),
  name: z.string(),
  email: z.string(),
  displayEmail: z.string(),
  username: z.string(),
  timeZone: z.string(),
});

const AttendeeOutput = z.object({
  ...attendeeFields,
  seatUid: z.string().optional(),
  bookingFieldsResponses: z.record(z.string(), z.unknown()).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

export const BookingOutput = z
  .object({
    id: z.int(),
    uid: z.string(),
    title: z.string(),
    description: z.string(),
    hosts: z.array(HostOutput),
    status: z.enum(["cancelled", "accepted", "rejected", "pending"]),
    cancellationReason: z.string().optional(),
    cancelledByEmail: z.string().optional(),
    reschedulingReason: z.string().optional(),
    rescheduledByEmail: z.string().nullable().optional(),
    rescheduledFromUid: z.string().optional(),
    rescheduledToUid: z.string().optional(),
    start: instantText,
    end: instantText,
    duration: z.number(),
    eventTypeId: z.int().nullable(),
    eventType: z.object({ id: z.int(), slug: z.string() }).nullable(),
    meetingUrl: z.string().optional(),
    location: z.string().optional(),
    absentHost: z.boolean(),
    createdAt: instantText,
    updatedAt: instantText.nullable(),
    metadata: z.record(z.string(), z.unknown()).optional(),
    rating: z.number().nullable().optional(),
    icsUid: z.string().optional(),
    attendees: z.array(AttendeeOutput),
    guests: z.array(z.string()).optional(),
    bookingFieldsResponses: z.record(z.string(), z.unknown()).optional(),
    seatUid: z.string().optional(),
    recurringBookingUid: z.string().optional(),
  })
  .meta({ id: "BookingOutput_2024_08_13" });

/** One booking, or the occurrences of a series by their starts. */
export const BookingsOutput = z.union([BookingOutput, z.array(BookingOutput)]);
