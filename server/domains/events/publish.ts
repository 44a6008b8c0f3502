import type { Context } from "../../context.js";
import { lockName } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import type { RecordedEvent } from "./event.js";
import { listUntold, placeEvents } from "./queries.js";

/** Somebody who is told of events in the transaction that gives them their places: of each exactly once, and in order. */
export type Witness = (ctx: Context, tx: Tx, events: readonly RecordedEvent[]) => Promise<void>;

/**
 * Gives events their places in the log and tells the witnesses. One publisher at a time, so that places become visible in
 * their order: an event that commits late gets a late place instead of slipping in behind a reader. Other events of the same
 * threads that nobody has told yet come along, whoever was to tell them. Returns what was told.
 */
export async function publishEvents(
  ctx: Context,
  eventIds: readonly number[],
  witnesses: readonly Witness[],
): Promise<RecordedEvent[]> {
  return ctx.store.transaction(async (tx) => {
    const [, events] = await Promise.all([lockName(tx, "event log"), listUntold(tx, eventIds)]);
    if (events.length === 0) return [];
    for (const tell of witnesses) await tell(ctx, tx, events);
    await placeEvents(
      tx,
      events.map(({ id }) => id),
    );
    return events;
  });
}
