import {
  type BusyBooking,
  type EventFacts,
  findSlots,
  groupByDate,
  type HostFacts,
  type PeriodLimits,
  type ScheduleFacts,
  type Slot,
  type SlotFacts,
  type SlotQuery,
} from "../../server/core/slots/index.js";
import { formatInZone, type Instant, knownZone, parseInstant } from "../../server/core/time/index.js";

/** Facts and questions written the way the worked examples of the availability chapter (§9) are. */

const noLimits: PeriodLimits = { day: null, week: null, month: null, year: null };

const plainEvent: EventFacts = {
  scheduling: "personal",
  lengthMinutes: 60,
  lengthOptions: [],
  slotIntervalMinutes: null,
  offsetStartMinutes: 0,
  noticeMinutes: 0,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  bookingWindow: { kind: "unlimited" },
  countLimits: noLimits,
  durationLimits: noLimits,
  periodZone: "UTC",
  showOptimizedSlots: false,
  onlyShowFirstAvailableSlot: false,
  seatsPerTimeSlot: null,
  blocksUnconfirmed: false,
};

export function event(settings: Partial<EventFacts> = {}): EventFacts {
  return { ...plainEvent, ...settings };
}

export function limits(settings: Partial<PeriodLimits>): PeriodLimits {
  return { ...noLimits, ...settings };
}

/**
 * Hours such as `1-5 09:00-17:00` (weekdays, 0 = Sunday), and overrides such as `2027-06-07 10:00-12:00`.
 *
 * hours("Europe/Rome", "1-5 09:00-17:00", "2027-06-08 00:00-00:00")
 */
export function hours(zone: string, ...lines: string[]): ScheduleFacts {
  const entries = lines.map((line) => {
    const [when, range] = line.split(" ");
    const [startMinute, endMinute] = range!.split("-").map(minuteOf);
    return { when: when!, startMinute: startMinute!, endMinute: endMinute! };
  });
  const isDate = (when: string) => when.length === 10;
  return {
    zone,
    rules: entries.filter(({ when }) => !isDate(when)).map(({ when, ...rest }) => ({ days: daysOf(when), ...rest })),
    overrides: entries.filter(({ when }) => isDate(when)).map(({ when, ...rest }) => ({ date: when, ...rest })),
    travel: [],
  };
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function daysOf(text: string): number[] {
  const [first, last] = text.split("-").map(Number);
  return [0, 1, 2, 3, 4, 5, 6].filter((day) => day >= first! && day <= (last ?? first!));
}

let hostCount = 0;

export function host(schedule: ScheduleFacts, rest: Partial<HostFacts> = {}): HostFacts {
  hostCount++;
  const facts = {
    isFixed: false,
    group: null,
    outOfOffice: [],
    bookings: [],
    calendarBlocks: [],
    calendarFailed: false,
  };
  return { id: hostCount, ...facts, schedule, ...rest };
}

/** booking("2027-06-07T12:00Z", "2027-06-07T13:00Z", { bufferBeforeMinutes: 10 }) */
export function booking(from: string, to: string, rest: Partial<BusyBooking> = {}): BusyBooking {
  return {
    uid: `${from}/${to}`,
    startsAt: at(from),
    endsAt: at(to),
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    isPending: false,
    isOwnEventType: false,
    ...rest,
  };
}

export function facts(settings: Partial<EventFacts>, hosts: HostFacts[], rest: Partial<SlotFacts> = {}): SlotFacts {
  return { event: event(settings), hosts, holds: [], seatBookings: [], ownBookings: [], ...rest };
}

/** at("2027-06-07") is midnight UTC, at("2027-06-07T09:30Z") what it says. */
export function at(text: string): Instant {
  return parseInstant(text, { allowDate: true })!;
}

/** Whole days in UTC from one date to another, both included, asked long before; or exact times. */
export function query(from: string, to: string = from, rest: Partial<SlotQuery> = {}): SlotQuery {
  const end = to.length === 10 ? at(to) + 86_399_000 : at(to);
  const base = { zone: "UTC", durationMinutes: null, rescheduleUid: null };
  return { from: at(from), to: end, now: at(from) - 100 * 86_400_000, ...base, ...rest };
}

/** What is offered, by date in the booker's zone: `{ "2027-06-07": "08 09:30" }`. */
export function offered(facts: SlotFacts, query: SlotQuery): Record<string, string> {
  return byDate(findSlots(facts, query), query.zone);
}

export function byDate(slots: readonly Slot[], zoneName: string): Record<string, string> {
  const zone = knownZone(zoneName);
  const days = groupByDate(slots, zone).map(({ date, slots }) => {
    return [date, slots.map(({ startsAt }) => formatInZone(zone, startsAt).slice(11, 16).replace(":00", "")).join(" ")];
  });
  return Object.fromEntries(days);
}
