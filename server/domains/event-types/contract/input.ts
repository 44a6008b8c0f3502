import { z } from "zod";
import { listUpTo, textUpTo } from "../../../wire.js";
import { trimmedSlug } from "../rules/slug.js";
import { count, minutes } from "./body.js";
import { bookingFields } from "./booking-fields.js";
import { locations } from "./locations.js";
import {
  BookerActiveBookingsLimit,
  BookingLimitsCount,
  BookingLimitsDuration,
  BookingWindowInput,
  ConfirmationPolicyInput,
  RecurrenceInput,
  SeatsInput,
} from "./policies.js";
import { customName, DisableRescheduling, settings } from "./settings.js";

export const lengthMinutes = minutes(1);

// Longer ones do not fit the index that keeps them unique.
export const slug = textUpTo(255)
  .transform(trimmedSlug)
  .refine((text) => text !== "", { error: "must not be empty", params: { rule: "isNotEmpty" } });

export const title = textUpTo(500);
export const description = textUpTo(20_000);

const lengthOptions = listUpTo(50, lengthMinutes)
  .min(1)
  .refine((lengths) => new Set(lengths).size === lengths.length, {
    error: "must not hold a length twice",
    params: { rule: "arrayUnique" },
  });

const DestinationCalendar = z
  .object({ integration: z.string(), externalId: z.string() })
  .meta({ id: "DestinationCalendar_2024_06_14" });

const required = { lengthInMinutes: lengthMinutes, title, slug };

const optional = {
  lengthInMinutesOptions: lengthOptions,
  description,
  locations,
  bookingFields,
  disableGuests: z.boolean(),
  slotInterval: minutes(0).nullable(),
  minimumBookingNotice: minutes(0),
  beforeEventBuffer: minutes(0),
  afterEventBuffer: minutes(0),
  scheduleId: count(1),
  bookingLimitsCount: BookingLimitsCount,
  bookingLimitsDuration: BookingLimitsDuration,
  bookerActiveBookingsLimit: BookerActiveBookingsLimit,
  onlyShowFirstAvailableSlot: z.boolean(),
  bookingWindow: BookingWindowInput,
  offsetStart: minutes(0),
  confirmationPolicy: ConfirmationPolicyInput,
  /** Alias of the published agent skill. */
  requiresConfirmation: z.boolean(),
  recurrence: RecurrenceInput,
  requiresBookerEmailVerification: z.boolean(),
  seats: SeatsInput,
  customName,
  destinationCalendar: DestinationCalendar,
  useDestinationCalendarEmail: z.boolean(),
  hidden: z.boolean(),
  bookingRequiresAuthentication: z.boolean(),
  disableRescheduling: DisableRescheduling,
  showOptimizedSlots: z.boolean(),
};

/** The bodies of the newest version, property by property; `changes.ts` puts them into our own words. */
export const CreateBody = z
  .object({ ...required, ...z.object(optional).partial().shape, ...settings })
  .meta({ id: "CreateEventTypeInput_2024_06_14" });

export type CreateBody = z.output<typeof CreateBody>;

export const UpdateBody = z
  .object({ ...z.object({ ...required, ...optional }).partial().shape, ...settings })
  .meta({ id: "UpdateEventTypeInput_2024_06_14" });
export type UpdateBody = z.output<typeof UpdateBody>;
