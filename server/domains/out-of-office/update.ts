import type { Context } from "../../context.js";
import { callerOf } from "../users/index.js";
import type { Absence } from "./absence.js";
import type { UpdateOutOfOfficeEntry } from "./contract.js";
import { refusingTwins } from "./create.js";
import { lockOwnAbsence } from "./get.js";
import { updateAbsence } from "./queries.js";
import { recordAbsence } from "./record.js";
import { bothDays, checkRedirect, twin } from "./rules.js";

/** Changes what is given and keeps the rest. */
export async function changeAbsence(ctx: Context, id: number, input: UpdateOutOfOfficeEntry): Promise<Absence> {
  return refusingTwins(
    ctx.store.transaction(async (tx) => {
      const absence = await lockOwnAbsence(ctx, tx, id);
      const days = bothDays(input.start, input.end);
      // COMPAT: an entry that is given its own days again is refused as its own twin.
      if (days && days.startDate === absence.startDate && days.endDate === absence.endDate) throw twin();
      checkRedirect(callerOf(ctx).id, input.toUserId);
      const { notes = absence.notes, toUserId = absence.toUserId, reason = absence.reason } = input;
      const changed = await updateAbsence(tx, { ...absence, ...days, notes, toUserId, reason }, ctx.now());
      await recordAbsence(ctx, tx, "out-of-office.updated", changed);
      return changed;
    }),
  );
}
