import { sql } from "kysely";
import type { Instant } from "../../core/time/index.js";
import { at, jsonb } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { Attempt, Delivery, NewDelivery, Subscriber } from "./delivery.js";
import type { Webhook, WebhookOwner, WebhookSettings } from "./webhook.js";

const columns = [
  "id",
  "user_id as userId",
  "event_type_id as eventTypeId",
  "subscriber_url as subscriberUrl",
  "triggers",
  "is_active as isActive",
  "payload_template as payloadTemplate",
  "secret",
  "version",
  "delay_time as delayTime",
  "delay_unit as delayUnit",
  "created_at as createdAt",
] as const;

const settingColumns = (settings: WebhookSettings) => ({
  subscriber_url: settings.subscriberUrl,
  triggers: settings.triggers,
  is_active: settings.isActive,
  payload_template: settings.payloadTemplate,
  secret: settings.secret,
  version: settings.version,
  delay_time: settings.delayTime,
  delay_unit: settings.delayUnit,
});

export async function insertWebhook(tx: Tx, webhook: Webhook): Promise<Webhook> {
  await tx
    .insertInto("webhooks")
    .values({
      id: webhook.id,
      user_id: webhook.userId,
      event_type_id: webhook.eventTypeId,
      ...settingColumns(webhook),
      created_at: at(webhook.createdAt),
    })
    .execute();
  return webhook;
}

export async function findWebhook(db: Db, id: string): Promise<Webhook | null> {
  return (await db.selectFrom("webhooks").select(columns).where("id", "=", id).executeTakeFirst()) ?? null;
}

/** Holds the row, so that of two changes at once neither is lost; deliveries may still refer to it. */
export async function lockWebhook(tx: Tx, id: string): Promise<Webhook | null> {
  const row = await tx.selectFrom("webhooks").select(columns).where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
  return row ?? null;
}

export async function listWebhooks(
  db: Db,
  owner: WebhookOwner,
  page: { take: number; skip: number },
): Promise<Webhook[]> {
  return db
    .selectFrom("webhooks")
    .select(columns)
    .where(ownedBy(owner))
    .orderBy("created_at")
    .orderBy("id")
    .limit(page.take)
    .offset(page.skip)
    .execute();
}

export async function updateWebhook(tx: Tx, id: string, settings: WebhookSettings): Promise<Webhook> {
  return tx
    .updateTable("webhooks")
    .set(settingColumns(settings))
    .where("id", "=", id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("webhooks").where("id", "=", id).execute();
}

export async function countWebhooks(tx: Tx, owner: WebhookOwner): Promise<number> {
  const { count } = await tx
    .selectFrom("webhooks")
    .select((eb) => eb.fn.countAll().as("count"))
    .where(ownedBy(owner))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Removes all webhooks of an owner; how many there were. */
export async function deleteWebhooksOf(tx: Tx, owner: WebhookOwner): Promise<number> {
  const result = await tx.deleteFrom("webhooks").where(ownedBy(owner)).executeTakeFirst();
  return Number(result.numDeletedRows);
}

const ownedBy = (owner: WebhookOwner) =>
  owner.userId === null ? sql<boolean>`event_type_id = ${owner.eventTypeId}` : sql<boolean>`user_id = ${owner.userId}`;

/** Who wants to hear of a trigger in this account or of this event type. */
export async function listSubscribers(
  db: Db,
  trigger: string,
  owner: { userId: number | null; eventTypeId: number | null },
): Promise<Subscriber[]> {
  return db
    .selectFrom("webhooks")
    .select(["id", "payload_template as payloadTemplate", "secret"])
    .where("is_active", "=", true)
    .where((eb) => eb(eb.val(trigger), "=", eb.fn.any("triggers")))
    .where((eb) => eb.or([eb("user_id", "=", owner.userId), eb("event_type_id", "=", owner.eventTypeId)]))
    .execute();
}

/**
 * The deliveries of one event with a job for each, in one statement and therefore all or none. What was written before, by an
 * earlier telling of the same event, is left alone; a webhook that went away meanwhile gets none.
 */
export async function insertDeliveries(db: Db, deliveries: readonly NewDelivery[], now: Instant): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${jsonb(deliveries)}) as d(
        id uuid, "webhookId" uuid, "eventId" bigint, trigger text, "contentType" text, body text, signature text
      )
    ), delivery as (
      insert into webhook_deliveries (
        id, webhook_id, event_id, trigger, content_type, body, signature, next_attempt_at, created_at
      )
      select given.id, webhooks.id, "eventId", trigger, "contentType", body, signature, ${at(now)}, ${at(now)}
      from given join webhooks on webhooks.id = "webhookId"
      on conflict on constraint webhook_deliveries_once do nothing
      returning id
    )
    insert into jobs (kind, payload, run_at)
    select 'webhook.deliver', jsonb_build_object('deliveryId', id), ${at(now)} from delivery`.execute(db);
}

export async function findDelivery(db: Db, id: string): Promise<Delivery | null> {
  const row = await db
    .selectFrom("webhook_deliveries as d")
    .innerJoin("webhooks as w", "w.id", "d.webhook_id")
    .select([
      "d.id",
      "d.status",
      "d.body",
      "d.content_type as contentType",
      "d.signature",
      "w.subscriber_url as subscriberUrl",
      "w.version",
      "w.is_active as isActive",
    ])
    .where("d.id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

export async function abandonDelivery(db: Db, id: string, now: Instant): Promise<void> {
  await db
    .updateTable("webhook_deliveries")
    .set({ status: "abandoned", next_attempt_at: null, finished_at: at(now) })
    .where("id", "=", id)
    .execute();
}

/** The attempt and what it means for the delivery, in one statement; nothing if the webhook was deleted meanwhile. */
export async function recordAttempt(db: Db, attempt: Attempt): Promise<void> {
  const { deliveryId, number, attemptedAt, finishedAt, nextAttemptAt, responseStatus, error, durationMs } = attempt;
  await sql`
    with delivery as (
      update webhook_deliveries set
        status = ${attempt.status}, attempts = ${number}, last_status = ${responseStatus}, last_error = ${error},
        next_attempt_at = ${optionalAt(nextAttemptAt)}, finished_at = ${optionalAt(finishedAt)}
      where id = ${deliveryId}
      returning id
    )
    insert into webhook_attempts (delivery_id, attempt, attempted_at, response_status, error, duration_ms)
    select id, ${number}::int, ${at(attemptedAt)}, ${responseStatus}::int, ${error}::text, ${durationMs}::int from delivery
    on conflict (delivery_id, attempt) do update set
      attempted_at = excluded.attempted_at, response_status = excluded.response_status,
      error = excluded.error, duration_ms = excluded.duration_ms`.execute(db);
}

const optionalAt = (instant: Instant | null) => (instant === null ? null : at(instant));
