import { sql } from "kysely";
import type { Instant } from "../../../core/time/index.js";
import { at } from "../../../store/sql.js";
import type { Db, Tx } from "../../../store/store.js";
import { noteJobs } from "../../../store/transaction.js";
import type { DeliveryStatus, LoggedAttempt, LoggedDelivery } from "../delivery.js";

const columns = [
  "id",
  "webhook_id as webhookId",
  "trigger",
  "status",
  "attempts",
  "last_status as lastStatus",
  "last_error as lastError",
  "created_at as createdAt",
  "next_attempt_at as nextAttemptAt",
  "finished_at as finishedAt",
] as const;

export interface DeliveryPage {
  webhookId: string;
  status: DeliveryStatus | undefined;
  /** The last delivery of the page before. */
  before: { createdAt: Instant; id: string } | null;
  take: number;
}

/** Deliveries to a webhook, the newest first. */
export async function listDeliveries(
  db: Db,
  { webhookId, status, before, take }: DeliveryPage,
): Promise<LoggedDelivery[]> {
  let query = db.selectFrom("webhook_deliveries").select(columns).where("webhook_id", "=", webhookId);
  if (status) query = query.where("status", "=", status);
  if (before) query = query.where(sql<boolean>`(created_at, id) < (${at(before.createdAt)}, ${before.id}::uuid)`);
  return query.orderBy("created_at", "desc").orderBy("id", "desc").limit(take).execute();
}

export async function findDelivery(db: Db, webhookId: string, id: string): Promise<LoggedDelivery | null> {
  const row = await db
    .selectFrom("webhook_deliveries")
    .select(columns)
    .where("webhook_id", "=", webhookId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

export async function listAttempts(db: Db, deliveryId: string): Promise<LoggedAttempt[]> {
  return db
    .selectFrom("webhook_attempts")
    .select([
      "attempt",
      "attempted_at as attemptedAt",
      "response_status as responseStatus",
      "error",
      "duration_ms as durationMs",
    ])
    .where("delivery_id", "=", deliveryId)
    .orderBy("attempt")
    .execute();
}

/** What was sent, to be signed again; held until the transaction ends. */
export async function lockBody(tx: Tx, webhookId: string, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom("webhook_deliveries")
    .select("body")
    .where("webhook_id", "=", webhookId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row?.body ?? null;
}

/** Puts a delivery on its way again, at once and with all its tries; those of its thread that wait behind it need wait no more. */
export async function restartDelivery(tx: Tx, id: string, signature: string, now: Instant): Promise<LoggedDelivery> {
  await sql`
    update webhook_deliveries later set due_at = least(later.due_at, ${at(now)}), next_attempt_at = least(later.due_at, ${at(now)})
    from webhook_deliveries earlier
    where earlier.id = ${id} and later.thread = earlier.thread and later.webhook_id is not distinct from earlier.webhook_id
      and later.status || '' = 'pending' and later.event_id > earlier.event_id`.execute(tx);
  const row = await tx
    .updateTable("webhook_deliveries")
    .set({ status: "pending", tries: 0, signature, due_at: at(now), next_attempt_at: at(now), finished_at: null })
    .where("id", "=", id)
    .returning(columns)
    .executeTakeFirstOrThrow();
  noteJobs(tx);
  return row;
}

/** Forgets deliveries from before an instant, at most `most` of them; how many went. */
export async function pruneDeliveries(db: Db, before: Instant, most: number): Promise<number> {
  const { rows } = await sql`
    delete from webhook_deliveries where id in (
      select id from webhook_deliveries where created_at < ${at(before)} order by created_at limit ${most}::int
    )
    returning id`.execute(db);
  return rows.length;
}
