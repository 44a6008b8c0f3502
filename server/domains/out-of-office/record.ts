import type { Context } from "../../context.js";
import type { Tx } from "../../store/store.js";
import { type AbsenceSnapshot, type EventKind, recordEvent } from "../events/index.js";
import { callerOf } from "../users/index.js";
import type { Absence } from "./absence.js";

/** Records what the caller did to an entry of his own. */
export async function recordAbsence(ctx: Context, tx: Tx, kind: EventKind, absence: Absence): Promise<void> {
  const { id, name, username, email, timeZone } = callerOf(ctx);
  const { userId: _, toUserId: __, ...told } = absence;
  // Nobody can stand in yet, see `checkRedirect`.
  const data: AbsenceSnapshot = { absence: told, user: { id, name, username, email, timeZone }, toUser: null };
  await recordEvent(tx, { kind, userId: id, subject: absence.uuid, data, createdAt: ctx.now() });
}
