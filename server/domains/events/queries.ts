import { sql } from "kysely";
import { at, jsonb } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { NewJob } from "./enqueue.js";
import type { EventKind, NewEvent, RecordedEvent } from "./event.js";

/** The event and the job of telling it in one statement. */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  await sql`
    with recorded as (
      insert into events (kind, user_id, subject, data, created_at)
      values (${event.kind}, ${event.userId}, ${event.subject}, ${jsonb(event.data)}, ${at(event.createdAt)})
      returning id
    )
    insert into jobs (kind, payload, run_at)
    select 'event.tell', jsonb_build_object('eventId', id), ${at(event.createdAt)} from recorded`.execute(tx);
}

export async function insertJobs(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  await tx
    .insertInto("jobs")
    .values(jobs.map((job) => ({ kind: job.kind, payload: jsonb(job.payload), run_at: at(job.runAt) })))
    .execute();
}

export async function getEvent(db: Db, id: number): Promise<RecordedEvent | null> {
  const row = await db.selectFrom("events").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    kind: row.kind as EventKind,
    userId: row.user_id,
    subject: row.subject ?? "",
    data: row.data as object,
    createdAt: row.created_at,
  };
}
