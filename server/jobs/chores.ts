import type { Context } from "../context.js";
import { hourMs, minuteMs } from "../core/time/index.js";
import { forgetOldMails } from "../domains/mail/index.js";
import { deleteExpired } from "./queries.js";

/** Tidying that the clock does at intervals, in every process: done twice it does no harm, left out once neither. */
export interface Chore {
  name: string;
  everyMs: number;
  run(ctx: Context): Promise<void>;
}

export const chores: readonly Chore[] = [
  { name: "forget", everyMs: 10 * minuteMs, run: (ctx) => deleteExpired(ctx.store.db, ctx.now()) },
  { name: "forget mails", everyMs: hourMs, run: forgetOldMails },
];

/** Does the chores at their intervals; returns what ends it. */
export function startChores(ctx: Context, all: readonly Chore[]): () => void {
  const timers = all.map((chore) => setInterval(() => doChore(ctx, chore), chore.everyMs).unref());
  return () => timers.forEach(clearInterval);
}

/** Does one chore; what fails is tried again at its next time. */
export async function doChore(ctx: Context, { name, run }: Chore): Promise<void> {
  try {
    await run(ctx);
  } catch (error) {
    ctx.log.warn({ chore: name, error: (error as Error).message }, "chore failed");
  }
}
