import type { Context } from "../../context.js";
import type { OutboxQuery } from "./contract.js";
import type { Mail } from "./mail.js";
import { listMails } from "./queries.js";

/** Part of a list, and where the next part begins; null at the end. */
export interface MailPage {
  mails: Mail[];
  nextCursor: string | null;
}

/** What was written to people, the newest first. */
export async function listOutbox(ctx: Context, { limit, cursor }: OutboxQuery): Promise<MailPage> {
  const found = await listMails(ctx.store.db, { limit: limit + 1, before: cursor });
  const mails = found.slice(0, limit);
  return { mails, nextCursor: found.length > limit ? String(mails.at(-1)?.id) : null };
}
