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

/** Jobs stand in two lines, so that no slow task stands before the telling of events. */
export type Line = "telling" | "other";

interface Exchange {
  line: Line;
  done: readonly number[];
  now: Instant;
  leaseMs: number;
  most: number;
}

/**
 * Deletes the jobs that are done and takes up to `most` due ones for `leaseMs`, in one statement. Jobs that another process
 * has taken are passed over, not waited for. What is due is looked up once: inside the condition of the update, PostgreSQL may
 * run it for each row, and takes more than it was asked for.
 */
export async function exchangeJobs(db: Db, { line, done, now, leaseMs, most }: Exchange): Promise<ClaimedJob[]> {
  const jobs = await exchanging[line](db, { done: [...done], now: isoText(now), until: isoText(now + leaseMs), most });
  return jobs.sort((a, b) => a.id - b.id);
}

const isoText = (instant: Instant): string => new Date(instant).toISOString();

/** The condition stands in the text, so that each line is found by an index of its own. */
const exchangingWhere = (isInLine: RawBuilder<boolean>) =>
  prepared(
    (_db, given: StandIns<{ done: number[]; now: string; until: string; most: number }>) => sql<ClaimedJob>`
    with finished as (
      delete from jobs where id = any(${given.done}::bigint[])
    ), due as materialized (
      select id from jobs
      where dead_at is null and ${isInLine} and run_at <= ${given.now}::timestamptz
        and (locked_until is null or locked_until <= ${given.now}::timestamptz)
        and id <> all(${given.done}::bigint[])
      order by run_at, id limit ${given.most}::int for update skip locked
    )
    update jobs set locked_until = ${given.until}::timestamptz, attempts = attempts + 1
    where id in (select id from due) and ${withoutWaiting}
    returning id, kind, payload, attempts`,
  );

const exchanging = {
  telling: exchangingWhere(sql<boolean>`kind = 'event.tell'`),
  other: exchangingWhere(sql<boolean>`kind <> 'event.tell'`),
};

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
 * How the clock's work stands. A delivery that its receiver never took is that receiver's trouble and counts as no dead job;
 * it is told where deliveries are listed.
 */
export async function getQueueState(db: Db, now: Instant) {
  const { rows } = await sql<{ due: number; oldestDueAt: Instant | null; dead: number }>`
    select least(count(*), 10000)::int as due, min(run_at) as "oldestDueAt",
      (select count(*)::int from jobs where dead_at > ${at(now - dayMs)} and kind <> 'webhook.deliver') as dead
    from (
      (${waiting(now, sql<boolean>`kind = 'event.tell'`)}) union all (${waiting(now, sql<boolean>`kind <> 'event.tell'`)})
    ) as waiting`.execute(db);
  return rows[0] ?? { due: 0, oldestDueAt: null, dead: 0 };
}

/** What is due in one line; the condition is that of the line's own index. */
const waiting = (now: Instant, isInLine: RawBuilder<boolean>) => sql`
  select run_at from jobs
  where dead_at is null and ${isInLine} and run_at <= ${at(now)} and (locked_until is null or locked_until <= ${at(now)})
  order by run_at limit 10000`;

/** Forgets the jobs that died before an instant. */
export async function pruneDeadJobs(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom("jobs").where("dead_at", "<", at(before)).execute();
}
