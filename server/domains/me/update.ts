import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import { moveSchedule, ownsSchedule } from "../schedules/index.js";
import { callerOf, type User, updateUser } from "../users/index.js";
import type { UpdateMeInput } from "./contract.js";

/** Changes the given fields; a new zone takes the default schedule along, the other schedules keep theirs. */
export async function updateMe(ctx: Context, input: UpdateMeInput): Promise<User> {
  const caller = callerOf(ctx);
  const { email: _, ...changes } = input;
  return ctx.store.transaction(async (tx) => {
    if (changes.defaultScheduleId !== undefined && !(await ownsSchedule(tx, caller.id, changes.defaultScheduleId))) {
      throw invalid(`defaultScheduleId - schedule with ID=${changes.defaultScheduleId} is not one of yours.`);
    }
    const user = await updateUser(tx, caller.id, changes);
    if (changes.timeZone && user.defaultScheduleId !== null)
      await moveSchedule(tx, user.defaultScheduleId, changes.timeZone);
    return user;
  });
}
