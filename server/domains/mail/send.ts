import type { Context } from "../../context.js";
import type { RunningJob } from "../../task.js";
import { findQueuedMail, keepMail, recordMailAttempt } from "./queries.js";

/**
 * Tries a mail once and notes how it went; throws when it is to be tried again, which is the clock door's business. A process
 * that dies between the server's yes and the note of it sends again: at least once, under the same Message-ID.
 */
export async function sendMail(ctx: Context, mailId: number, job: RunningJob): Promise<void> {
  const send = ctx.outside.mail;
  if (!send) return keep(ctx, mailId);
  const outcome = await send(() => findQueuedMail(ctx.store.db, mailId));
  // Gone with its account, or done by a process that died before it could say so.
  if (outcome.kind === "not-wanted") return;
  const isOver = outcome.kind !== "deferred" || job.retryDelayMs === null;
  await recordMailAttempt(ctx.store.db, {
    id: mailId,
    status: outcome.kind === "accepted" ? "sent" : isOver ? "failed" : "queued",
    attempts: job.attempt,
    error: "message" in outcome ? outcome.message : null,
    finishedAt: isOver ? ctx.now() : null,
  });
  if (outcome.kind === "refused") ctx.log.warn({ mailId }, "mail refused for good");
  if (outcome.kind === "deferred") throw new Error(`mail ${mailId} deferred`);
}

async function keep(ctx: Context, mailId: number): Promise<void> {
  const kind = await keepMail(ctx.store.db, mailId, ctx.now());
  if (kind) ctx.log.info({ mailId, kind }, "mail kept in the outbox");
}
