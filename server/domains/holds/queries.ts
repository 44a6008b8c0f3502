import { sql } from "kysely";
import type { Instant, Interval } from "../../core/time/index.js";
import { at } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { Hold, HoldFacts, Taken } from "./hold.js";

export async function findHoldFacts(db: Db, eventTypeId: number): Promise<HoldFacts | null> {
  const row = await db
    .selectFrom("event_types")
    .select([
      "user_id as ownerId",
      "length_minutes as lengthMinutes",
      "length_options as lengthOptions",
      sql<number | null>`(seats ->> 'seatsPerTimeSlot')::int`.as("seatsPerTimeSlot"),
    ])
    .where("id", "=", eventTypeId)
    .executeTakeFirst();
  if (!row || row.ownerId === null) return null;
  return { ...row, ownerId: row.ownerId, lengthOptions: row.lengthOptions ?? [] };
}

/** What of this event type overlaps the time, apart from the caller's own hold. */
export async function loadTaken(
  tx: Tx,
  {
    eventTypeId,
    time,
    now,
    exceptUid,
  }: { eventTypeId: number; time: Interval; now: Instant; exceptUid: string | null },
): Promise<Taken> {
  const [from, to] = [at(time.from), at(time.to)];
  const { rows } = await sql<Taken>`
    select b.bookings, b.attendees, h.*
    from (
      select count(*) as bookings, coalesce(max(attendees), 0) as attendees
      from (
        select (select count(*) from attendees a where a.booking_id = b.id) as attendees
        from bookings b
        where event_type_id = ${eventTypeId} and starts_at < ${to} and ends_at > ${from}
          and status in ('accepted', 'pending', 'awaiting_host')
      ) overlapping
    ) b cross join (
      select
        count(*) filter (where starts_at < ${to} and ends_at > ${from}) as holds,
        count(*) filter (where starts_at = ${from} and ends_at = ${to}) as "sameHolds",
        count(*) as "liveHolds"
      from holds
      where event_type_id = ${eventTypeId} and release_at > ${at(now)} and uid is distinct from ${exceptUid}::uuid
    ) h`.execute(tx);
  return rows[0] ?? { bookings: 0, attendees: 0, holds: 0, sameHolds: 0, liveHolds: 0 };
}

/** The live holds of an event type but for those of a uid. */
export async function countLiveHolds(tx: Tx, eventTypeId: number, now: Instant, exceptUid: string): Promise<number> {
  const { count } = await tx
    .selectFrom("holds")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("event_type_id", "=", eventTypeId)
    .where("release_at", ">", at(now))
    .where("uid", "!=", exceptUid)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Also sweeps away what ran out: there is nothing to be gained from a job for it. */
export async function insertHold(
  tx: Tx,
  hold: Hold & { userId: number; isSeat: boolean },
  now: Instant,
): Promise<void> {
  await sql`
    with ran_out as (
      delete from holds where event_type_id = ${hold.eventTypeId} and release_at <= ${at(now)} and uid <> ${hold.uid}
    )
    insert into holds (uid, event_type_id, user_id, starts_at, ends_at, release_at, is_seat)
    values (${hold.uid}, ${hold.eventTypeId}, ${hold.userId}, ${at(hold.startsAt)}, ${at(hold.endsAt)},
      ${at(hold.releaseAt)}, ${hold.isSeat})
    on conflict (uid, event_type_id, starts_at)
    do update set ends_at = excluded.ends_at, release_at = excluded.release_at`.execute(tx);
}

export async function findHold(db: Db, uid: string): Promise<Hold | null> {
  const row = await db
    .selectFrom("holds")
    .select([
      "uid",
      "event_type_id as eventTypeId",
      "starts_at as startsAt",
      "ends_at as endsAt",
      "release_at as releaseAt",
    ])
    .where("uid", "=", uid)
    .orderBy("starts_at")
    .executeTakeFirst();
  return row ?? null;
}

/** Removes all holds of a uid and tells whether there was any. */
export async function deleteHolds(db: Db, uid: string): Promise<boolean> {
  const result = await db.deleteFrom("holds").where("uid", "=", uid).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** The attendees of a live booking of an event type, or null if there is no such booking. */
export async function countAttendees(db: Db, eventTypeId: number, bookingUid: string): Promise<number | null> {
  const row = await db
    .selectFrom("bookings")
    .select((eb) =>
      eb
        .selectFrom("attendees")
        .whereRef("booking_id", "=", "bookings.id")
        .select(eb.fn.countAll<number>().as("count"))
        .as("attendees"),
    )
    .where("uid", "=", bookingUid)
    .where("event_type_id", "=", eventTypeId)
    .where("status", "=", "accepted")
    .executeTakeFirst();
  return row ? Number(row.attendees) : null;
}
