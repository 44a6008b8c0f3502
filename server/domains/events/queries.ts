import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../../core/time/index.js";
import { at, jsonb } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import { noteJobs } from "../../store/transaction.js";
import type { EventKind, LoggedEvent, NewEvent, RecordedEvent } from "./event.js";

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

const columns = ["id", "kind", "user_id", "subject", "data", "created_at", "thread"] as const;

interface EventRow {
  id: number;
  kind: string;
  user_id: number | null;
  subject: string | null;
  data: unknown;
  created_at: Instant;
  thread: string | null;
}

const toEvent = (row: EventRow): RecordedEvent => ({
  id: row.id,
  kind: row.kind as EventKind,
  userId: row.user_id,
  subject: row.subject ?? "",
  data: row.data as object,
  createdAt: row.created_at,
  thread: row.thread ?? "",
});

export async function getEvents(db: Db, ids: readonly number[]): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom("events")
    .select(columns)
    .where((eb) => eb("id", "=", eb.fn.any(eb.val([...ids]))))
    .orderBy("id")
    .execute();
  return rows.map(toEvent);
}

/**
 * The events without a place of the threads of these events: those that are to be told, and what happened before or after them
 * to the same things, whoever was to tell it. One that could not be told at any try is passed over, and its thread goes on.
 */
export async function listUntold(tx: Tx, ids: readonly number[]): Promise<RecordedEvent[]> {
  const { rows } = await sql<EventRow>`
    with asked as materialized (
      select thread from events where id = any(${[...ids]}::bigint[])
    )
    select id, kind, user_id, subject, data, created_at, thread from events
    where position is null and thread = any(array(select thread from asked)) and not exists (
      select from jobs where dead_at is not null and kind = 'event.tell' and (payload ->> 'eventId')::bigint = events.id
    )
    order by id`.execute(tx);
  return rows.map(toEvent);
}

/** Gives events the next places, in the order of their ids. */
export async function placeEvents(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`
    update events set position = placed.position
    from (select id, nextval('event_positions') as position from unnest(${[...ids]}::bigint[]) as told(id)) as placed
    where events.id = placed.id`.execute(tx);
}

/** Plans that people hear of events, one after the other where they belong to one thread. */
export async function insertHearings(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into jobs (kind, payload, run_at, thread)
    select 'event.hear', jsonb_build_object('eventId', id), created_at, 'event.hear ' || thread
    from events where id = any(${events.map(({ id }) => id)}::bigint[]) order by id`.execute(tx);
  noteJobs(tx);
}

export interface LogPage {
  userId: number;
  /** The place after which to read; 0 is the beginning. */
  after: number;
  take: number;
}

/** What happened to an account, in the order of the log. */
export async function listEventsAfter(db: Db, { userId, after, take }: LogPage): Promise<LoggedEvent[]> {
  const rows = await db
    .selectFrom("events")
    .select([...columns, "position"])
    .where("user_id", "=", userId)
    .where("position", ">", after)
    .orderBy("position")
    .limit(take)
    .execute();
  return rows.map((row) => ({ ...toEvent(row), position: row.position ?? 0 }));
}

export interface EventSpan {
  userId: number;
  /** Only of this event type. */
  eventTypeId: number | null;
  kinds: readonly EventKind[];
  from: Instant;
  to: Instant;
  afterId: number;
  take: number;
}

/** What happened to an account from one instant to before another, by id, in portions. */
export async function listEventsBetween(db: Db, span: EventSpan): Promise<RecordedEvent[]> {
  let query = db
    .selectFrom("events")
    .select(columns)
    .where("user_id", "=", span.userId)
    .where("position", "is not", null)
    .where("kind", "in", [...span.kinds])
    .where("created_at", ">=", at(span.from))
    .where("created_at", "<", at(span.to))
    .where("id", ">", span.afterId);
  if (span.eventTypeId !== null) {
    query = query.where(sql<string>`data #>> '{eventType,id}'`, "=", String(span.eventTypeId));
  }
  const rows = await query.orderBy("id").limit(span.take).execute();
  return rows.map(toEvent);
}

/** The last place that was given. */
export async function latestPosition(db: Db): Promise<number> {
  const { rows } = await sql<{ latest: number | null }>`select max(position) as latest from events`.execute(db);
  return rows[0]?.latest ?? 0;
}

/** Where the log ends, and whose events stand behind a place in it. */
export async function findNews(db: Db, after: number | null): Promise<{ position: number; userIds: number[] }> {
  if (after === null) return { position: await latestPosition(db), userIds: [] };
  const { rows } = await sql<{ position: number | null; userIds: number[] | null }>`
    select max(position) as position, array_agg(distinct user_id) filter (where user_id is not null) as "userIds"
    from events where position > ${after}::bigint`.execute(db);
  return { position: rows[0]?.position ?? after, userIds: rows[0]?.userIds ?? [] };
}

/** Forgets the oldest events from before an instant, at most `most` of them; how many went. */
export async function pruneEvents(db: Db, before: Instant, most: number): Promise<number> {
  const { rows } = await sql`
    delete from events where id in (
      select id from (select id, created_at from events order by id limit ${most}::int) as oldest
      where created_at < ${at(before)}
    )
    returning id`.execute(db);
  return rows.length;
}
