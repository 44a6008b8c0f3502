import type { Instant } from "../time/index.js";

/** How the hosts of an event type share the work. A managed parent has no hosts of its own and never any slots. */
export type SchedulingKind = "personal" | "collective" | "roundRobin" | "dynamic" | "managed";

/** Everything the engine needs to know to answer for one event type. Plain values; it loads nothing itself. */
export interface SlotFacts {
  event: EventFacts;
  /** In host order: rotating before fixed or not is all the same to the engine. */
  hosts: readonly HostFacts[];
  /** Live reservations of other people, held for any of the hosts, of any event type. */
  holds: readonly Hold[];
  /** Accepted bookings of this event type while it is seated (window ± margin); empty for unseated event types. */
  seatBookings: readonly SeatBooking[];
  /**
   * Accepted bookings of this event type, all hosts together, for the booking limits: every one that starts in a local
   * year, month, week or day (of the limits that are set) which touches the window. May be empty without limits.
   */
  ownBookings: readonly OwnBooking[];
}

/** The settings of an event type that decide about slots. */
export interface EventFacts {
  scheduling: SchedulingKind;
  lengthMinutes: number;
  /** The lengths a booker may choose instead; empty = only `lengthMinutes`. */
  lengthOptions: readonly number[];
  slotIntervalMinutes: number | null;
  offsetStartMinutes: number;
  noticeMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  bookingWindow: BookingWindow;
  countLimits: PeriodLimits;
  /** In minutes. */
  durationLimits: PeriodLimits;
  /** Zone of the limits' periods: that of the event type's own schedule, else the first host's user zone (§8.5). */
  periodZone: string;
  showOptimizedSlots: boolean;
  onlyShowFirstAvailableSlot: boolean;
  /** null = not seated. */
  seatsPerTimeSlot: number | null;
  /** Pending bookings of this event type count as busy. */
  blocksUnconfirmed: boolean;
}

/** How far ahead one may book. Dates are inclusive civil dates, read in `zone` (the event type's schedule zone). */
export type BookingWindow =
  | { kind: "unlimited" }
  | { kind: "calendarDays" | "businessDays"; days: number; isRolling: boolean }
  | { kind: "range"; fromDate: string; toDate: string; zone: string };

/** At most so many bookings, or minutes, per local period. null = no limit. */
export interface PeriodLimits {
  day: number | null;
  week: number | null;
  month: number | null;
  year: number | null;
}

/** One host and all that can take time away from it. */
export interface HostFacts {
  id: number;
  /** Round robin: must take part (`mandatory`). Without round robin every host is fixed, whatever stands here. */
  isFixed: boolean;
  /** Round robin: rotating hosts of one group stand in for each other; one free host of every group is needed. */
  group: string | null;
  /** The schedule already chosen by the rules of §8.2. */
  schedule: ScheduleFacts;
  outOfOffice: readonly OutOfOffice[];
  /**
   * Accepted and pending bookings that the host organizes or attends, of any event type, touching the window ± two days,
   * best sorted by `startsAt`. The booking being rescheduled is among them: the engine leaves it out itself.
   */
  bookings: readonly BusyBooking[];
  /** Busy blocks of the selected calendars, same window, best sorted by `startsAt`. */
  calendarBlocks: readonly CalendarBlock[];
  /** A calendar of the host could not be read: the host counts as busy throughout. */
  calendarFailed: boolean;
}

/** Weekly hours and exceptions, as wall-clock minutes of the day in `zone`. */
export interface ScheduleFacts {
  zone: string;
  rules: readonly WeeklyRule[];
  overrides: readonly DateOverride[];
  /** Travel rows of the user; only given when this is the user's default schedule (else empty). First match wins. */
  travel: readonly Travel[];
}

/** `endMinute` 1439 (23:59) means midnight. `days`: 0 = Sunday … 6 = Saturday. */
export interface WeeklyRule {
  days: readonly number[];
  startMinute: number;
  endMinute: number;
}

/** `date` is `YYYY-MM-DD`. A range without length is how a day off is written. */
export interface DateOverride {
  date: string;
  startMinute: number;
  endMinute: number;
}

/** Both dates inclusive, `YYYY-MM-DD`; `endDate` null = until further notice. */
export interface Travel {
  startDate: string;
  endDate: string | null;
  zone: string;
}

/** Both dates inclusive, `YYYY-MM-DD`: the UTC dates of the entry, which the engine takes as local dates. */
export interface OutOfOffice {
  startDate: string;
  endDate: string;
}

