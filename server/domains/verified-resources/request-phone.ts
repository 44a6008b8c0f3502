import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import type { OutgoingSms } from "../../outside/ports.js";
import { type CodeName, issueCode, makeCode } from "../codes/index.js";
import { callerOf } from "../users/index.js";

/** Makes a code for a number that the caller says is his; what is to be sent there. Refused where nothing can be sent. */
export async function requestPhoneCode(ctx: Context, phone: string): Promise<OutgoingSms> {
  const { id: userId } = callerOf(ctx);
  if (!ctx.outside.sms) throw notSent();
  const code = await makeCode();
  await ctx.store.transaction((tx) => issueCode(ctx, tx, phoneCodeOf(userId, phone), code));
  return { to: phone, text: `${code.text} is your verification code.` };
}

/** Sends while the caller waits: a job would keep the code readable in its payload, and he could not be told of a failure. */
export async function sendPhoneCode(ctx: Context, message: OutgoingSms): Promise<void> {
  if (!(await ctx.outside.sms?.(message))) throw notSent();
}

const notSent = () => invalid("Could not send verification code to this phone number.");

export const phoneCodeOf = (userId: number, phone: string): CodeName => ({
  purpose: "user-phone",
  userId,
  address: phone,
});
