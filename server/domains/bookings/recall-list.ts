import type { UserActor } from "../../context.js";
import type { Instant } from "../../core/time/index.js";
import { memoryPerStore } from "../../memory.js";
import type { Store } from "../../store/store.js";
import type { ListBookingsQuery } from "./contract.js";
import { type BookingPage, listBookings } from "./queries/list.js";

interface Remembered {
  revision: string;
  page: BookingPage;
}

/** What one process remembers in all, counted in bookings: about 20 MB with what is written of them. */
const memoryOf = memoryPerStore<Remembered>({ most: 5000, sizeOf: ({ page }) => 10 + page.bookings.length });

/**
 * One page of the caller's bookings, as of this request. A page that was found before is used again only if the revision which
 * came with the caller's credential is still the one it was found at: then nothing that it is made of has changed.
 */
export async function recallBookings(
  store: Store,
  { user, revision }: UserActor,
  query: ListBookingsQuery,
  now: Instant,
): Promise<BookingPage> {
  const memory = memoryOf(store);
  const key = JSON.stringify([user.id, query]);
  const known = memory.get(key);
  if (known && known.revision === revision && (known.page.until === null || now < known.page.until)) return known.page;
  const page = await listBookings(store.db, user, { ...query, now });
  // The page may be newer than the revision, never older: then the next request finds another revision, and asks again.
  if (revision !== null && isMadeOfOwn(query, page)) memory.set(key, { revision, page });
  return page;
}

/** Not so: where a walk begins at this moment, and whether an event type exists of which there is no booking here. */
const isMadeOfOwn = ({ walk, eventTypeId, eventTypeIds }: ListBookingsQuery, { total }: BookingPage): boolean =>
  !walk?.isFromNow && (total > 0 || (eventTypeId === undefined && eventTypeIds === undefined));
