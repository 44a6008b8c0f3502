import type { Context } from "../../context.js";
import type { Tx } from "../../store/store.js";
import { type CodeName, codeMinutes, type FreshCode, issueCode, makeCode } from "../codes/index.js";
import { queueMail, verificationCodeMail } from "../mail/index.js";
import { callerOf, type User } from "../users/index.js";

/** Sends a code to an address that the caller says is his; again, if it is verified already. */
export async function requestEmailCode(ctx: Context, email: string): Promise<void> {
  const caller = callerOf(ctx);
  const code = await makeCode();
  await ctx.store.transaction((tx) => mailCode(ctx, tx, { user: caller, email, code }));
}

/** Writes the code and its mail in the caller's transaction. */
export async function mailCode(
  ctx: Context,
  tx: Tx,
  { user, email, code }: { user: User; email: string; code: FreshCode },
): Promise<void> {
  await issueCode(ctx, tx, emailCodeOf(user.id, email), code);
  const to = { name: user.name ?? user.username, email };
  const { id: userId, locale } = user;
  const mail = { to, code: code.text, validMinutes: codeMinutes, locale, userId, createdAt: ctx.now() };
  await queueMail(tx, verificationCodeMail(mail));
}

export const emailCodeOf = (userId: number, email: string): CodeName => ({
  purpose: "user-email",
  userId,
  address: email.toLowerCase(),
});
