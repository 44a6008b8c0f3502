import { z } from "zod";
import { formatDate, parseDate, parseInstant, utcDateAt } from "../../../core/time/index.js";
import type { BookingWindow, Limits } from "../event-type.js";
import { chosen, count, minutes, orDisabled } from "./body.js";

const periods = ["day", "week", "month", "year"] as const;

/** Limits per period; `{disabled: true}` and no period at all both read as no limits. */
function limits(name: string, what: string, least: number) {
  const amount = count(least).optional();
  return z
    .object({ day: amount, week: amount, month: amount, year: amount, disabled: z.boolean().optional() })
    .superRefine((given, ctx) => {
      const set = periods.filter((period) => given[period] !== undefined);
      const fault = set.find((period, index) => (given[period] ?? 0) > (given[set[index + 1] ?? period] ?? 0));
      if (!fault || given.disabled) return;
      const larger = set[set.indexOf(fault) + 1];
      const message = `Invalid ${name}: ${what} for ${fault} cannot exceed ${what.toLowerCase()} for ${larger}.`;
      ctx.addIssue({ code: "custom", message, params: { rule: `Validate${name[0]?.toUpperCase()}${name.slice(1)}` } });
    })
    .transform(({ disabled, ...amounts }): Limits => (disabled ? {} : amounts));
}

export const BookingLimitsCount = limits("bookingLimitsCount", "The number of bookings", 1).meta({
  id: "BaseBookingLimitsCount_2024_06_14",
});
export const BookingLimitsDuration = limits("bookingLimitsDuration", "The duration of bookings", 15).meta({
  id: "BaseBookingLimitsDuration_2024_06_14",
});

export const BookerActiveBookingsLimit = orDisabled(
  z
    .object({ maximumActiveBookings: count(1).optional(), offerReschedule: z.boolean().optional() })
    .refine((given) => Object.keys(given).length > 0, {
      error: "must set maximumActiveBookings, or disabled: true",
      params: { rule: "isLimit" },
    })
    .meta({ id: "BookerActiveBookingsLimit_2024_06_14" }),
);

// Ten years, like the other spans of time.
const days = z.int().min(0, "must not be less than 0").max(3_650);

const windowOfDays = (type: "businessDays" | "calendarDays") =>
  z.object({ type: z.literal(type), value: days, rolling: z.boolean().default(false) });

const BusinessDaysWindow = windowOfDays("businessDays").meta({ id: "BusinessDaysWindow_2024_06_14" });
const CalendarDaysWindow = windowOfDays("calendarDays").meta({ id: "CalendarDaysWindow_2024_06_14" });

/** A civil date, also where it comes as a timestamp. */
const date = z.string().transform((text, ctx) => {
  const instant = parseDate(text) === null ? parseInstant(text) : null;
  if (instant !== null) return formatDate(utcDateAt(instant));
  if (parseDate(text) !== null) return text;
  ctx.addIssue({ code: "custom", message: "must be a date (YYYY-MM-DD)", params: { rule: "isDateString" } });
  return z.NEVER;
});

const RangeWindow = z
  .object({ type: z.literal("range"), value: z.array(date).length(2) })
  .refine(({ value: [first = "", last = ""] }) => first <= last, {
    error: "must not end before it begins",
    path: ["value"],
    params: { rule: "isRange" },
  })
  .transform(({ type, value }) => ({ type, value: value as [string, string] }))
  .meta({ id: "RangeWindow_2024_06_14" });

const windows = { businessDays: BusinessDaysWindow, calendarDays: CalendarDaysWindow, range: RangeWindow };

const windowType = z.looseObject({ type: z.enum(["businessDays", "calendarDays", "range"]) });

export const BookingWindowInput = orDisabled<BookingWindow>(
  chosen(
    z.union([BusinessDaysWindow, CalendarDaysWindow, RangeWindow]),
    (value) => windows[(value as BookingWindow | undefined)?.type as keyof typeof windows] ?? windowType,
  ) as z.ZodType<BookingWindow>,
);

const blockUnconfirmedBookingsInBooker = z.boolean();

export const NoticeThreshold = z
  .object({ unit: z.enum(["minutes", "hours"]), count: minutes(0) })
  .meta({ id: "NoticeThreshold_2024_06_14" });

export const ConfirmationPolicyInput = orDisabled(
  z
    .object({
      type: z.enum(["always", "time"]),
      noticeThreshold: NoticeThreshold.optional(),
      blockUnconfirmedBookingsInBooker,
    })
    .transform(({ type, noticeThreshold, blockUnconfirmedBookingsInBooker }, ctx) => {
      if (type === "always") return { type, blockUnconfirmedBookingsInBooker };
      if (noticeThreshold) return { type, noticeThreshold, blockUnconfirmedBookingsInBooker };
      const message = "must be given when type is time";
      ctx.addIssue({ code: "custom", path: ["noticeThreshold"], message, params: { rule: "isDefined" } });
      return z.NEVER;
    })
    .meta({ id: "BaseConfirmationPolicy_2024_06_14" }),
);

export const SeatsInput = orDisabled(
  z
    .object({
      seatsPerTimeSlot: count(1).max(1_000, "must not be greater than 1000"),
      showAttendeeInfo: z.boolean(),
      showAvailabilityCount: z.boolean(),
    })
    .meta({ id: "Seats_2024_06_14" }),
);

// Ten years, like the other spans of time.
const mostSteps = { weekly: 520, monthly: 120, yearly: 10 };

export const maxOccurrences = 100;

export const RecurrenceInput = orDisabled(
  z
    .object({
      interval: count(1),
      occurrences: count(1).max(maxOccurrences, `must not be greater than ${maxOccurrences}`),
      frequency: z.enum(["yearly", "monthly", "weekly"]),
    })
    .refine(({ interval, occurrences, frequency }) => interval * (occurrences - 1) <= mostSteps[frequency], {
      error: "must not reach further than ten years: lower interval or occurrences",
      path: ["interval"],
      params: { rule: "max" },
    })
    .meta({ id: "Recurrence_2024_06_14" }),
);
