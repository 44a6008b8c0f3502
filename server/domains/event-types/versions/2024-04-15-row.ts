import { z } from "zod";
import type { BookableEventType, EventType, Limits } from "../event-type.js";
import { writeField } from "./2024-04-15-fields.js";
import { writeLocation } from "./2024-04-15-locations.js";

export const Location = z.looseObject({ type: z.string().min(1) }).meta({ id: "EventTypeLocation_2024_04_15" });

export const text = z.string().nullable();
const number = z.int().nullable();
export const flag = z.boolean();

export const Row = z
  .object({
    id: z.int(),
    length: z.int(),
    slug: z.string(),
    title: z.string(),
    description: text,
    hidden: flag,
    locations: z.array(Location),
    offsetStart: z.int(),
    userId: z.int(),
    eventName: text,
    bookingFields: z.array(z.looseObject({ type: z.string() })).nullable(),
    periodType: z.enum(["UNLIMITED", "ROLLING", "ROLLING_WINDOW", "RANGE"]),
    periodStartDate: text,
    periodEndDate: text,
    periodDays: number,
    periodCountCalendarDays: flag.nullable(),
    requiresConfirmation: flag,
    recurringEvent: z.object({ interval: z.int(), count: z.int(), freq: z.int() }).nullable(),
    disableGuests: flag,
    minimumBookingNotice: z.int(),
    beforeEventBuffer: z.int(),
    afterEventBuffer: z.int(),
    seatsPerTimeSlot: number,
    scheduleId: number,
    slotInterval: number,
    price: z.number(),
    currency: z.string(),
    bookingLimits: z.record(z.string(), z.int()).nullable(),
    durationLimits: z.record(z.string(), z.int()).nullable(),
    metadata: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: "EventTypeOutput_2024_04_15" });

/** The whole row. */
export function row({ eventType }: BookableEventType) {
  return {
    ...basics(eventType),
    ...alwaysSo,
    ...period(eventType.bookingWindow),
    ...shown(eventType.settings),
    locations: eventType.locations.map(writeLocation),
    bookingFields: eventType.bookingFields.map(writeField),
    userId: eventType.ownerId,
    offsetStart: eventType.offsetStartMinutes,
    eventName: eventType.customName,
    requiresConfirmation: eventType.confirmationPolicy !== null,
    requiresConfirmationWillBlockSlot: eventType.confirmationPolicy?.blockUnconfirmedBookingsInBooker ?? false,
    recurringEvent: recurringEvent(eventType),
    minimumBookingNotice: eventType.noticeMinutes,
    beforeEventBuffer: eventType.bufferBeforeMinutes,
    afterEventBuffer: eventType.bufferAfterMinutes,
    slotInterval: eventType.slotIntervalMinutes,
    onlyShowFirstAvailableSlot: eventType.showsFirstSlotOnly,
    showOptimizedSlots: eventType.showsOptimizedSlots,
    seatsShowAttendees: eventType.seats?.showAttendeeInfo ?? false,
    scheduleId: eventType.scheduleId,
    bookingLimits: perPeriod(eventType.bookingLimits),
    durationLimits: perPeriod(eventType.durationLimits),
    maxActiveBookingsPerBooker: eventType.bookerLimit?.maximumActiveBookings ?? null,
    maxActiveBookingPerBookerOfferReschedule: eventType.bookerLimit?.offerReschedule ?? false,
    bookingRequiresAuthentication: eventType.requiresAuthentication,
    requiresBookerEmailVerification: eventType.requiresEmailVerification,
    metadata: metadataOf(eventType),
  };
}

/** What owners and strangers see alike. */
export const basics = (eventType: EventType) => ({
  id: eventType.id,
  title: eventType.title,
  slug: eventType.slug,
  description: eventType.description || null,
  length: eventType.lengthMinutes,
  hidden: eventType.isHidden,
  disableGuests: eventType.disablesGuests,
  disableCancelling: eventType.disablesCancelling,
  disableRescheduling: eventType.reschedulingPolicy?.disabled ?? false,
  minimumRescheduleNotice: eventType.reschedulingPolicy?.minutesBefore ?? null,
  seatsPerTimeSlot: eventType.seats?.seatsPerTimeSlot ?? null,
  seatsShowAvailabilityCount: eventType.seats?.showAvailabilityCount ?? true,
  schedulingType: null,
  price: 0,
  currency: "usd",
  lockedTimeZone: null,
  canSendCalVideoTranscriptionEmails: true,
});

