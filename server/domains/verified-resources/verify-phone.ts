import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import { findRightCode, spendCode } from "../codes/index.js";
import { callerOf } from "../users/index.js";
import type { VerifyPhoneInput } from "./contract.js";
import { saveVerifiedPhone } from "./queries.js";
import { phoneCodeOf } from "./request-phone.js";
import type { VerifiedPhone } from "./resource.js";

/** Notes a number as verified. */
export async function verifyPhone(ctx: Context, { phone, code }: VerifyPhoneInput): Promise<VerifiedPhone> {
  const { id: userId } = callerOf(ctx);
  const right = await findRightCode(ctx, phoneCodeOf(userId, phone), code);
  if (!right) throw wrongCode();
  return ctx.store.transaction(async (tx) => {
    if (!(await spendCode(tx, right))) throw wrongCode();
    return saveVerifiedPhone(tx, userId, phone, ctx.now());
  });
}

const wrongCode = () => invalid("Could not verify phone number.");
