import type { Context } from "../../context.js";
import { forbidden } from "../../errors.js";
import type { Tx } from "../../store/store.js";
import { callerOf } from "../users/index.js";
import type { Absence } from "./absence.js";
import { lockAbsence } from "./queries.js";

/** Refuses an entry of somebody else. */
export const checkOwnAbsence = (ctx: Context, id: number): Promise<Absence> =>
  ctx.store.transaction((tx) => lockOwnAbsence(ctx, tx, id));

/** An entry of the caller, held until the transaction ends; whether another id exists is not told. */
export async function lockOwnAbsence(ctx: Context, tx: Tx, id: number): Promise<Absence> {
  const absence = await lockAbsence(tx, id);
  if (absence?.userId !== callerOf(ctx).id) throw forbidden("This OOO entry does not belong to this user.");
  return absence;
}
