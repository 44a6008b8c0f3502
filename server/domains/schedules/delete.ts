import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import { callerOf, updateUser } from "../users/index.js";
import { getSchedule } from "./get.js";
import { deleteScheduleRow, findFirstScheduleId, lockDefaultOf } from "./queries.js";

/** Removes a schedule, also the last one. The oldest one left takes the place of a default that goes. */
export async function deleteSchedule(ctx: Context, id: number): Promise<void> {
  const { id: userId } = callerOf(ctx);
  await ctx.store.transaction(async (tx) => {
    const defaultId = await lockDefaultOf(tx, userId);
    // COMPAT: what is not there is a bad request here, not a 404.
    await getSchedule(tx, userId, id, invalid);
    await deleteScheduleRow(tx, id);
    if (defaultId === id) await updateUser(tx, userId, { defaultScheduleId: await findFirstScheduleId(tx, userId) });
  });
}
