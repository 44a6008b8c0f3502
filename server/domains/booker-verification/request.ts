import type { Context } from "../../context.js";
import { invalid, notFound } from "../../errors.js";
import { type CodeName, codeMinutes, issueCode, makeCode } from "../codes/index.js";
import { findEventType } from "../event-types/index.js";
import { queueMail, verificationCodeMail } from "../mail/index.js";

/**
 * Sends a code to somebody who wants to book an event type that asks for one. Only there, so that strangers cannot have just
 * anybody written to.
 */
export async function requestBookerCode(ctx: Context, eventTypeId: number, email: string): Promise<void> {
  await checkAsksForCode(ctx, eventTypeId);
  const code = await makeCode();
  await ctx.store.transaction(async (tx) => {
    await issueCode(ctx, tx, bookerCodeOf(email), code);
    const mail = { to: { email }, code: code.text, validMinutes: codeMinutes, createdAt: ctx.now() };
    await queueMail(tx, verificationCodeMail(mail));
  });
}

/** Refuses an event type that does not exist, and one that does not ask for codes. */
export async function checkAsksForCode(ctx: Context, eventTypeId: number): Promise<void> {
  const found = await findEventType(ctx.store.db, eventTypeId);
  if (!found) throw notFound(`Event type with id ${eventTypeId} not found.`);
  if (!found.eventType.requiresEmailVerification) {
    throw invalid(`The event type with id=${eventTypeId} does not ask bookers to verify their email.`);
  }
}

export const bookerCodeOf = (email: string): CodeName => ({
  purpose: "booker-email",
  userId: null,
  address: email.toLowerCase(),
});
