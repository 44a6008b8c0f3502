import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { callerOf } from "../users/index.js";
import type { BookableEventType } from "./event-type.js";
import { findEventType } from "./queries.js";

/** One event type of the caller; somebody else's is as unknown as one that does not exist. */
export async function getOwnEventType(ctx: Context, id: number): Promise<BookableEventType> {
  const found = await findEventType(ctx.store.db, id);
  if (found?.owner.id !== callerOf(ctx).id) throw notFound(`Event type with id ${id} not found`);
  return found;
}

/** One event type of the caller; the operator sees everybody's. */
export async function getEventType(ctx: Context, id: number): Promise<BookableEventType> {
  const caller = callerOf(ctx);
  const found = await findEventType(ctx.store.db, id);
  if (!found || (found.owner.id !== caller.id && !caller.isOperator)) {
    throw notFound(`Event type with id ${id} not found`);
  }
  return found;
}
