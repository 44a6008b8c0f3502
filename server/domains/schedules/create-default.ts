import type { Tx } from "../../store/store.js";
import { type User, updateUser } from "../users/index.js";
import { insertRules, insertSchedule } from "./queries.js";
import { officeHours } from "./rules.js";

/** Gives a new user what everybody starts with: Monday to Friday, nine to five, in his zone. */
export async function createDefaultSchedule(tx: Tx, user: User): Promise<User> {
  const id = await insertSchedule(tx, { userId: user.id, name: "Working Hours", timeZone: user.timeZone });
  await insertRules(tx, id, { weekly: officeHours });
  return updateUser(tx, user.id, { defaultScheduleId: id });
}
