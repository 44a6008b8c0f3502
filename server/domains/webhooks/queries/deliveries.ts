import { sql } from "kysely";
import type { Instant } from "../../../core/time/index.js";
import { prepared, type StandIns } from "../../../store/prepared.js";
import { at, jsonb, withoutWaiting } from "../../../store/sql.js";
import type { Db, Tx } from "../../../store/store.js";
import { noteJobs } from "../../../store/transaction.js";
import type { ClaimedDelivery, NewDelivery, Outcome } from "../delivery.js";

/**
 * Puts deliveries on their way, in one statement. What was written before, by an earlier telling of the same event, is left
 * alone; a webhook that went away meanwhile gets none. Behind an earlier one of the thread that waits for its next try, a
 * delivery waits as well.
 */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[], now: Instant): Promise<void> {
  if (deliveries.length === 0) return;
  await sql`
    insert into webhook_deliveries (
      id, webhook_id, event_id, thread, trigger, content_type, body, signature, due_at, next_attempt_at, created_at
    )
    select id, "webhookId", "eventId", thread, trigger, "contentType", body, signature, due_at, due_at, ${at(now)}
    from (
      select given.*, coalesce((
        select max(due_at) from webhook_deliveries earlier
        where earlier.thread = given.thread and earlier.webhook_id is not distinct from given."webhookId"
          and earlier.status || '' = 'pending' and earlier.event_id < given."eventId" and earlier.due_at > ${at(now)}
      ), ${at(now)}) as due_at
      from jsonb_to_recordset(${jsonb(deliveries)}) as given(
        id uuid, "webhookId" uuid, "eventId" bigint, thread text, trigger text, "contentType" text, body text, signature text
      )
      join webhooks on webhooks.id = "webhookId"
    ) as timed
    on conflict on constraint webhook_deliveries_once do nothing`.execute(tx);
  noteJobs(tx);
}

/**
 * The same, but what was written before is put on its way again: rendered and signed anew, under its old id. Returns how many
 * are on their way because of it.
 */
export async function renewDeliveries(
  tx: Tx,
  deliveries: readonly NewDelivery[],
  { now, undeliveredOnly }: { now: Instant; undeliveredOnly: boolean },
): Promise<number> {
  if (deliveries.length === 0) return 0;
  const { rows } = await sql`
    insert into webhook_deliveries (
      id, webhook_id, event_id, thread, trigger, content_type, body, signature, due_at, next_attempt_at, created_at
    )
    select given.*, ${at(now)}, ${at(now)}, ${at(now)}
    from jsonb_to_recordset(${jsonb(deliveries)}) as given(
      id uuid, "webhookId" uuid, "eventId" bigint, thread text, trigger text, "contentType" text, body text, signature text
    )
    where exists (select from webhooks where webhooks.id = given."webhookId")
    on conflict on constraint webhook_deliveries_once do update set
      status = 'pending', tries = 0, content_type = excluded.content_type, body = excluded.body,
      signature = excluded.signature, due_at = excluded.due_at, next_attempt_at = excluded.due_at, finished_at = null
    where webhook_deliveries.status <> 'pending'
      and (webhook_deliveries.status <> 'delivered' or not ${undeliveredOnly}::boolean)
    returning id`.execute(tx);
  noteJobs(tx);
  return rows.length;
}

interface Exchange {
  outcomes: readonly Outcome[];
  now: Instant;
  leaseMs: number;
  most: number;
  /** How many deliveries to a webhook are under way, and how many may be: to one that is not named, and to a failing one. */
  underWay: Readonly<Record<string, number>>;
  widths: Readonly<Record<string, number>>;
  firstWidth: number;
  mostPerFailing: number;
}

/**
 * Notes how tries went and takes up to `most` deliveries that are due, in one statement. To one webhook only so many are under
 * way at once, and of the webhooks the one comes next to which the fewest are, so that slow ones, even many, hold up nobody
 * else; and never two of one thread: the later one waits until the earlier
 * one is delivered, failed or abandoned.
 */
