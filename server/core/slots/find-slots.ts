import { dayMs, type Instant, type Interval, localDateAt, minuteMs } from "../time/index.js";
import { note, noteAll } from "./explain.js";
import type { Explanation, Slot, SlotFacts, SlotQuery } from "./facts.js";
import { newSearch, type Search } from "./search.js";
import { seatsByStart } from "./seats.js";
import { type Spans, subtract, union } from "./spans.js";
import { heldTimes, rangesOf, startBounds, startsIn } from "./starts.js";

/** A contact owner with nothing for so long gives way to the others. */
const contactPatienceMs = 14 * dayMs;

/**
 * All slots of the window, ascending and unique; `query.limit` stops the work early. An explanation, if one is handed in, is
 * filled with everything that was taken away (a limit is ignored then: what is not looked at cannot be explained).
 *
 * findSlots(facts, { from, to, zone: "UTC", now, durationMinutes: null, rescheduleUid: null })
 */
export function findSlots(facts: SlotFacts, query: SlotQuery, explanation: Explanation | null = null): Slot[] {
  const search = newSearch(facts, narrowed(facts, query));
  const seatsAt = seatsByStart(facts);
  const lengthMs = search.lengthMinutes * minuteMs;
  return startsOf(search, explanation).map((startsAt) => {
    return { startsAt, endsAt: startsAt + lengthMs, seats: seatsAt === null ? null : seatsAt(startsAt) };
  });
}

/** The starts alone, for those who need no more: half the time and a tenth of the memory of as many slots. */
export function findStarts(facts: SlotFacts, query: SlotQuery): Instant[] {
  return startsOf(newSearch(facts, narrowed(facts, query)), null);
}

/** A contact owner is the only host to rotate, if there is a slot with that host in the first two weeks (§8.7). */
function narrowed(facts: SlotFacts, query: SlotQuery): SlotQuery {
  const contactHostId = query.contactHostId ?? null;
  if (contactHostId === null) return query;
  const alone = { ...query, rotatingHostIds: [contactHostId] };
  const firstWeeks = { ...alone, to: Math.min(query.to, query.from + contactPatienceMs), limit: 1 };
  return startsOf(newSearch(facts, firstWeeks), null).length > 0 ? alone : query;
}

function startsOf(search: Search, explanation: Explanation | null): Instant[] {
  const { facts, query } = search;
  const ranges = rangesOf(search, explanation);
  const bounds = startBounds(search, ranges);
  const isWanted = facts.event.onlyShowFirstAvailableSlot ? firstOfDateTest(search) : undefined;
  const limit = explanation === null ? (query.limit ?? undefined) : undefined;
  const starts = startsIn(search, ranges, bounds, { isWanted, limit });
  if (explanation !== null) noteOverall(search, explanation, { ranges, bounds, starts });
  return starts;
}

/** Whether a start is the first of its date; to be asked for ascending starts. */
function firstOfDateTest({ zone }: Search): (startsAt: Instant) => boolean {
  let lastDate = Number.NaN;
  return (startsAt) => {
    const date = localDateAt(zone, startsAt);
    const isFirst = date !== lastDate;
    lastDate = date;
    return isFirst;
  };
}

interface Found {
  ranges: Spans;
  bounds: Interval;
  starts: Instant[];
}

/** Notes what concerns all hosts: notice, booking window, holds, and time that is free but where no slot fits the grid. */
function noteOverall(search: Search, explanation: Explanation, { ranges, bounds, starts }: Found) {
  const { query, facts, window } = search;
  const notes = { explanation, hostId: null, window: query };
  const noticeEnds = Math.max(window.from, query.now + facts.event.noticeMinutes * minuteMs);
  note(notes, "notice", query.from, noticeEnds);
  if (bounds.from > noticeEnds) note(notes, "window", query.from, bounds.from);
  note(notes, "window", bounds.to, query.to);
  const held = heldTimes(facts);
  noteAll(notes, "hold", held);
  const offered = starts.flatMap((startsAt) => [startsAt, startsAt + search.lengthMinutes * minuteMs]);
  const explained = union([...offered, ...held, -Infinity, bounds.from, bounds.to, Infinity]);
  noteAll(notes, "grid", subtract(union(ranges), explained));
}
