import type { Context } from "../../context.js";
import { hourMs, minuteMs } from "../../core/time/index.js";
import { Refusal } from "../../errors.js";
import type { Tx } from "../../store/store.js";
import type { CodeName, FreshCode, RightCode } from "./code.js";
import { isRight } from "./hash.js";
import { deleteCode, returnTry, saveCode, takeTry } from "./queries.js";

export const codeMinutes = 15;
const wrongTries = 5;
const mostPerHour = 10;

/** Makes a code the only one that counts for this name; 429 when too many were issued within the hour. */
export async function issueCode(ctx: Context, tx: Tx, name: CodeName, code: FreshCode): Promise<void> {
  const now = ctx.now();
  const isIssued = await saveCode(tx, name, code, {
    now,
    expiresAt: now + codeMinutes * minuteMs,
    tries: wrongTries,
    most: mostPerHour,
    windowEndsAt: now + hourMs,
  });
  if (!isIssued) throw new Refusal("too-many", "Too many codes were requested. Please try again in an hour.");
}

/**
 * The code if it is right and live. The try is taken before the comparison and outside any transaction, so that a thousand
 * guesses at once are no more than five.
 */
export async function findRightCode(ctx: Context, name: CodeName, text: string): Promise<RightCode | null> {
  const stored = await takeTry(ctx.store.db, name, ctx.now());
  return stored && (await isRight(text.trim(), stored)) ? stored : null;
}

/** Gives back the try that a right code took, because what it was sent for was refused on other grounds. */
export const keepCode = (ctx: Context, code: RightCode): Promise<void> => returnTry(ctx.store.db, code);

/** Spends a right code with what it was sent for; false if somebody was faster. */
export const spendCode = (tx: Tx, code: RightCode): Promise<boolean> => deleteCode(tx, code);
