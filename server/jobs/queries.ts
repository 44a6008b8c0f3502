import { type RawBuilder, sql } from "kysely";
import { dayMs, type Instant } from "../core/time/instant.js";
import { prepared, type StandIns } from "../store/prepared.js";
import { at, withoutWaiting } from "../store/sql.js";
import type { Db } from "../store/store.js";

export interface ClaimedJob {
  id: number;
  kind: string;
  payload: unknown;
  attempts: number;
}

/** Jobs stand in three lines: events are told before anybody hears of them, and neither holds up what has its minute. */
export const lines = ["telling", "hearing", "other"] as const;
export type Line = (typeof lines)[number];

interface Exchange {
  line: Line;
  done: readonly number[];
  /** What this process is still at, which it does not take again; and what of it has been taken for so long that it is taken anew. */
  inHand: readonly number[];
  renewed: readonly number[];
  now: Instant;
  leaseMs: number;
  most: number;
}

/**
 * Deletes the jobs that are done and takes up to `most` due ones for `leaseMs`, in one statement. Jobs that another process
 * has taken are passed over, not waited for. What is due is looked up once: inside the condition of the update, PostgreSQL may
 * run it for each row, and takes more than it was asked for.
 */
export async function exchangeJobs(db: Db, exchange: Exchange): Promise<ClaimedJob[]> {
  const { line, done, inHand, renewed, now, leaseMs, most } = exchange;
  const times = { now: isoText(now), until: isoText(now + leaseMs) };
  const jobs = await exchanging[line](db, {
    done: [...done],
    inHand: [...inHand],
    renewed: [...renewed],
    ...times,
    most,
  });
  return jobs.sort((a, b) => a.id - b.id);
}

const isoText = (instant: Instant): string => new Date(instant).toISOString();

/** Which jobs stand in a line; the conditions are those of the lines' own indexes. */
const standsIn: Record<Line, RawBuilder<boolean>> = {
  telling: sql`kind = 'event.tell'`,
  hearing: sql`kind = 'event.hear'`,
  other: sql`kind <> 'event.tell' and kind <> 'event.hear'`,
};

/** The first of its thread that is neither done nor dead. */
const isNext = (done: RawBuilder<readonly number[]>) => sql<boolean>`(
  thread is null or not exists (
    select from jobs earlier
    where earlier.thread = jobs.thread and earlier.dead_at is null and earlier.id < jobs.id and earlier.id <> all(${done}::bigint[])
  )
)`;

interface ExchangeArgs {
  done: number[];
  inHand: number[];
  renewed: number[];
  now: string;
  until: string;
  most: number;
}

/** The condition of the line stands in the text, so that each is found by its index. */
const exchangingIn = (line: Line) =>
  prepared(
    (_db, given: StandIns<ExchangeArgs>) => sql<ClaimedJob>`
    with finished as (
      delete from jobs where id = any(${given.done}::bigint[])
    ), kept as (
      update jobs set locked_until = ${given.until}::timestamptz where id = any(${given.renewed}::bigint[])
    ), due as materialized (
      select id from jobs
      where dead_at is null and ${standsIn[line]} and run_at <= ${given.now}::timestamptz
        and (locked_until is null or locked_until <= ${given.now}::timestamptz)
        and id <> all(${given.done}::bigint[]) and id <> all(${given.inHand}::bigint[]) and ${isNext(given.done)}
      order by run_at, id limit ${given.most}::int for update skip locked
    )
    update jobs set locked_until = ${given.until}::timestamptz, attempts = attempts + 1
    where id in (select id from due) and ${withoutWaiting}
    returning id, kind, payload, attempts`,
  );

const exchanging = { telling: exchangingIn("telling"), hearing: exchangingIn("hearing"), other: exchangingIn("other") };

export async function postponeJob(db: Db, id: number, runAt: Instant, error: string): Promise<void> {
  await db
    .updateTable("jobs")
    .set({ run_at: at(runAt), locked_until: null, last_error: error })
    .where("id", "=", id)
    .execute();
}

export async function buryJob(db: Db, id: number, now: Instant, error: string): Promise<void> {
  await db
    .updateTable("jobs")
    .set({ dead_at: at(now), locked_until: null, last_error: error })
    .where("id", "=", id)
    .execute();
}

/** Gives claimed jobs back as if they had not been tried. */
export async function releaseJobs(db: Db, ids: readonly number[]): Promise<void> {
  await sql`update jobs set locked_until = null, attempts = attempts - 1 where id = any(${[...ids]}::bigint[])`.execute(
    db,
  );
}

/** Forgets kept answers and counters whose time is over. */
export async function deleteExpired(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom("idempotency_keys").where("expires_at", "<=", at(now)).execute();
  await db.deleteFrom("rate_limits").where("expire", "<=", now).execute();
}

/**
 * How the clock's work stands. What waits for a receiver at which nothing arrives just now is that receiver's trouble and counts
 * for nothing.
 */
export async function getQueueState(db: Db, now: Instant) {
  const { rows } = await sql<Amount & { deliveriesDue: number; oldestDeliveryDueAt: Instant | null; dead: number }>`
    select job.due, job."oldestDueAt", delivery.due as "deliveriesDue", delivery."oldestDueAt" as "oldestDeliveryDueAt",
      (select count(*)::int from jobs where dead_at > ${at(now - dayMs)}) as dead
    from (${amount(
      sql.join(
        lines.map((line) => sql`(${waitingJobs(now, line)})`),
        sql` union all `,
      ),
    )}) as job,
      (${amount(waitingDeliveries(now))}) as delivery`.execute(db);
  return rows[0] ?? { due: 0, oldestDueAt: null, deliveriesDue: 0, oldestDeliveryDueAt: null, dead: 0 };
}

interface Amount {
  due: number;
  oldestDueAt: Instant | null;
}

const amount = (waiting: RawBuilder<unknown>) => sql`
  select least(count(*), 10000)::int as due, min(due_at) as "oldestDueAt" from (${waiting}) as waiting`;

const waitingDeliveries = (now: Instant) => sql`
  select due_at from webhook_deliveries d join webhooks w on w.id = d.webhook_id and w.failing_since is null
  where status = 'pending' and due_at <= ${at(now)} and (locked_until is null or locked_until <= ${at(now)})
  order by due_at limit 10000`;

/** What is due in one line. */
const waitingJobs = (now: Instant, line: Line) => sql`
  select run_at as due_at from jobs
  where dead_at is null and ${standsIn[line]} and run_at <= ${at(now)} and (locked_until is null or locked_until <= ${at(now)})
    and ${isNext(sql`'{}'`)}
  order by run_at limit 10000`;

/** Forgets the jobs that died before an instant. */
export async function pruneDeadJobs(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom("jobs").where("dead_at", "<", at(before)).execute();
}
