import type { Context } from "../../context.js";
import { callerOf, updateUser } from "../users/index.js";
import { getSchedule } from "./get.js";
import { insertRules, insertSchedule } from "./queries.js";
import type { NewSchedule, Schedule } from "./schedule.js";

/** Adds a schedule to the caller's; it takes the place of the default one if it says so. */
export async function createSchedule(ctx: Context, input: NewSchedule): Promise<Schedule> {
  const { id: userId } = callerOf(ctx);
  return ctx.store.transaction(async (tx) => {
    const id = await insertSchedule(tx, { userId, name: input.name, timeZone: input.timeZone });
    await insertRules(tx, id, input);
    if (input.isDefault) await updateUser(tx, userId, { defaultScheduleId: id });
    return getSchedule(tx, userId, id);
  });
}
