import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { type EventType, findEventType } from "../event-types/index.js";
import { callerOf } from "../users/index.js";

/** The event type whose links are asked for; somebody else's is as unknown as one that does not exist. */
export async function getOwnEventType(ctx: Context, id: number): Promise<EventType> {
  const found = await findEventType(ctx.store.db, id);
  if (found?.owner.id !== callerOf(ctx).id) throw notFound(`Event type with id ${id} not found`);
  return found.eventType;
}
