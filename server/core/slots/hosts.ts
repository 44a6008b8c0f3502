import { busyTimes } from "./busy.js";
import { type Notes, note, noteAll } from "./explain.js";
import type { Explanation, HostFacts } from "./facts.js";
import type { ClosedPeriods } from "./limits.js";
import { openHours } from "./open-hours.js";
import type { Search } from "./search.js";
import { intersect, largestOfAll, type Spans, subtract, union } from "./spans.js";

/** When one host is free: its hours without absences, busy times and closed periods. */
export function freeTimes(
  search: Search,
  host: HostFacts,
  closed: ClosedPeriods,
  explanation: Explanation | null,
): Spans {
  const { facts, query, window } = search;
  const notes = explanation && { explanation, hostId: host.id, window: query };
  const open = openHours(host, window, notes);
  if (notes !== null) noteCalendarAndLimits(notes, host, closed);
  if (host.calendarFailed) return [];
  const free = subtract(open, busyTimes(facts, host, query.rescheduleUid, notes));
  return subtract(subtract(free, closed.byCount), closed.byDuration.get(host.id) ?? []);
}

function noteCalendarAndLimits(notes: Notes, host: HostFacts, closed: ClosedPeriods) {
  if (host.calendarFailed) note(notes, "calendar", notes.window.from, notes.window.to);
  noteAll(notes, "limit", union([...closed.byCount, ...(closed.byDuration.get(host.id) ?? [])]));
}

/**
 * The ranges into one of which a slot must fit whole (§8.6): within the common time of all fixed hosts and, if any rotate,
 * within that of one rotating host of each group. Ranges of different hosts may overlap, but none holds another.
 */
export function bookableRanges(search: Search, closed: ClosedPeriods, explanation: Explanation | null): Spans {
  let common: Spans | null = null;
  const groups = new Map<string | null, Spans[]>();
  for (const { host, isFixed } of search.hosts) {
    const free = freeTimes(search, host, closed, explanation);
    if (isFixed) {
      common = common === null ? free : intersect(common, free);
    } else {
      const members = groups.get(host.group);
      if (members === undefined) groups.set(host.group, [free]);
      else members.push(free);
    }
  }
  for (const members of groups.values()) {
    const collected = largestOfAll(members);
    common = common === null ? collected : intersect(common, collected);
  }
  return common ?? [];
}
