import { sql } from "kysely";
import type { Instant } from "../../core/time/index.js";
import { at } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { Subscriber } from "./delivery.js";
import type { PausedWebhook, Webhook, WebhookOwner, WebhookSettings } from "./webhook.js";

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
  "paused_at as pausedAt",
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

/** Writes the settings; `startsAfresh` forgets that nothing arrived so far. */
export async function updateWebhook(
  tx: Tx,
  id: string,
  settings: WebhookSettings,
  startsAfresh: boolean,
): Promise<Webhook> {
  const afresh = startsAfresh ? { failing_since: null, paused_at: null } : {};
  return tx
    .updateTable("webhooks")
    .set({ ...settingColumns(settings), ...afresh })
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

/** Everybody active who wants to hear of one of these triggers in one of these accounts or of one of these event types. */
export async function listSubscribers(
  db: Db,
  { triggers, userIds, eventTypeIds }: { triggers: string[]; userIds: number[]; eventTypeIds: number[] },
): Promise<Subscriber[]> {
  const { rows } = await sql<Subscriber>`
    select id, user_id as "userId", event_type_id as "eventTypeId", triggers, payload_template as "payloadTemplate", secret, version,
      delay_time as "delayTime", delay_unit as "delayUnit"
    from webhooks
    where is_active and triggers && ${triggers}::text[]
      and (user_id = any(${userIds}::int[]) or event_type_id = any(${eventTypeIds}::int[]))`.execute(db);
  return rows;
}

/** Switches a webhook off at which nothing has arrived since before an instant; whose it is, or null if it is not so. */
export async function pauseFailing(
  tx: Tx,
  id: string,
  { now, failingBefore }: { now: Instant; failingBefore: Instant },
): Promise<PausedWebhook | null> {
  const { rows } = await sql<PausedWebhook>`
    with paused as (
      update webhooks set is_active = false, paused_at = ${at(now)}
      where id = ${id} and is_active and failing_since <= ${at(failingBefore)}
      returning id, subscriber_url, user_id, event_type_id, failing_since
    )
    select p.id, p.subscriber_url as "subscriberUrl", p.event_type_id as "eventTypeId", p.failing_since as "failingSince",
      u.id as "ownerId", u.name as "ownerName", u.email as "ownerEmail", u.locale as "ownerLocale"
    from paused p left join event_types e on e.id = p.event_type_id join users u on u.id = coalesce(p.user_id, e.user_id)`.execute(
    tx,
  );
  return rows[0] ?? null;
}
