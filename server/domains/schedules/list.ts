import type { Context } from "../../context.js";
import { callerOf } from "../users/index.js";
import { listSchedulesOf } from "./queries.js";
import type { Schedule } from "./schedule.js";

/** The caller's schedules, the oldest first. */
export const listSchedules = (ctx: Context): Promise<Schedule[]> => listSchedulesOf(ctx.store.db, callerOf(ctx).id);
