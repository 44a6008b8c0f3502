import { type Instant, type Interval, minuteMs } from "../time/index.js";
import { bookableStarts, todayIn } from "./booking-window.js";
import type { Explanation, SlotFacts } from "./facts.js";
import { alignmentOf, type Grid, visitStarts } from "./grid.js";
import { bookableRanges } from "./hosts.js";
import { closedPeriods } from "./limits.js";
import { isRolling, type Search, wholeMinute } from "./search.js";
import { type Spans, union } from "./spans.js";

/** The ranges into which slots must fit; none if the window ends before the notice does. */
export function rangesOf(search: Search, explanation: Explanation | null): Spans {
  if (search.window.from >= search.window.to) return [];
  const closed = closedPeriods(search.facts, search.lengthMinutes, search.query.rescheduleUid);
  return bookableRanges(search, closed, explanation);
}

/** When slots may start, by notice, booking window and query (§8.9). */
export function startBounds(search: Search, ranges: Spans): Interval {
  const { facts, query, zone } = search;
  const { bookingWindow, noticeMinutes } = facts.event;
  const earliest = query.now + noticeMinutes * minuteMs;
  const starts = isRolling(facts.event) ? startsIn(search, ranges, { from: earliest, to: Infinity }) : [];
  const bounds = bookableStarts(bookingWindow, todayIn(zone, query.now), starts, query.to);
  return { from: Math.max(bounds.from, earliest, wholeMinute(query.from)), to: bounds.to };
}

/** All starts on the grid within the bounds that nobody holds; those that are not wanted are left out, `limit` stops. */
export function startsIn(
  search: Search,
  ranges: Spans,
  bounds: Interval,
  { isWanted = isAnyWanted, limit = Infinity } = {},
): Instant[] {
  const isHeld = heldTest(search);
  const starts: Instant[] = [];
  visitStarts(ranges, gridOf(search), (startsAt) => {
    if (startsAt >= bounds.to || starts.length >= limit) return false;
    if (startsAt >= bounds.from && !isHeld(startsAt) && isWanted(startsAt)) starts.push(startsAt);
    return true;
  });
  return starts;
}

function isAnyWanted(_startsAt: Instant): boolean {
  return true;
}

/** The grid of an event type, as a query reads it (§8.8). */
function gridOf({ facts, query, zone, lengthMinutes }: Search): Grid {
  const { event } = facts;
  const stepMinutes = Math.max(1, event.slotIntervalMinutes ?? lengthMinutes);
  return {
    zone,
    lengthMinutes,
    strideMinutes: stepMinutes + event.offsetStartMinutes,
    alignMinutes: alignmentOf(stepMinutes),
    offsetStartMinutes: event.offsetStartMinutes,
    isOptimized: event.showOptimizedSlots,
    windowTo: query.to,
  };
}

/** Whether somebody holds a time that a slot would overlap (§8.10); to be asked for ascending starts. */
function heldTest({ facts, lengthMinutes }: Search): (startsAt: Instant) => boolean {
  const held = heldTimes(facts);
  if (held.length === 0) return () => false;
  const lengthMs = lengthMinutes * minuteMs;
  let next = 0;
  return (startsAt) => {
    while (next < held.length && held[next + 1]! <= startsAt) next += 2;
    return next < held.length && held[next]! < startsAt + lengthMs;
  };
}

/** What others hold. Seats that are held hide nothing. */
export function heldTimes({ holds }: SlotFacts): Spans {
  const spans: Spans = [];
  for (const hold of holds) if (!hold.isSeat) spans.push(hold.startsAt, hold.endsAt);
  return union(spans);
}
