import type { Context } from "../../context.js";
import { checkCount } from "../../errors.js";
import { lockName } from "../../store/sql.js";
import { callerOf, updateUser } from "../users/index.js";
import { getSchedule } from "./get.js";
import { countSchedules, insertRules, insertSchedule } from "./queries.js";
import type { NewSchedule, Schedule } from "./schedule.js";

const maxSchedules = 100;

/** Adds a schedule to the caller's; it takes the place of the default one if it says so. */
export async function createSchedule(ctx: Context, input: NewSchedule): Promise<Schedule> {
  const { id: userId } = callerOf(ctx);
  return ctx.store.transaction(async (tx) => {
    await lockName(tx, `schedules of user ${userId}`);
    checkCount(await countSchedules(tx, userId), maxSchedules, "schedules of a user");
    const id = await insertSchedule(tx, { userId, name: input.name, timeZone: input.timeZone });
    await insertRules(tx, id, input);
    if (input.isDefault) await updateUser(tx, userId, { defaultScheduleId: id });
    return getSchedule(tx, userId, id);
  });
}
