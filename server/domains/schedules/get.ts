import type { Context } from "../../context.js";
import { forbidden, notFound } from "../../errors.js";
import type { Db } from "../../store/store.js";
import { callerOf } from "../users/index.js";
import { findSchedule } from "./queries.js";
import type { Schedule } from "./schedule.js";

/** A schedule of this person: 404 if there is none with that id, 403 if it is somebody else's. */
export async function getSchedule(db: Db, userId: number, id: number, missing = notFound): Promise<Schedule> {
  const schedule = await findSchedule(db, id);
  if (!schedule) throw missing(`Schedule with ID=${id} does not exist.`);
  if (schedule.ownerId !== userId) throw forbidden(`User with ID=${userId} does not own schedule with ID=${id}`);
  return schedule;
}

export const getOwnSchedule = (ctx: Context, id: number): Promise<Schedule> =>
  getSchedule(ctx.store.db, callerOf(ctx).id, id);

/** The caller's default schedule, or null if none is. */
export async function findDefaultSchedule(ctx: Context): Promise<Schedule | null> {
  const { defaultScheduleId } = callerOf(ctx);
  return defaultScheduleId === null ? null : findSchedule(ctx.store.db, defaultScheduleId);
}
