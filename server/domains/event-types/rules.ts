import { invalid } from "../../errors.js";
import type { EventType, EventTypeChanges, EventTypeValues, NewEventType } from "./event-type.js";
import { defaultFields, withGuests } from "./rules/booking-fields.js";

/** What an event type is until somebody says otherwise. */
const defaults: Omit<EventTypeValues, "title" | "slug" | "lengthMinutes"> = {
  description: "",
  lengthOptions: [],
  slotIntervalMinutes: null,
  offsetStartMinutes: 0,
  noticeMinutes: 120,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  scheduleId: null,
  bookingWindow: null,
  bookingLimits: null,
  durationLimits: null,
  bookerLimit: null,
  confirmationPolicy: null,
  seats: null,
  recurrence: null,
  locations: [{ type: "integration", integration: "cal-video" }],
  bookingFields: defaultFields,
  customName: null,
  showsFirstSlotOnly: false,
  showsOptimizedSlots: false,
  isHidden: false,
  disablesGuests: false,
  requiresAuthentication: false,
  requiresEmailVerification: false,
  disablesCancelling: false,
  reschedulingPolicy: null,
  settings: {},
  metadata: {},
};

/** The event type of people who want to be met together: nothing is stored, all of them are alike. */
export const dynamicEventType: EventType = {
  ...defaults,
  id: 0,
  ownerId: 0,
  title: "Group Meeting",
  slug: "dynamic",
  description: "Join us for a meeting with multiple people",
  lengthMinutes: 30,
  lengthOptions: [15, 30, 45, 60, 90],
  bookingFields: [],
  customName: "Group Meeting",
  disablesGuests: true,
  settings: { successRedirectUrl: "" },
};

/** A new event type with its defaults filled in; refuses parts that do not go together. */
export function plannedEventType(given: NewEventType): EventTypeValues {
  const values = { ...defaults, ...given };
  return checked({ ...values, bookingFields: fieldsOf(values, given) });
}

/** An event type after a change; new parts are checked together with those that stay. */
export function changedEventType(
  { id: _, ownerId: __, ...stored }: EventType,
  given: EventTypeChanges,
): EventTypeValues {
  const values = { ...stored, ...given, settings: { ...stored.settings, ...given.settings } };
  return checked({ ...values, bookingFields: fieldsOf(values, given) });
}

/** Guests that are not allowed are not asked for. A form that was sent along may hide them all the same. */
function fieldsOf(
  { bookingFields, disablesGuests }: EventTypeValues,
  given: EventTypeChanges,
): EventType["bookingFields"] {
  if (disablesGuests) return withGuests(bookingFields, true);
  return given.disablesGuests === false && !given.bookingFields ? withGuests(bookingFields, false) : bookingFields;
}

function checked(values: EventTypeValues): EventTypeValues {
  if (values.recurrence) checkRecurring(values);
  if (!values.seats) return values;
  if (values.locations.length > 1) {
    throw invalid("Seats Validation failed: Seats are enabled but more than one location provided.");
  }
  if (values.confirmationPolicy) {
    throw invalid("Seats Validation failed: Seats are enabled but requiresConfirmation is true.");
  }
  return values;
}

function checkRecurring({ seats, bookerLimit }: EventTypeValues): void {
  if (seats) throw invalid("Seats Validation failed: Seats are enabled but the event type is recurring.");
  if (!bookerLimit) return;
  throw invalid(
    "Can't have `recurrence` and `bookerActiveBookingsLimit` enabled at the same time - recurring events do not support maximum active bookings limit setting.",
  );
}