export async function exchangeDeliveries(db: Db, exchange: Exchange): Promise<ClaimedDelivery[]> {
  const { outcomes, now, leaseMs, most, underWay, widths, firstWidth, mostPerFailing } = exchange;
  const claimed = await exchanging(db, {
    outcomes: JSON.stringify(outcomes.map(timesAsText)),
    reported: outcomes.map(({ deliveryId }) => deliveryId),
    finished: outcomes.filter(({ status }) => status !== "pending").map(({ deliveryId }) => deliveryId),
    underWay: JSON.stringify(underWay),
    now: isoText(now),
    until: isoText(now + leaseMs),
    most,
    widths: JSON.stringify(widths),
    firstWidth,
    mostPerFailing,
  });
  return claimed.sort((a, b) => a.eventId - b.eventId);
}

const isoText = (instant: Instant): string => new Date(instant).toISOString();
const optionalText = (instant: Instant | null): string | null => (instant === null ? null : isoText(instant));

const timesAsText = (outcome: Outcome) => ({
  ...outcome,
  attemptedAt: optionalText(outcome.attemptedAt),
  nextAttemptAt: optionalText(outcome.nextAttemptAt),
  finishedAt: optionalText(outcome.finishedAt),
});

interface ExchangeArgs {
  outcomes: string;
  reported: string[];
  finished: string[];
  underWay: string;
  now: string;
  until: string;
  most: number;
  widths: string;
  firstWidth: number;
  mostPerFailing: number;
}

/** A delivery was put on its way anew while a try was under way: whatever that came to, there is one more. */
const isAskedForAgain = sql`d.tries = 0`;

/**
 * `lane` leaps through the index from webhook to webhook, so that its cost is the number of webhooks with something pending,
 * however long the queue of one of them. "Is not distinct from", and the nothing that is added to a status, keep the planner
 * to the indexes of the thread and of the id: where it has seen few deliveries pending, it would else go through all of them
 * when there are many. A row that is reported here is not taken here: the parts of a statement do not see each other's changes.
 */
