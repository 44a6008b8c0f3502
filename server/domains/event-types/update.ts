import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { callerOf } from "../users/index.js";
import { checkSchedule, slugGuarded } from "./create.js";
import type { BookableEventType, EventTypeChanges } from "./event-type.js";
import { lockOwnEventType, saveEventType } from "./queries.js";
import { changedEventType } from "./rules.js";

/** Changes the given parts of the caller's event type. */
export async function updateEventType(ctx: Context, id: number, given: EventTypeChanges): Promise<BookableEventType> {
  const owner = callerOf(ctx);
  const eventType = await ctx.store.transaction(async (tx) => {
    const stored = await lockOwnEventType(tx, owner.id, id);
    if (!stored) throw notFound(`Event type with id ${id} not found`);
    await checkSchedule(tx, owner.id, given.scheduleId ?? null);
    return slugGuarded(saveEventType(tx, id, changedEventType(stored, given)));
  });
  return { eventType, owner };
}
