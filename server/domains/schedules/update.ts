import type { Context } from "../../context.js";
import type { Tx } from "../../store/store.js";
import { callerOf, updateUser } from "../users/index.js";
import { getSchedule } from "./get.js";
import { deleteRules, insertRules, listUsingEventTypes, lockDefaultOf, updateColumns } from "./queries.js";
import type { ScheduleChanges, UpdatedSchedule } from "./schedule.js";

/** Changes what is given; weekly hours and overrides are each replaced as a whole. */
export async function updateSchedule(ctx: Context, id: number, changes: ScheduleChanges): Promise<UpdatedSchedule> {
  const { id: userId } = callerOf(ctx);
  return ctx.store.transaction(async (tx) => {
    const previousDefaultId = await lockDefaultOf(tx, userId);
    await getSchedule(tx, userId, id);
    await updateColumns(tx, id, changes);
    await replaceRules(tx, id, changes);
    if (changes.isDefault) await updateUser(tx, userId, { defaultScheduleId: id });
    const schedule = await getSchedule(tx, userId, id);
    const currentDefaultId = changes.isDefault ? id : previousDefaultId;
    return { schedule, previousDefaultId, currentDefaultId, eventTypes: await listUsingEventTypes(tx, schedule) };
  });
}

async function replaceRules(tx: Tx, id: number, { weekly, overrides }: ScheduleChanges): Promise<void> {
  if (weekly) await deleteRules(tx, id, "weekly");
  if (overrides) await deleteRules(tx, id, "overrides");
  await insertRules(tx, id, { weekly, overrides });
}