export interface BusyBooking {
  uid: string;
  startsAt: Instant;
  endsAt: Instant;
  /** The buffers of the booking's own event type. */
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  isPending: boolean;
  /** The booking is one of the event type that is asked about. */
  isOwnEventType: boolean;
}

export interface CalendarBlock {
  startsAt: Instant;
  endsAt: Instant;
}

/** A live slot reservation of somebody else. Seat reservations of other event types hide nothing. */
export interface Hold {
  startsAt: Instant;
  endsAt: Instant;
  isSeat: boolean;
  isOwnEventType: boolean;
}

/** `taken` counts the attendees (on team events without the hosts' own addresses). */
export interface SeatBooking {
  uid: string;
  startsAt: Instant;
  endsAt: Instant;
  taken: number;
}

export interface OwnBooking {
  uid: string;
  startsAt: Instant;
  endsAt: Instant;
  organizerId: number;
}

/** What is asked: who wants to know, and for when. */
export interface SlotQuery {
  from: Instant;
  to: Instant;
  /** The booker's zone (`timeZone`), `UTC` if none was sent: date keys, alignment, "today" of booking windows. */
  zone: string;
  now: Instant;
  /** null = the event type's own length. Also the step unless the event type has a slot interval. */
  durationMinutes: number | null;
  /** The booking to be moved: neither busy nor counted. */
  rescheduleUid: string | null;
  /** Only these hosts rotate (routing, subset, same host on reschedule); ignored if none of them is a rotating host. */
  rotatingHostIds?: readonly number[] | null;
  /** A CRM's contact owner: rotates alone, unless that leaves nothing within two weeks of the window's start. */
  contactHostId?: number | null;
  /** Stop after so many slots. */
  limit?: number | null;
}

/** A start that can be booked now. Full seated slots stay listed, with nothing remaining. */
export interface Slot {
  startsAt: Instant;
  endsAt: Instant;
  /** Only for seated event types. */
  seats: SlotSeats | null;
}

export interface SlotSeats {
  booked: number;
  remaining: number;
  total: number;
  /** The seated booking at this start, if there is one. */
  bookingUid: string | null;
}

/** Owner flags of `POST /v2/bookings`, each of which skips checks. */
export interface AdmitOptions {
  /** Skips the hosts' availability: working hours, busy times, buffers (bookings 5.4 rule 11). */
  allowConflicts?: boolean;
  /** Skips minimum notice and booking window (rule 8). */
  allowBookingOutOfBounds?: boolean;
  /** Skips count and duration limits (rule 10, and their busy time in rule 11). */
  skipBookingLimits?: boolean;
  /** No owner flag but the server's own choice: the holds among the facts stand in the way, as they hide slots. */
  respectsHolds?: boolean;
  /** How many seats are wanted, if the event type has seats; 1 unless said otherwise. */
  seats?: number;
}

/**
 * May these hosts take exactly this time? Refusals stand in the order of the checks of bookings 5.4:
 * `past` rule 7, `notice` and `window` 8, `length` 9, `count-limit` and `duration-limit` 10, `hosts` 11, `seats-full` 12.
 */
export type Admission =
  | {
      kind: "free";
      /** All free hosts in the order of the facts: every fixed one, and all rotating ones to choose from. */
      hostIds: number[];
      /** The seated booking that this one joins. */
      joins: SeatBooking | null;
    }
  | { kind: "refused"; rule: Exclude<AdmitRule, "hosts"> }
  | {
      kind: "refused";
      rule: "hosts";
      /** Why each host that is not free is not: the first reason found, in order of time. */
      reasons: HostReason[];
    };

export type AdmitRule =
  | "past"
  | "notice"
  | "window"
  | "length"
  | "count-limit"
  | "duration-limit"
  | "hosts"
  | "seats-full";

export interface HostReason {
  hostId: number;
  rule: RemovalRule;
  bookingUid: string | null;
}

/** What can take time away. */
export type RemovalRule =
  | "schedule"
  | "override"
  | "out-of-office"
  | "booking"
  | "buffer"
  | "hold"
  | "calendar"
  | "limit"
  | "notice"
  | "window"
  | "grid";

/** One stretch of the window that is not offered. `hostId` null = for every host. */
export interface Removal {
  hostId: number | null;
  rule: RemovalRule;
  from: Instant;
  to: Instant;
  bookingUid: string | null;
}

/** Filled by `findSlots` while it works, if one is handed in. */
export interface Explanation {
  removals: Removal[];
}
