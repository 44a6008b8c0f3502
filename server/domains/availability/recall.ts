import { dayMs } from "../../core/time/index.js";
import { memoryPerStore } from "../../memory.js";
import type { Store } from "../../store/store.js";
import type { StoredSlots } from "./contract.js";
import { type FactsWanted, type FactsWindow, type Found, findFacts, type LoadedFacts } from "./facts.js";
import { findRevision } from "./queries.js";

/** What one process remembers in all, counted in bookings: about 20 MB. */
const memoryOf = memoryPerStore<LoadedFacts>({ most: 100_000, sizeOf });

/**
 * The facts of whatever was named, as of this moment. Facts that were found before are used again only if the store says,
 * now, that nothing which they are found from has changed since (`user_revisions`): that costs one small statement.
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
  const known = memory.get(key);
  if (known && (await isCurrent(store, known))) return withoutEndedHolds(known, window.now);
  const found = await findFacts(store.db, of, days, wanted);
  if (typeof found === "string") memory.delete(key);
  else memory.set(key, found);
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

/** In bookings; what an entry has at least weighs about as much as fifty. */
function sizeOf({ facts }: LoadedFacts): number {
  const own = 50 + 2 * facts.ownBookings.length + facts.holds.length;
  return facts.hosts.map(sizeOfHost).reduce((sum, size) => sum + size, own);
}

const sizeOfHost = ({ bookings, outOfOffice, schedule }: LoadedFacts["facts"]["hosts"][number]): number =>
  bookings.length + outOfOffice.length + schedule.rules.length + schedule.overrides.length + schedule.travel.length;
