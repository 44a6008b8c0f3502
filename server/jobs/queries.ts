import { sql } from "kysely";
import type { Instant } from "../core/time/instant.js";
import { at } from "../store/sql.js";
import type { Db } from "../store/store.js";

export interface ClaimedJob {
  id: number;
  kind: string;
  payload: unknown;
  attempts: number;
}

/** Takes up to `most` due jobs for `leaseMs`; jobs that another process has taken are passed over, not waited for. */
export async function claimJobs(db: Db, now: Instant, leaseMs: number, most: number): Promise<ClaimedJob[]> {
  const { rows } = await sql<ClaimedJob>`
    update jobs set locked_until = ${at(now + leaseMs)}, attempts = attempts + 1
    where id in (
      select id from jobs
      where dead_at is null and run_at <= ${at(now)} and (locked_until is null or locked_until <= ${at(now)})
      order by run_at, id limit ${most} for update skip locked
    )
    returning id, kind, payload, attempts`.execute(db);
  return rows.sort((a, b) => a.id - b.id);
}

export async function deleteJob(db: Db, id: number): Promise<void> {
  await db.deleteFrom("jobs").where("id", "=", id).execute();
}

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
