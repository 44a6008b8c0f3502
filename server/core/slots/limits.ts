import {
  dateAfter,
  type EpochDay,
  firstDateOf,
  knownZone,
  localDateAt,
  minuteMs,
  type PeriodUnit,
  periodUnits,
  startOfDay,
  type Zone,
} from "../time/index.js";
import type { OwnBooking, PeriodLimits, SlotFacts } from "./facts.js";
import { type Spans, union } from "./spans.js";

/** The local periods that booking limits have closed. */
export interface ClosedPeriods {
  /** For every host. */
  byCount: Spans;
  /** For single hosts, by host id; hosts without a closed period are absent. */
  byDuration: Map<number, Spans>;
}

/** As if there were no limits. */
export const nothingClosed: ClosedPeriods = { byCount: [], byDuration: new Map() };

const noLimits: PeriodLimits = { day: null, week: null, month: null, year: null };

/** What closes when a single booking is longer than the limit. */
const always: Spans = [-Infinity, Infinity];

/** The periods in which one more booking of this length would break a limit (§8.5). */
export function closedPeriods(facts: SlotFacts, lengthMinutes: number, rescheduleUid: string | null): ClosedPeriods {
  const { countLimits, durationLimits, periodZone } = facts.event;
  if (isUnlimited(countLimits) && isUnlimited(durationLimits)) return nothingClosed;
  const zone = knownZone(periodZone);
  const bookings = facts.ownBookings.filter((booking) => booking.uid !== rescheduleUid);
  return {
    byCount: fullPeriods(bookings, countLimits, zone, { weigh: () => 1, next: 1 }),
    byDuration: fullByHost(facts, bookings, zone, { weigh: minutesOf, next: lengthMinutes }),
  };
}

/** How much a booking uses up of a limit, and how much the next one would. */
interface Measure {
  weigh: (booking: OwnBooking) => number;
  next: number;
}

function isUnlimited(limits: PeriodLimits): boolean {
  return periodUnits.every((unit) => limits[unit] === null);
}

/** A host's minutes are those of the bookings it organizes; a year's are those of the event type, of all hosts. */
function fullByHost(facts: SlotFacts, bookings: readonly OwnBooking[], zone: Zone, duration: Measure) {
  const limits = facts.event.durationLimits;
  const full = new Map<number, Spans>();
  if (isUnlimited(limits)) return full;
  const years = fullPeriods(bookings, { ...noLimits, year: limits.year }, zone, duration);
  const organized = byOrganizer(bookings);
  for (const { id } of facts.hosts) {
    const shorter = fullPeriods(organized.get(id) ?? [], limits, zone, duration);
    const periods = union([...years, ...shorter]);
    if (periods.length > 0) full.set(id, periods);
  }
  return full;
}

function byOrganizer(bookings: readonly OwnBooking[]): Map<number, OwnBooking[]> {
  const organized = new Map<number, OwnBooking[]>();
  for (const booking of bookings) {
    const others = organized.get(booking.organizerId);
    if (others === undefined) organized.set(booking.organizerId, [booking]);
    else others.push(booking);
  }
  return organized;
}

function minutesOf({ startsAt, endsAt }: OwnBooking): number {
  return (endsAt - startsAt) / minuteMs;
}

function fullPeriods(bookings: readonly OwnBooking[], limits: PeriodLimits, zone: Zone, measure: Measure): Spans {
  const full: Spans = [];
  for (const unit of periodUnits) {
    const limit = limits[unit];
    if (limit === null) continue;
    if (measure.next > limit) return always;
    for (const [date, used] of usedByPeriod(bookings, unit, zone, measure.weigh)) {
      if (used + measure.next > limit) full.push(startOfDay(zone, date), startOfDay(zone, dateAfter(unit, date)));
    }
  }
  return union(full);
}

/** From the first date of a period to what the bookings that start in it use up. */
function usedByPeriod(
  bookings: readonly OwnBooking[],
  unit: PeriodUnit,
  zone: Zone,
  weigh: Measure["weigh"],
): Map<EpochDay, number> {
  const used = new Map<EpochDay, number>();
  for (const booking of bookings) {
    const date = firstDateOf(unit, localDateAt(zone, booking.startsAt));
    used.set(date, (used.get(date) ?? 0) + weigh(booking));
  }
  return used;
}
