import { type RawBuilder, sql } from "kysely";
import { at, jsonb } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import { noteJobs } from "../../store/transaction.js";
import type { EventKind, NewEvent, RecordedEvent } from "./event.js";

/**
 * The parts of a statement that write an event and the job of telling it, for a WITH clause: a change and its event can be
 * one statement. `data` may lean on other parts of that statement.
 */
const eventParts = (event: NewEvent, data: RawBuilder<unknown> = jsonb(event.data)): RawBuilder<unknown> => sql`
  event as (
    insert into events (kind, user_id, subject, data, created_at)
    values (${event.kind}, ${event.userId}, ${event.subject}, ${data}, ${at(event.createdAt)})
    returning id
  ), telling as (
    insert into jobs (kind, payload, run_at)
    select 'event.tell', jsonb_build_object('eventId', id), ${at(event.createdAt)} from event
  )`;

/** The same for a statement of another domain, which commits with `tx`. */
export function recordingParts(tx: Tx, event: NewEvent, data?: RawBuilder<unknown>): RawBuilder<unknown> {
  noteJobs(tx);
  return eventParts(event, data);
}

export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  await sql`with ${eventParts(event)} select`.execute(tx);
}

/** The same for many at once: one event and one job each, in the order given. */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  await sql`
    with given as (
      select told, n from jsonb_array_elements(${jsonb(events)}) with ordinality as list(told, n)
    ), event as (
      insert into events (kind, user_id, subject, data, created_at)
      select told->>'kind', (told->>'userId')::int, told->>'subject', told->'data',
        to_timestamp((told->>'createdAt')::numeric / 1000)
      from given order by n
      returning id, created_at
    )
    insert into jobs (kind, payload, run_at)
    select 'event.tell', jsonb_build_object('eventId', id), created_at from event`.execute(tx);
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