/** Columns of what nobody can change here. */
const alwaysSo = {
  position: 0,
  profileId: null,
  teamId: null,
  parentId: null,
  timeZone: null,
  isInstantEvent: false,
  assignAllTeamMembers: false,
  useEventTypeDestinationCalendarEmail: false,
  secondaryEmailId: null,
  forwardParamsSuccessRedirect: true,
  useEventLevelSelectedCalendars: false,
  requiresConfirmationForFreeEmail: false,
  autoTranslateDescriptionEnabled: false,
  autoTranslateInstantMeetingTitleEnabled: true,
  instantMeetingExpiryTimeOffsetInSeconds: 90,
  instantMeetingScheduleId: null,
  instantMeetingParameters: [],
  assignRRMembersUsingSegment: false,
  rrSegmentQueryValue: null,
  isRRWeightsEnabled: false,
  maxLeadThreshold: null,
  includeNoShowInRRCalculation: false,
  rescheduleWithSameRoundRobinHost: false,
  rrHostSubsetEnabled: false,
  customReplyToEmail: null,
  useBookerTimezone: false,
  restrictionScheduleId: null,
};

export function period(window: EventType["bookingWindow"]) {
  const unset = { periodStartDate: null, periodEndDate: null, periodDays: null, periodCountCalendarDays: null };
  if (!window) return { ...unset, periodType: "UNLIMITED" };
  if (window.type === "range") {
    const [periodStartDate, periodEndDate] = window.value.map((date) => `${date}T00:00:00.000Z`);
    return { ...unset, periodType: "RANGE", periodStartDate, periodEndDate };
  }
  return {
    ...unset,
    periodType: window.rolling ? "ROLLING_WINDOW" : "ROLLING",
    periodDays: window.value,
    periodCountCalendarDays: window.type === "calendarDays",
  };
}

const shown = (settings: Record<string, unknown>) => ({
  lockTimeZoneToggleOnBookingPage: settings.lockTimeZoneToggleOnBookingPage ?? false,
  hideCalendarNotes: settings.hideCalendarNotes ?? false,
  hideCalendarEventDetails: settings.hideCalendarEventDetails ?? false,
  hideOrganizerEmail: settings.hideOrganizerEmail ?? false,
  allowReschedulingPastBookings: settings.allowReschedulingPastBookings ?? false,
  allowReschedulingCancelledBookings: settings.allowReschedulingCancelledBookings ?? false,
  interfaceLanguage: settings.interfaceLanguage ?? null,
  successRedirectUrl: settings.successRedirectUrl ?? null,
  eventTypeColor: settings.color ?? null,
  calVideoSettings: settings.calVideoSettings ?? null,
});

const frequencies = ["yearly", "monthly", "weekly"];

export const recurringEvent = ({ recurrence }: EventType) =>
  recurrence && {
    interval: recurrence.interval,
    count: recurrence.occurrences,
    freq: frequencies.indexOf(recurrence.frequency),
  };

const perPeriod = (limits: Limits | null) =>
  limits && Object.fromEntries(Object.entries(limits).map(([name, most]) => [`PER_${name.toUpperCase()}`, most]));

/** COMPAT: upstream keeps these in its metadata, and layouts under longer names. */
export function metadataOf({ lengthOptions, confirmationPolicy, settings, metadata }: EventType) {
  const layouts = settings.bookerLayouts as { defaultLayout: string; enabledLayouts: string[] } | undefined;
  const threshold = confirmationPolicy?.type === "time" ? confirmationPolicy.noticeThreshold : undefined;
  return {
    ...metadata,
    ...(lengthOptions.length > 0 && { multipleDuration: lengthOptions }),
    ...(threshold && { requiresConfirmationThreshold: { time: threshold.count, unit: threshold.unit } }),
    ...(layouts && {
      bookerLayouts: {
        enabledLayouts: layouts.enabledLayouts.map((layout) => `${layout}_view`),
        defaultLayout: `${layouts.defaultLayout}_view`,
      },
    }),
  };
}
