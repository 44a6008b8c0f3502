import type { Context } from "../../context.js";
import { forbidden, notFound } from "../../errors.js";
import { callerOf } from "../users/index.js";
import type { EventType } from "./event-type.js";
import { deleteEventTypeOf, findEventType } from "./queries.js";

/** Removes an event type of the caller; its bookings stay. */
export async function deleteEventType(ctx: Context, id: number): Promise<EventType> {
  const caller = callerOf(ctx);
  return ctx.store.transaction(async (tx) => {
    const found = await findEventType(tx, id);
    if (!found) throw notFound(`Event type with ID=${id} does not exist.`);
    if (found.owner.id !== caller.id) {
      throw forbidden(`User with ID=${caller.id} does not own event type with ID=${id}`);
    }
    await deleteEventTypeOf(tx, caller.id, id);
    return found.eventType;
  });
}
