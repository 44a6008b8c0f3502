import type { Context } from "../../context.js";
import { conflict, invalid } from "../../errors.js";
import { brokenConstraint } from "../../store/sql.js";
import { findRightCode, spendCode } from "../codes/index.js";
import { callerOf, confirmPendingEmail } from "../users/index.js";
import type { VerifyEmailInput } from "./contract.js";
import { saveVerifiedEmail } from "./queries.js";
import { emailCodeOf } from "./request-email.js";
import type { VerifiedEmail } from "./resource.js";

/** Notes an address as verified. If it is the one that the caller asked his account to have, the account has it from now on. */
export async function verifyEmail(ctx: Context, { email, code }: VerifyEmailInput): Promise<VerifiedEmail> {
  const { id: userId } = callerOf(ctx);
  const right = await findRightCode(ctx, emailCodeOf(userId, email), code);
  if (!right) throw wrongCode();
  try {
    return await ctx.store.transaction(async (tx) => {
      if (!(await spendCode(tx, right))) throw wrongCode();
      const verified = await saveVerifiedEmail(tx, userId, email, ctx.now());
      await confirmPendingEmail(tx, userId, email);
      return verified;
    });
  } catch (error) {
    if (brokenConstraint(error) !== "users_email") throw error;
    throw conflict("A user with this email already exists.");
  }
}

const wrongCode = () => invalid("Could not verify email: the code is wrong or no longer valid.");
