import type { Context } from "../context.js";
import { dayMs, hourMs, minuteMs } from "../core/time/index.js";
import { forgetEvents } from "../domains/events/index.js";
import { forgetOldMails } from "../domains/mail/index.js";
import { forgetDeliveries } from "../domains/webhooks/index.js";
import { deleteExpired, pruneDeadJobs } from "./queries.js";

/** Tidying that the clock does at intervals, in every process: done twice it does no harm, left out once neither. */
export interface Chore {
  name: string;
  everyMs: number;
  run(ctx: Context): Promise<void>;
}

export const chores: readonly Chore[] = [
  { name: "forget", everyMs: 10 * minuteMs, run: (ctx) => deleteExpired(ctx.store.db, ctx.now()) },
  { name: "forget mails", everyMs: hourMs, run: forgetOldMails },
  { name: "events", everyMs: hourMs, run: forgetEvents },
  { name: "deliveries", everyMs: hourMs, run: forgetDeliveries },
  { name: "dead jobs", everyMs: hourMs, run: (ctx) => pruneDeadJobs(ctx.store.db, ctx.now() - 30 * dayMs) },
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
