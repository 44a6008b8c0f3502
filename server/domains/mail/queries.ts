import { sql } from "kysely";
import type { Instant } from "../../core/time/index.js";
import { at, jsonb } from "../../store/sql.js";
import type { Db } from "../../store/store.js";
import type { Mail, MailOfEvent, MailStatus, NewMail } from "./mail.js";

/**
 * Mails with a job for each that is to be sent, in one statement and therefore all or none. What an earlier telling of the
 * same event wrote is left alone. What one person is told of one thing is sent in order: a later mail waits for the earlier.
 */
export async function insertMails(
  db: Db,
  mails: readonly (NewMail & Partial<MailOfEvent>)[],
  { now, isToBeSent }: { now: Instant; isToBeSent: boolean },
): Promise<{ id: number; kind: string }[]> {
  const status: MailStatus = isToBeSent ? "queued" : "kept";
  const given = mails.map(({ to, ...mail }, n) => ({ ...mail, n, toName: to.name ?? "", toEmail: to.email }));
  const { rows } = await sql<{ id: number; kind: string }>`
    with given as (
      select * from jsonb_to_recordset(${jsonb(given)}) as m(
        n int, kind text, "eventId" bigint, thread text, "userId" int, "toName" text, "toEmail" text, subject text, html text, text text, calendar jsonb, "replyTo" jsonb
      )
    ), mail as (
      insert into mails (
        kind, event_id, user_id, to_name, to_email, subject, html, text, calendar, reply_to, status, created_at, finished_at
      )
      select kind, "eventId", (select id from users where id = "userId"), "toName", "toEmail", subject, html, text,
        nullif(calendar, 'null'), nullif("replyTo", 'null'), ${status}, ${at(now)}, ${isToBeSent ? null : at(now)}
      from given order by n
      on conflict on constraint mails_once do nothing
      returning id, kind, event_id, to_email
    ), job as (
      insert into jobs (kind, payload, run_at, thread)
      select 'mail.send', jsonb_build_object('mailId', id), ${at(now)}, (
        select concat_ws(' ', 'mail.send', to_email, thread) from given
        where "eventId" = event_id and "toEmail" = to_email and thread is not null limit 1
      )
      from mail where ${isToBeSent} order by id
    )
    select id, kind from mail order by id`.execute(db);
  return rows;
}

export async function findQueuedMail(db: Db, id: number): Promise<Mail | null> {
  const row = await selectMails(db).where("id", "=", id).where("status", "=", "queued").executeTakeFirst();
  return row ? mailOf(row) : null;
}

/** The newest first; `before` is the id that the last page ended with. */
export async function listMails(db: Db, { limit, before }: { limit: number; before?: number }): Promise<Mail[]> {
  const page = selectMails(db).orderBy("id", "desc").limit(limit);
  const rows = await (before === undefined ? page : page.where("id", "<", before)).execute();
  return rows.map(mailOf);
}

const selectMails = (db: Db) =>
  db
    .selectFrom("mails")
    .select([
      "id",
      "kind",
      "status",
      "to_name",
      "to_email",
      "reply_to as replyTo",
      "subject",
      "html",
      "text",
      "calendar",
      "user_id as userId",
      "attempts",
      "last_error as lastError",
      "created_at as createdAt",
      "finished_at as finishedAt",
    ]);

type Row = Omit<Mail, "to"> & { to_name: string; to_email: string };

const mailOf = ({ to_name: name, to_email: email, ...mail }: Row): Mail => ({ ...mail, to: { name, email } });

export interface MailAttempt {
  id: number;
  status: MailStatus;
  attempts: number;
  error: string | null;
  finishedAt: Instant | null;
}

/** Notes how an attempt went, unless what became of the mail is known already. */
export async function recordMailAttempt(db: Db, attempt: MailAttempt): Promise<void> {
  await db
    .updateTable("mails")
    .set({
      status: attempt.status,
      attempts: attempt.attempts,
      last_error: attempt.error,
      finished_at: attempt.finishedAt === null ? null : at(attempt.finishedAt),
    })
    .where("id", "=", attempt.id)
    .where("status", "=", "queued")
    .execute();
}

/** Takes a mail out of the queue because there is no mail server; its kind, or null if it was not queued. */
export async function keepMail(db: Db, id: number, now: Instant): Promise<string | null> {
  const row = await db
    .updateTable("mails")
    .set({ status: "kept", finished_at: at(now) })
    .where("id", "=", id)
    .where("status", "=", "queued")
    .returning("kind")
    .executeTakeFirst();
  return row?.kind ?? null;
}

export async function deleteMails(db: Db, finishedBefore: Instant): Promise<void> {
  await db.deleteFrom("mails").where("finished_at", "<", at(finishedBefore)).execute();
}
