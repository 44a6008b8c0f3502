import type { Context } from "../../context.js";
import type { Absence } from "./absence.js";
import { getOwnAbsence } from "./get.js";
import { deleteAbsence } from "./queries.js";

/** Ends an absence and tells what it was. */
export async function endAbsence(ctx: Context, id: number): Promise<Absence> {
  const absence = await getOwnAbsence(ctx, id);
  await deleteAbsence(ctx.store.db, id);
  return absence;
}