const exchanging = prepared(
  (_db, given: StandIns<ExchangeArgs>) => sql<ClaimedDelivery>`
    with recursive told as (
      select * from jsonb_to_recordset(${given.outcomes}::text::jsonb) as outcome(
        "deliveryId" uuid, status text, attempts int, "attemptedAt" timestamptz, "durationMs" int, "responseStatus" int,
        error text, "nextAttemptAt" timestamptz, "finishedAt" timestamptz
      )
    ), recorded as (
      update webhook_deliveries d set
        status = case when ${isAskedForAgain} then 'pending' else told.status end,
        attempts = told.attempts, last_status = told."responseStatus", last_error = told.error,
        next_attempt_at = case when ${isAskedForAgain} then d.due_at else told."nextAttemptAt" end,
        due_at = case when ${isAskedForAgain} then d.due_at else coalesce(told."nextAttemptAt", d.due_at) end,
        finished_at = case when ${isAskedForAgain} then null else told."finishedAt" end, locked_until = null
      from told where d.id = told."deliveryId"
      returning d.id, d.webhook_id
    ), noted as (
      insert into webhook_attempts (delivery_id, attempt, attempted_at, response_status, error, duration_ms)
      select id, attempts, "attemptedAt", "responseStatus", error, "durationMs"
      from recorded join told on "deliveryId" = id where "attemptedAt" is not null
      on conflict (delivery_id, attempt) do nothing
    ), held_back as (
      update webhook_deliveries later set due_at = told."nextAttemptAt"
      from told join webhook_deliveries earlier on earlier.id = "deliveryId"
      where told.status = 'pending' and earlier.tries > 0 and later.thread = earlier.thread and later.webhook_id is not distinct from earlier.webhook_id
        and later.status || '' = 'pending' and later.event_id > earlier.event_id and later.due_at < told."nextAttemptAt"
        and later.id <> all(${given.reported}::uuid[])
    ), health as (
      update webhooks w set failing_since = case when arrived then null else failed_at end
      from (
        select webhook_id, bool_or(error is null) as arrived, min("attemptedAt") as failed_at
        from recorded join told on "deliveryId" = id where "attemptedAt" is not null group by webhook_id
      ) as result
      where w.id = webhook_id and arrived = (w.failing_since is not null)
    ), lane as (
      (select webhook_id from webhook_deliveries where status = 'pending' order by webhook_id limit 1)
      union all
      select (
        select d.webhook_id from webhook_deliveries d
        where d.status = 'pending' and d.webhook_id > lane.webhook_id order by d.webhook_id limit 1
      )
      from lane where lane.webhook_id is not null
    ), candidate as materialized (
      select next.id
      from lane join webhooks w on w.id = lane.webhook_id
      cross join lateral (select coalesce((${given.underWay}::text::jsonb ->> lane.webhook_id::text)::int, 0) as amount) as under_way
      cross join lateral (
        select d.id, d.due_at, d.event_id from webhook_deliveries d
        where d.webhook_id = lane.webhook_id and d.status = 'pending' and d.due_at <= ${given.now}::timestamptz
          and (d.locked_until is null or d.locked_until <= ${given.now}::timestamptz)
          and d.id <> all(${given.reported}::uuid[])
          and not exists (
            select from webhook_deliveries earlier
            where earlier.thread = d.thread and earlier.webhook_id is not distinct from d.webhook_id
              and earlier.status || '' = 'pending' and earlier.event_id < d.event_id
              and (earlier.tries = 0 or earlier.id <> all(${given.finished}::uuid[]))
          )
        order by d.due_at, d.event_id
        limit greatest(0, case when w.failing_since is not null then ${given.mostPerFailing}::int else
          coalesce((${given.widths}::text::jsonb ->> lane.webhook_id::text)::int, ${given.firstWidth}::int) end - under_way.amount)
      ) as next
      order by under_way.amount + row_number() over (partition by lane.webhook_id order by next.due_at, next.event_id),
        next.due_at, next.event_id
      limit ${given.most}::int
    ), taken as materialized (
      select id from webhook_deliveries
      where id = any(array(select id from candidate)) and status || '' = 'pending'
        and (locked_until is null or locked_until <= ${given.now}::timestamptz)
      for update skip locked
    )
    update webhook_deliveries d
    set locked_until = ${given.until}::timestamptz, attempts = d.attempts + 1, tries = d.tries + 1
    from webhooks w
    where w.id = d.webhook_id and d.id in (select id from taken) and ${withoutWaiting}
    returning d.id, d.webhook_id as "webhookId", d.event_id as "eventId", d.body, d.content_type as "contentType", d.signature, d.attempts as attempt,
      d.tries, w.subscriber_url as "subscriberUrl", w.version, w.is_active as "isActive",
      w.failing_since as "failingSince"`,
);

/** Gives deliveries back as if they had not been tried. */
export async function releaseDeliveries(db: Db, ids: readonly string[]): Promise<void> {
  await sql`
    update webhook_deliveries set locked_until = null, attempts = attempts - 1, tries = greatest(0, tries - 1)
    where id = any(${[...ids]}::uuid[])`.execute(db);
}

export interface NoShowCheck {
  eventId: number;
  webhookId: string;
  trigger: string;
  runAt: Instant;
}

/** Plans a look at who came, once for each webhook and trigger. */
export async function insertNoShowChecks(tx: Tx, checks: readonly NoShowCheck[]): Promise<void> {
  if (checks.length === 0) return;
  const timed = checks.map((check) => ({ ...check, runAt: isoText(check.runAt) }));
  await sql`
    insert into jobs (kind, payload, run_at, key)
    select 'webhook.no-show', jsonb_build_object('eventId', "eventId", 'webhookId', "webhookId", 'trigger', trigger), "runAt",
      concat_ws(' ', 'webhook.no-show', "eventId", "webhookId", trigger)
    from jsonb_to_recordset(${jsonb(timed)}) as given("eventId" bigint, "webhookId" uuid, trigger text, "runAt" timestamptz)
    on conflict (key) where key is not null do nothing`.execute(tx);
  noteJobs(tx);
}
