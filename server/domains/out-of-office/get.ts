import type { Context } from "../../context.js";
import { forbidden } from "../../errors.js";
import { callerOf } from "../users/index.js";
import type { Absence } from "./absence.js";
import { findAbsence } from "./queries.js";

/** An entry of the caller; whether another id exists is not told. */
export async function getOwnAbsence(ctx: Context, id: number): Promise<Absence> {
  const absence = await findAbsence(ctx.store.db, id);
  if (absence?.userId !== callerOf(ctx).id) throw forbidden("This OOO entry does not belong to this user.");
  return absence;
}
