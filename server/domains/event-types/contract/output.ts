import { z } from "zod";
import { BookerLayouts, CalVideoSettings, DisableCancelling, EventTypeColor } from "./settings.js";

const isPublic = z.boolean();
const OutputLocation = z.union([
  z
    .object({ type: z.literal("address"), address: z.string(), public: isPublic })
    .meta({ id: "OutputAddressLocation_2024_06_14" }),
  z
    .object({ type: z.literal("link"), link: z.string(), public: isPublic })
    .meta({ id: "OutputLinkLocation_2024_06_14" }),
  z
    .object({
      type: z.literal("integration"),
      integration: z.string(),
      link: z.string().optional(),
      credentialId: z.int().optional(),
    })
    .meta({ id: "OutputIntegrationLocation_2024_06_14" }),
  z
    .object({ type: z.literal("phone"), phone: z.string(), public: isPublic })
    .meta({ id: "OutputPhoneLocation_2024_06_14" }),
  z
    .object({ type: z.enum(["organizersDefaultApp", "attendeePhone", "attendeeAddress", "attendeeDefined"]) })
    .meta({ id: "OutputOrganizersDefaultAppLocation_2024_06_14" }),
  z.object({ type: z.literal("unknown"), location: z.string() }).meta({ id: "OutputUnknownLocation_2024_06_14" }),
]);

const BookingFieldOutput = z
  .object({
    type: z.string(),
    slug: z.string(),
    isDefault: z.boolean(),
    label: z.string().optional(),
    required: z.boolean().optional(),
    hidden: z.boolean().optional(),
    placeholder: z.string().optional(),
    disableOnPrefill: z.boolean().optional(),
    options: z.array(z.string()).optional(),
    bookingField: z.string().optional(),
  })
  .meta({ id: "BookingFieldOutput_2024_06_14" });

const EventTypeUser = z
  .object({
    id: z.int(),
    name: z.string().nullable(),
    username: z.string(),
    avatarUrl: z.string().nullable(),
    weekStart: z.string(),
    brandColor: z.string().nullable(),
    darkBrandColor: z.string().nullable(),
    metadata: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "EventTypeUser" });

const flag = z.boolean();
const number = z.int();

/** A policy, or `{disabled: true}` where there is none. */
const orDisabled = <T extends z.ZodRawShape>(shape: T) =>
  z.union([z.object(shape), z.object({ disabled: z.literal(true) })]);

const Recurrence = z.object({
  disabled: flag,
  interval: number,
  occurrences: number,
  frequency: z.enum(["yearly", "monthly", "weekly"]),
});

const BookingWindow = z.union([
  z.object({ type: z.enum(["businessDays", "calendarDays"]), value: number, rolling: flag }),
  z.object({ type: z.literal("range"), value: z.array(z.string()) }),
  z.object({ disabled: z.literal(true) }),
]);

const ConfirmationPolicy = orDisabled({
  type: z.enum(["always", "time"]),
  noticeThreshold: z.object({ unit: z.enum(["minutes", "hours"]), count: number }).optional(),
  blockUnconfirmedBookingsInBooker: flag,
});

const Seats = orDisabled({
  disabled: z.literal(false),
  seatsPerTimeSlot: number,
  showAttendeeInfo: flag,
  showAvailabilityCount: flag,
});

const BookerLimit = orDisabled({ maximumActiveBookings: number.optional(), offerReschedule: flag.optional() });

const Limits = z
  .object({ day: number, week: number, month: number, year: number })
  .partial()
  .meta({ id: "BookingLimitsOutput_2024_06_14" });

export const EventTypeOutput = z
  .object({
    id: z.int(),
    ownerId: z.int(),
    lengthInMinutes: z.int(),
    lengthInMinutesOptions: z.array(z.int()).optional(),
    title: z.string(),
    slug: z.string(),
    description: z.string(),
    locations: z.array(OutputLocation),
    bookingFields: z.array(BookingFieldOutput),
    recurrence: Recurrence.nullable(),
    disableGuests: flag,
    slotInterval: z.int().nullable(),
    minimumBookingNotice: z.int(),
    beforeEventBuffer: z.int(),
    afterEventBuffer: z.int(),
    metadata: z.record(z.string(), z.unknown()),
    price: z.number(),
    currency: z.string(),
    lockTimeZoneToggleOnBookingPage: flag,
    forwardParamsSuccessRedirect: flag,
    successRedirectUrl: z.string().nullable(),
    isInstantEvent: flag,
    users: z.array(EventTypeUser),
    scheduleId: z.int().nullable(),
    bookingLimitsCount: Limits.optional(),
    bookingLimitsDuration: Limits.optional(),
    bookerActiveBookingsLimit: BookerLimit,
    onlyShowFirstAvailableSlot: flag,
    offsetStart: z.int(),
    bookingWindow: BookingWindow,
    bookerLayouts: BookerLayouts.optional(),
    confirmationPolicy: ConfirmationPolicy,
    requiresBookerEmailVerification: flag,
    hideCalendarNotes: flag,
    color: EventTypeColor.optional(),
    seats: Seats,
    customName: z.string().optional(),
    useDestinationCalendarEmail: flag,
    hideCalendarEventDetails: flag,
    hideOrganizerEmail: flag,
    calVideoSettings: CalVideoSettings.optional(),
    hidden: flag,
    bookingRequiresAuthentication: flag,
    disableCancelling: DisableCancelling.optional(),
    disableRescheduling: z.object({ disabled: flag.optional(), minutesBefore: number.optional() }).optional(),
    interfaceLanguage: z.string().nullable(),
    allowReschedulingPastBookings: flag,
    allowReschedulingCancelledBookings: flag,
    showOptimizedSlots: flag,
    bookingUrl: z.url(),
  })
  .meta({ id: "EventTypeOutput_2024_06_14" });

export const DeletedEventType = z
  .object({ id: z.int(), lengthInMinutes: z.int(), title: z.string(), slug: z.string() })
  .meta({ id: "DeleteData_2024_06_14" });
