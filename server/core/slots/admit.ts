import { type Interval, minuteMs } from "../time/index.js";
import { newExplanation, removalsOf } from "./explain.js";
import type { Admission, AdmitOptions, AdmitRule, HostReason, SeatBooking, SlotFacts, SlotQuery } from "./facts.js";
import { freeTimes } from "./hosts.js";
import { type ClosedPeriods, closedPeriods, nothingClosed } from "./limits.js";
import { isRolling, newSearch, type Search, type SearchedHost } from "./search.js";
import { covers, type Spans } from "./spans.js";
import { rangesOf, startBounds } from "./starts.js";

/**
 * May exactly `[at.from, at.to)` be booked? The answer comes from the same free times as the slots, but the start need not
 * lie on their grid, and holds of others count only if `options` says so. `query.from`, `to` and `durationMinutes` do not matter.
 *
 * admit(facts, query, { from: nine, to: ten }) // { kind: "free", hostIds: [1], joins: null }
 */
export function admit(facts: SlotFacts, query: SlotQuery, at: Interval, options: AdmitOptions = {}): Admission {
  const search = searchAt(facts, query, at);
  const { lengthMinutes } = search;
  const closed = options.skipBookingLimits ? nothingClosed : closedPeriods(facts, lengthMinutes, query.rescheduleUid);
  const rule = brokenRule(search, closed, options);
  if (rule !== null) return { kind: "refused", rule };
  const free = options.allowConflicts ? search.hosts : freeHosts(search, closed);
  if (!areEnough(free, search.hosts)) {
    return { kind: "refused", rule: "hosts", reasons: reasonsOf(search, free, closed) };
  }
  const holds = options.respectsHolds ? facts.holds : [];
  if (holds.some((hold) => !hold.isSeat && hold.startsAt < at.to && hold.endsAt > at.from)) {
    return { kind: "refused", rule: "hosts", reasons: free.map(({ host }) => heldReason(host.id)) };
  }
  const joins = seatBookingAt(facts, query, at);
  const heldSeats = holds.filter((hold) => hold.isSeat && hold.isOwnEventType && hold.startsAt === at.from).length;
  const seats = (joins?.taken ?? 0) + heldSeats + (options.seats ?? 1);
  if (seats > (facts.event.seatsPerTimeSlot ?? Number.POSITIVE_INFINITY)) {
    return { kind: "refused", rule: "seats-full" };
  }
  return { kind: "free", hostIds: free.map(({ host }) => host.id), joins };
}

/** A search for this one time: it is its own window. */
function searchAt(facts: SlotFacts, query: SlotQuery, at: Interval): Search {
  const durationMinutes = (at.to - at.from) / minuteMs;
  return { ...newSearch(facts, { ...query, ...at, durationMinutes }), window: { from: at.from, to: at.to } };
}

/** The first broken rule of those that do not ask who is free. */
function brokenRule(search: Search, closed: ClosedPeriods, options: AdmitOptions): Exclude<AdmitRule, "hosts"> | null {
  const { facts, query, window } = search;
  const { event } = facts;
  if (window.from < query.now) return "past";
  if (!options.allowBookingOutOfBounds) {
    if (window.from < query.now + event.noticeMinutes * minuteMs) return "notice";
    if (!isInBookingWindow(search)) return "window";
  }
  if (![event.lengthMinutes, ...event.lengthOptions].includes(search.lengthMinutes)) return "length";
  if (holdsStart(closed.byCount, window)) return "count-limit";
  const open = search.hosts.filter(({ host }) => !holdsStart(closed.byDuration.get(host.id) ?? [], window));
  return search.hosts.length > 0 && !areEnough(open, search.hosts) ? "duration-limit" : null;
}

function isInBookingWindow(search: Search): boolean {
  const { from } = search.window;
  const bounds = isRolling(search.facts.event) ? rollingBounds(search) : startBounds(search, []);
  return bounds.from <= from && from < bounds.to;
}

/** The days of a rolling window are counted from now on, up to this booking. */
function rollingBounds({ facts, query }: Search): Interval {
  const fromNow = newSearch(facts, { ...query, from: query.now });
  return startBounds(fromNow, rangesOf(fromNow, null));
}

function holdsStart(periods: Spans, { from }: Interval): boolean {
  return covers(periods, from, from + 1);
}

function freeHosts(search: Search, closed: ClosedPeriods): SearchedHost[] {
  const { from, to } = search.window;
  return search.hosts.filter(({ host }) => covers(freeTimes(search, host, closed, null), from, to));
}

/** All fixed hosts, and one rotating host of each group (§8.6). */
function areEnough(hosts: readonly SearchedHost[], all: readonly SearchedHost[]): boolean {
  const present = new Set(hosts);
  const groups = new Set(hosts.filter(({ isFixed }) => !isFixed).map(({ host }) => host.group));
  return all.length > 0 && all.every((one) => present.has(one) || (!one.isFixed && groups.has(one.host.group)));
}

function reasonsOf(search: Search, free: readonly SearchedHost[], closed: ClosedPeriods): HostReason[] {
  const notFree = search.hosts.filter((one) => !free.includes(one));
  return notFree.map(({ host }) => {
    const explanation = newExplanation();
    freeTimes(search, host, closed, explanation);
    const first = removalsOf(explanation, host.id)[0];
    return { hostId: host.id, rule: first?.rule ?? "schedule", bookingUid: first?.bookingUid ?? null };
  });
}

const heldReason = (hostId: number): HostReason => ({ hostId, rule: "hold", bookingUid: null });

/** The booking at this time that has seats; the one that is being moved takes none away. */
function seatBookingAt(facts: SlotFacts, { rescheduleUid }: SlotQuery, { from }: Interval): SeatBooking | null {
  if (facts.event.seatsPerTimeSlot === null) return null;
  return facts.seatBookings.find(({ startsAt, uid }) => startsAt === from && uid !== rescheduleUid) ?? null;
}
