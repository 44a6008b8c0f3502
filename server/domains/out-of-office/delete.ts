import type { Context } from "../../context.js";
import type { Absence } from "./absence.js";
import { lockOwnAbsence } from "./get.js";
import { deleteAbsence } from "./queries.js";
import { recordAbsence } from "./record.js";

/** Ends an absence and tells what it was. */
export async function endAbsence(ctx: Context, id: number): Promise<Absence> {
  return ctx.store.transaction(async (tx) => {
    const absence = await lockOwnAbsence(ctx, tx, id);
    await deleteAbsence(tx, id);
    await recordAbsence(ctx, tx, "out-of-office.deleted", absence);
    return absence;
  });
}
