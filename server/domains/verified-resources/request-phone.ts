import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import { type CodeName, issueCode, makeCode } from "../codes/index.js";
import { callerOf } from "../users/index.js";

/** Sends a code to a number that the caller says is his; refused where no text messages can be sent. */
export async function requestPhoneCode(ctx: Context, phone: string): Promise<void> {
  const { id: userId } = callerOf(ctx);
  const send = ctx.outside.sms;
  if (!send) throw notSent();
  const code = await makeCode();
  await ctx.store.transaction((tx) => issueCode(ctx, tx, phoneCodeOf(userId, phone), code));
  // Sent while the caller waits: a job would keep the code readable in its payload, and he could not be told of a failure.
  if (!(await send({ to: phone, text: `${code.text} is your verification code.` }))) throw notSent();
}

const notSent = () => invalid("Could not send verification code to this phone number.");

export const phoneCodeOf = (userId: number, phone: string): CodeName => ({
  purpose: "user-phone",
  userId,
  address: phone,
});
