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

export async function releaseKey(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("idempotency_keys").where("id", "=", id).execute();
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
