import type { Context } from "../../context.js";
import type { Tx } from "../../store/store.js";
import { noteJobs } from "../../store/transaction.js";
import type { MailOfEvent, NewMail } from "./mail.js";
import { insertMails } from "./queries.js";
import { tidied } from "./rules.js";

/** Writes a mail and the job of sending it; both come to be with the caller's transaction. */
export async function queueMail(tx: Tx, mail: NewMail): Promise<void> {
  await insertMails(tx, [tidied(mail)], { now: mail.createdAt, isToBeSent: true });
  noteJobs(tx);
}

/**
 * Writes what events have people told, in one statement; told twice, it writes each mail once. Where nothing can be sent
 * there are no jobs either: the mails are only kept.
 */
export async function queueMailsOfEvents(ctx: Context, mails: readonly MailOfEvent[]): Promise<void> {
  if (mails.length === 0) return;
  const isToBeSent = ctx.outside.mail !== null;
  const written = await insertMails(ctx.store.db, mails.map(tidied), { now: ctx.now(), isToBeSent });
  if (!isToBeSent) for (const { id, kind } of written) ctx.log.info({ mailId: id, kind }, "mail kept in the outbox");
}
