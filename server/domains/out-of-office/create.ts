import type { Context } from "../../context.js";
import { checkCount } from "../../errors.js";
import { newUuid } from "../../ids.js";
import { brokenConstraint, lockName } from "../../store/sql.js";
import { callerOf } from "../users/index.js";
import type { Absence } from "./absence.js";
import type { CreateOutOfOfficeEntry } from "./contract.js";
import { countAbsences, insertAbsence } from "./queries.js";
import { recordAbsence } from "./record.js";
import { checkRedirect, daysOf, twin } from "./rules.js";

const maxAbsences = 500;

/** Takes the caller out of office for whole days. */
export async function createAbsence(ctx: Context, input: CreateOutOfOfficeEntry): Promise<Absence> {
  const { id: userId } = callerOf(ctx);
  const days = daysOf(input.start, input.end);
  checkRedirect(userId, input.toUserId);
  const { notes = null, reason = "unspecified" } = input;
  const entry = { uuid: newUuid(), userId, toUserId: null, notes, reason, ...days };
  const writing = ctx.store.transaction(async (tx) => {
    await lockName(tx, `absences of user ${userId}`);
    checkCount(await countAbsences(tx, userId), maxAbsences, "out-of-office entries of a user");
    const absence = await insertAbsence(tx, entry, ctx.now());
    await recordAbsence(ctx, tx, "out-of-office.created", absence);
    return absence;
  });
  return refusingTwins(writing);
}

/** Waits for a write and says 409 where the user has an entry of exactly these days. */
export async function refusingTwins<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    throw brokenConstraint(error) === "out_of_office_once" ? twin() : error;
  }
}
