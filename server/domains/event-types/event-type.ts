import type { ActingUser } from "../../context.js";

/** What can be booked: the domain value. JSON parts are kept in the newest wire form, from which every dialect is derived. */
export interface EventType {
  id: number;
  ownerId: number;
  title: string;
  slug: string;
  description: string;
  lengthMinutes: number;
  /** Empty: only `lengthMinutes` can be booked. */
  lengthOptions: number[];
  slotIntervalMinutes: number | null;
  offsetStartMinutes: number;
  noticeMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  scheduleId: number | null;
  bookingWindow: BookingWindow | null;
  bookingLimits: Limits | null;
  durationLimits: Limits | null;
  bookerLimit: BookerLimit | null;
  confirmationPolicy: ConfirmationPolicy | null;
  seats: Seats | null;
  recurrence: Recurrence | null;
  /** Never empty. */
  locations: Location[];
  /** Defaults and custom fields, in the order of the form. */
  bookingFields: BookingField[];
  customName: string | null;
  showsFirstSlotOnly: boolean;
  showsOptimizedSlots: boolean;
  isHidden: boolean;
  disablesGuests: boolean;
  requiresAuthentication: boolean;
  /** Bookers prove with a code that they read their address. */
  requiresEmailVerification: boolean;
  disablesCancelling: boolean;
  reschedulingPolicy: ReschedulingPolicy | null;
  /** Presentation that no rule reads: colours, layouts, redirect and the like, by their newest wire names. */
  settings: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

/** Everything of an event type but who it is and whose. */
export type EventTypeValues = Omit<EventType, "id" | "ownerId">;

/** What a caller may leave out keeps its value, or gets its default when the event type is new; so do single settings. */
export type EventTypeChanges = Partial<EventTypeValues>;
export type NewEventType = EventTypeChanges & Pick<EventType, "title" | "slug" | "lengthMinutes">;

/** Whose event type it is: the host, as bookings and pages tell it. */
export type Owner = Pick<
  ActingUser,
  | "id"
  | "name"
  | "email"
  | "username"
  | "timeZone"
  | "locale"
  | "timeFormat"
  | "weekStart"
  | "avatarUrl"
  | "defaultScheduleId"
>;

export interface BookableEventType {
  eventType: EventType;
  owner: Owner;
}

/** Event types; or people who asked to be met together, for whom an event type is made up on the spot. */
export type EventTypeList =
  | { kind: "stored"; bookables: BookableEventType[]; viewer: Owner | null }
  | { kind: "dynamic"; people: Owner[] };

export type BookingWindow =
  | { type: "businessDays" | "calendarDays"; value: number; rolling: boolean }
  | { type: "range"; value: [string, string] };

/** At most so many per period; empty: the limits were switched off, which is shown differently from never set. */
export interface Limits {
  day?: number;
  week?: number;
  month?: number;
  year?: number;
}

export interface BookerLimit {
  maximumActiveBookings?: number;
  offerReschedule?: boolean;
}

export type ConfirmationPolicy =
  | { type: "always"; blockUnconfirmedBookingsInBooker: boolean }
  | {
      type: "time";
      noticeThreshold: { unit: "minutes" | "hours"; count: number };
      blockUnconfirmedBookingsInBooker: boolean;
    };

export interface Seats {
  seatsPerTimeSlot: number;
  showAttendeeInfo: boolean;
  showAvailabilityCount: boolean;
}

export interface Recurrence {
  interval: number;
  occurrences: number;
  frequency: "yearly" | "monthly" | "weekly";
}

/** `stored` is what an older dialect sent, kept so that it goes out there unchanged. */
export type Location = Place & { stored?: Record<string, unknown> };

export type Place =
  | { type: "address"; address: string; public: boolean }
  | { type: "link"; link: string; public: boolean }
  | { type: "phone"; phone: string; public: boolean }
  | { type: "integration"; integration: string; link?: string; credentialId?: number }
  | { type: "attendeePhone" | "attendeeAddress" | "attendeeDefined" | "organizersDefaultApp" }
  | { type: "unknown"; location: string };

/** One question of the booking form, in its wire form (`slug` names the answer). */
export interface BookingField {
  type: string;
  slug: string;
  isDefault: boolean;
  label?: string;
  required?: boolean;
  hidden?: boolean;
  placeholder?: string;
  disableOnPrefill?: boolean;
  options?: string[];
  /** What an older dialect sent, kept so that it goes out there unchanged. */
  stored?: Record<string, unknown>;
  [property: string]: unknown;
}

/** When an attendee may not move a booking himself: never, or too shortly before its start. */
export interface ReschedulingPolicy {
  disabled?: boolean;
  minutesBefore?: number;
}
