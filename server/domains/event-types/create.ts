import type { Context } from "../../context.js";
import { checkCount, invalid, notFound } from "../../errors.js";
import { brokenConstraint, lockName } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { ownsSchedule } from "../schedules/index.js";
import { callerOf } from "../users/index.js";
import type { BookableEventType, EventType, NewEventType } from "./event-type.js";
import { countEventTypes, insertEventType } from "./queries.js";
import { plannedEventType } from "./rules.js";

const maxEventTypes = 500;

/** Makes an event type of the caller. */
export async function createEventType(ctx: Context, given: NewEventType): Promise<BookableEventType> {
  const owner = callerOf(ctx);
  const values = plannedEventType(given);
  const eventType = await ctx.store.transaction(async (tx) => {
    await lockName(tx, `event types of user ${owner.id}`);
    checkCount(await countEventTypes(tx, owner.id), maxEventTypes, "event types of a user");
    await checkSchedule(tx, owner.id, values.scheduleId);
    return slugGuarded(insertEventType(tx, owner.id, values));
  });
  return { eventType, owner };
}

/** Somebody else's schedule is as unknown as none at all. */
export async function checkSchedule(tx: Tx, userId: number, scheduleId: number | null): Promise<void> {
  if (scheduleId === null || (await ownsSchedule(tx, userId, scheduleId))) return;
  throw notFound(`User with ID=${userId} does not own schedule with ID=${scheduleId}`);
}

/** The table itself keeps slugs unique, so of two writes at once with one slug only the first succeeds. */
export async function slugGuarded(writing: Promise<EventType>): Promise<EventType> {
  try {
    return await writing;
  } catch (error) {
    if (brokenConstraint(error) !== "event_types_user_slug") throw error;
    throw invalid("User already has an event type with this slug.");
  }
}
