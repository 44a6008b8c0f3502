import { invalid } from "../../../errors.js";
import type { ConfirmationPolicy, EventTypeChanges, NewEventType } from "../event-type.js";
import type { CreateBody, UpdateBody } from "./input.js";
import { settings } from "./settings.js";

/** A parsed body in our own words: what is absent stays absent. */
export function readChanges(body: UpdateBody): EventTypeChanges {
  checkCalendars(body);
  return withoutUndefined({
    title: body.title,
    slug: body.slug,
    description: body.description,
    lengthMinutes: body.lengthInMinutes,
    lengthOptions: body.lengthInMinutesOptions,
    // COMPAT: an interval of 0 is taken, and means the length like null.
    slotIntervalMinutes: body.slotInterval === 0 ? null : body.slotInterval,
    offsetStartMinutes: body.offsetStart,
    noticeMinutes: body.minimumBookingNotice,
    bufferBeforeMinutes: body.beforeEventBuffer,
    bufferAfterMinutes: body.afterEventBuffer,
    scheduleId: body.scheduleId,
    bookingWindow: body.bookingWindow,
    bookingLimits: body.bookingLimitsCount,
    durationLimits: body.bookingLimitsDuration,
    bookerLimit: body.bookerActiveBookingsLimit,
    confirmationPolicy: body.confirmationPolicy === undefined ? simplePolicy(body) : body.confirmationPolicy,
    recurrence: body.recurrence,
    seats: body.seats,
    locations: body.locations,
    bookingFields: body.bookingFields,
    customName: body.customName,
    showsFirstSlotOnly: body.onlyShowFirstAvailableSlot,
    showsOptimizedSlots: body.showOptimizedSlots,
    isHidden: body.hidden,
    disablesGuests: body.disableGuests,
    requiresAuthentication: body.bookingRequiresAuthentication,
    requiresEmailVerification: body.requiresBookerEmailVerification,
    disablesCancelling: body.disableCancelling?.disabled,
    reschedulingPolicy: body.disableRescheduling,
    settings: readSettings(body),
  });
}

/** Only connected calendars are written to, and nobody can connect one yet. */
function checkCalendars({ destinationCalendar, useDestinationCalendarEmail }: UpdateBody): void {
  if (destinationCalendar)
    throw invalid("Validation failed: destinationCalendar is not one of your connected calendars");
  if (useDestinationCalendarEmail) {
    throw invalid("Validation failed: A primary connected calendar is required to set useDestinationCalendarEmail");
  }
}

export const readNewEventType = (body: CreateBody): NewEventType => ({
  ...readChanges(body),
  title: body.title,
  slug: body.slug,
  lengthMinutes: body.lengthInMinutes,
});

function simplePolicy({ requiresConfirmation }: UpdateBody): ConfirmationPolicy | null | undefined {
  if (requiresConfirmation === undefined) return undefined;
  return requiresConfirmation ? { type: "always", blockUnconfirmedBookingsInBooker: false } : null;
}

const readSettings = (body: UpdateBody): Record<string, unknown> => {
  const names = Object.keys(settings) as (keyof typeof settings)[];
  return withoutUndefined(Object.fromEntries(names.map((name) => [name, body[name]])));
};

const withoutUndefined = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
