import {
  dateAfter,
  dayMs,
  firstDateOf,
  type Instant,
  type Interval,
  knownZone,
  localDateAt,
  minuteMs,
  periodUnits,
  secondMs,
  startOfDay,
  type Zone,
} from "../time/index.js";
import type { EventFacts, HostFacts, SlotFacts, SlotQuery } from "./facts.js";

/** A query with everything worked out that follows from it at once. */
export interface Search {
  facts: SlotFacts;
  query: SlotQuery;
  /** The booker's zone. */
  zone: Zone;
  lengthMinutes: number;
  /** The time to look at, `[A, B]` of §8.1. */
  window: Interval;
  hosts: SearchedHost[];
}

export interface SearchedHost {
  host: HostFacts;
  isFixed: boolean;
}

/** Works out window, length and hosts of a query (§8.1, §8.2, §8.7). */
export function newSearch(facts: SlotFacts, query: SlotQuery): Search {
  return {
    facts,
    query,
    zone: knownZone(query.zone),
    lengthMinutes: query.durationMinutes ?? facts.event.lengthMinutes,
    window: windowOf(facts.event, query),
    hosts: hostsOf(facts, query.rotatingHostIds ?? null),
  };
}

/** Callers cap windows at a year; what is longer than this is a bug, and would hold up the loop. */
const maxWindowMs = 4_000 * dayMs;

/** 61 business days are less than 87 days; no slot of a rolling window starts later than so many days from now. */
const rollingHorizonMs = 90 * dayMs;

/**
 * Seconds at the edges of a window do not cost a slot: one may begin in the very minute of `from`, and a window that ends
 * at 23:59:59 holds a slot that ends at midnight. Days of a rolling booking window are counted from today on, wherever
 * the query begins.
 */
function windowOf(event: EventFacts, query: SlotQuery): Interval {
  const earliest = query.now + Math.max(event.noticeMinutes, 1) * minuteMs;
  if (isRolling(event))
    return { from: wholeMinute(earliest), to: Math.min(query.to + secondMs, rollingEnd(event, query)) };
  if (query.to - query.from > maxWindowMs) throw new RangeError("The window is too long");
  return { from: wholeMinute(Math.max(query.from, earliest)), to: query.to + secondMs };
}

function rollingEnd(event: EventFacts, query: SlotQuery): Instant {
  const lengthMinutes = query.durationMinutes ?? event.lengthMinutes;
  return query.now + rollingHorizonMs + lengthMinutes * minuteMs;
}

/** The minute in which an instant lies. */
export function wholeMinute(instant: Instant): Instant {
  return Math.floor(instant / minuteMs) * minuteMs;
}

export function isRolling(event: EventFacts): boolean {
  return "isRolling" in event.bookingWindow && event.bookingWindow.isRolling;
}

function hostsOf(facts: SlotFacts, rotatingHostIds: readonly number[] | null): SearchedHost[] {
  const { scheduling } = facts.event;
  if (scheduling === "managed") return [];
  const hosts = facts.hosts.map((host) => ({ host, isFixed: scheduling !== "roundRobin" || host.isFixed }));
  if (rotatingHostIds === null) return hosts;
  const allowed = new Set(rotatingHostIds);
  const narrowed = hosts.filter(({ host, isFixed }) => isFixed || allowed.has(host.id));
  return narrowed.some(({ isFixed }) => !isFixed) ? narrowed : hosts;
}

/** Bookings and blocks reach this far beyond themselves by their buffers. */
const loadMarginMs = 2 * dayMs;

/**
 * The stretch of time whose bookings, calendar blocks and holds `findSlots` wants to know; for `admit` the query's window
 * is the time to be booked. A rolling booking window asks for everything from now on.
 */
export function windowToLoad(event: EventFacts, query: SlotQuery): Interval {
  const from = isRolling(event) ? Math.min(query.from, query.now) : query.from;
  const marginMs = loadMarginMs + Math.max(event.bufferBeforeMinutes, event.bufferAfterMinutes) * minuteMs;
  return { from: from - marginMs, to: query.to + marginMs };
}

/** The whole local periods whose own bookings must be known for the limits; null if no limit is set. */
export function limitsToLoad(event: EventFacts, query: SlotQuery): Interval | null {
  const units = periodUnits.filter((unit) => event.countLimits[unit] !== null || event.durationLimits[unit] !== null);
  if (units.length === 0) return null;
  const zone = knownZone(event.periodZone);
  const first = localDateAt(zone, isRolling(event) ? Math.min(query.from, query.now) : query.from);
  const last = localDateAt(zone, Math.max(query.from, query.to));
  return {
    from: Math.min(...units.map((unit) => startOfDay(zone, firstDateOf(unit, first)))),
    to: Math.max(...units.map((unit) => startOfDay(zone, dateAfter(unit, last)))),
  };
}
