import { sql } from "kysely";
import type { Instant } from "../core/time/index.js";
import { at, jsonb } from "../store/sql.js";
import type { Db, Tx } from "../store/store.js";

/** A caller's key, and what he asked under it. */
export interface Claim {
  /** Digest of caller and key. */
  id: string;
  /** Digest of the request. */
  fingerprint: string;
}

/** The answer to a request, as it is kept: `body` is JSON text, sealed if it shows a secret. */
export interface KeptAnswer {
  fingerprint: string;
  status: number;
  headers: Record<string, string> | null;
  body: string;
  isSealed: boolean;
}

/**
 * Takes the key for this transaction, or says that it is taken. Whoever comes second waits here until the first has committed
 * (then it is taken) or rolled back (then it is free).
 */
export async function claimKey(tx: Tx, { id, fingerprint }: Claim, now: Instant, expiresAt: Instant): Promise<boolean> {
  const { rows } = await sql`
    insert into idempotency_keys (id, fingerprint, expires_at) values (${id}, ${fingerprint}, ${at(expiresAt)})
    on conflict (id) do update set fingerprint = excluded.fingerprint, expires_at = excluded.expires_at
      where idempotency_keys.expires_at <= ${at(now)}
    returning id`.execute(tx);
  return rows.length > 0;
}

export async function keepAnswer(tx: Tx, id: string, answer: Omit<KeptAnswer, "fingerprint">): Promise<void> {
  await tx
    .updateTable("idempotency_keys")
    .set({
      status: answer.status,
      headers: answer.headers && jsonb(answer.headers),
      body: answer.body,
      is_sealed: answer.isSealed,
    })
    .where("id", "=", id)
    .execute();
}

export async function releaseKey(db: Db, id: string): Promise<void> {
  await db.deleteFrom("idempotency_keys").where("id", "=", id).execute();
}

/** What was answered under a key, or null if nothing was or it is forgotten. */
export async function findAnswer(db: Db, id: string, now: Instant): Promise<KeptAnswer | null> {
  const row = await db
    .selectFrom("idempotency_keys")
    .select(["fingerprint", "status", "headers", "body", "is_sealed as isSealed"])
    .where("id", "=", id)
    .where("expires_at", ">", at(now))
    .executeTakeFirst();
  if (!row || row.status === null || row.body === null) return null;
  return { ...row, status: row.status, body: row.body };
}

export async function lastEventId(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`select coalesce(max(id), 0) as id from events`.execute(db);
  return rows[0]?.id ?? 0;
}

/**
 * The events that the running transaction itself has recorded: among the later ones those whose writer, which may be a
 * savepoint of ours with a number of its own, has not ended. Other people's are visible only when theirs has.
 */
export async function listOwnEvents(db: Db, after: number) {
  const { rows } = await sql<{ id: number; kind: string; userId: number | null }>`
    select id, kind, user_id as "userId" from events
    where id > ${after} and pg_xact_status(
      (((pg_current_xact_id()::text::bigint >> 32) << 32) + xmin::text::bigint)::text::xid8
    ) = 'in progress'
    order by id`.execute(db);
  return rows;
}

/** What listeners have prepared for these events. */
export async function listConsequences(db: Db, eventIds: readonly number[]) {
  const mails = await db
    .selectFrom("mails")
    .select(["kind", "to_email as to", "subject"])
    .where("event_id", "in", eventIds.length > 0 ? eventIds : [0])
    .orderBy("id")
    .execute();
  const webhooks = await db
    .selectFrom("webhook_deliveries")
    .innerJoin("webhooks", "webhooks.id", "webhook_deliveries.webhook_id")
    .select(["webhook_deliveries.trigger", "webhooks.id as webhookId", "webhooks.subscriber_url as subscriberUrl"])
    .where("webhook_deliveries.event_id", "in", eventIds.length > 0 ? eventIds : [0])
    .orderBy("webhooks.created_at")
    .orderBy("webhooks.id")
    .execute();
  // No calendar is written to yet.
  return { mails, webhooks, calendarWrites: [] };
}
