import { dayMs } from "../../core/time/index.js";
import type { Store } from "../../store/store.js";
import type { StoredSlots } from "./contract.js";
import { type FactsWanted, type FactsWindow, type Found, findFacts, type LoadedFacts } from "./facts.js";
import { findRevision } from "./queries.js";

/** What one process remembers in all, counted in bookings: about 20 MB. */
const mostRemembered = 100_000;

interface Memory {
  /** Least recently used first. */
  entries: Map<string, LoadedFacts>;
  size: number;
}

const memories = new WeakMap<Store, Memory>();

/**
 * The facts of whatever was named, as of this moment. Facts that were found before are used again only if the store says,
 * now, that nothing which they are found from has changed since (`availability_revisions`): that costs one small statement.
 * Otherwise they are loaded, in the one statement of `findFacts`. Bookings are never admitted by remembered facts.
 */
export async function recallFacts(
  store: Store,
  of: StoredSlots,
  window: FactsWindow,
  wanted: FactsWanted,
): Promise<Found> {
  // A caller's own hold concerns nobody else.
  if (wanted.exceptHoldUid) return findFacts(store.db, of, window, wanted);
  const days = wholeDays(window);
  const key = JSON.stringify([of, days.from, days.to, wanted]);
  const memory = memoryOf(store);
  const known = memory.entries.get(key);
  if (known && (await isCurrent(store, known))) {
    touch(memory, key, known);
    return withoutEndedHolds(known, window.now);
  }
  const found = await findFacts(store.db, of, days, wanted);
  if (known) forget(memory, key, known);
  if (typeof found !== "string") remember(memory, key, found);
  return found;
}

/** Neighbouring queries ask for the same days, and what is loaded reaches further than them anyway. */
const wholeDays = ({ from, to, now }: FactsWindow): FactsWindow => ({
  from: Math.floor(from / dayMs) * dayMs,
  to: Math.ceil(to / dayMs) * dayMs,
  now,
});

async function isCurrent({ db }: Store, { revisions }: LoadedFacts): Promise<boolean> {
  const asked = [...revisions].map(async ([userId, known]) => (await findRevision(db, userId))?.revision === known);
  return (await Promise.all(asked)).every(Boolean);
}

/** Time passes without a change in the store: a hold ends by itself. */
function withoutEndedHolds(loaded: LoadedFacts, now: number): LoadedFacts {
  if (loaded.facts.holds.length === 0) return loaded;
  return {
    ...loaded,
    facts: { ...loaded.facts, holds: loaded.facts.holds.filter(({ releaseAt }) => releaseAt > now) },
  };
}

function memoryOf(store: Store): Memory {
  const known = memories.get(store);
  if (known) return known;
  const memory: Memory = { entries: new Map(), size: 0 };
  memories.set(store, memory);
  return memory;
}

function touch(memory: Memory, key: string, loaded: LoadedFacts): void {
  memory.entries.delete(key);
  memory.entries.set(key, loaded);
}

function remember(memory: Memory, key: string, loaded: LoadedFacts): void {
  const before = memory.entries.get(key);
  if (before) forget(memory, key, before);
  memory.entries.set(key, loaded);
  memory.size += sizeOf(loaded);
  for (const [oldest, old] of memory.entries) {
    if (memory.size <= mostRemembered) break;
    forget(memory, oldest, old);
  }
}

function forget(memory: Memory, key: string, loaded: LoadedFacts): void {
  // Somebody else may have put newer facts here while these were asked about.
  if (memory.entries.get(key) !== loaded) return;
  memory.entries.delete(key);
  memory.size -= sizeOf(loaded);
}

/** In bookings; what an entry has at least weighs about as much as fifty. */
const sizeOf = ({ facts }: LoadedFacts): number =>
  facts.hosts.map(sizeOfHost).reduce((sum, size) => sum + size, 50 + 2 * facts.ownBookings.length + facts.holds.length);

const sizeOfHost = ({ bookings, outOfOffice, schedule }: LoadedFacts["facts"]["hosts"][number]): number =>
  bookings.length + outOfOffice.length + schedule.rules.length + schedule.overrides.length + schedule.travel.length;
