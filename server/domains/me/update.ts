import type { Context } from "../../context.js";
import { conflict, invalid } from "../../errors.js";
import { brokenConstraint } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { type FreshCode, makeCode } from "../codes/index.js";
import { moveSchedule, ownsSchedule } from "../schedules/index.js";
import { callerOf, isTakenEmail, type User, type UserChanges, updateUser } from "../users/index.js";
import { hasVerifiedEmail, mailCode } from "../verified-resources/index.js";
import type { UpdateMeInput } from "./contract.js";

/** Changes the given fields; a new zone takes the default schedule along, the other schedules keep theirs. */
export async function updateMe(ctx: Context, { email, ...changes }: UpdateMeInput): Promise<User> {
  const caller = callerOf(ctx);
  const address = email === undefined ? null : { email, code: await makeCode() };
  return refusingTakenEmail(() =>
    ctx.store.transaction(async (tx) => {
      if (changes.defaultScheduleId !== undefined && !(await ownsSchedule(tx, caller.id, changes.defaultScheduleId))) {
        throw invalid(`defaultScheduleId - schedule with ID=${changes.defaultScheduleId} is not one of yours.`);
      }
      const user = await updateUser(tx, caller.id, {
        ...changes,
        ...(address && (await emailChange(ctx, tx, address))),
      });
      if (changes.timeZone && user.defaultScheduleId !== null)
        await moveSchedule(tx, user.defaultScheduleId, changes.timeZone);
      return user;
    }),
  );
}

interface NewAddress {
  email: string;
  code: FreshCode;
}

type AddressChange = Pick<UserChanges, "email" | "pendingEmail">;

/** A new address counts at once if the caller has verified it before; otherwise it gets a code, and the old one stays. */
async function emailChange(ctx: Context, tx: Tx, { email, code }: NewAddress): Promise<AddressChange> {
  const caller = callerOf(ctx);
  const isOwn = email.toLowerCase() === caller.email.toLowerCase();
  if (isOwn || (await hasVerifiedEmail(tx, caller.id, email))) return { email, pendingEmail: null };
  if (await isTakenEmail(tx, email, caller.id)) throw taken();
  await mailCode(ctx, tx, { user: caller, email, code });
  return { pendingEmail: email };
}

/** Two accounts at once can only be told apart by the index. */
async function refusingTakenEmail<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw brokenConstraint(error) === "users_email" ? taken() : error;
  }
}

const taken = () => conflict("A user with this email already exists.");
