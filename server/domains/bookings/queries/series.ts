import { sql } from "kysely";
import { jsonb } from "../../../store/sql.js";
import type { Db, Tx } from "../../../store/store.js";
import type { Booking, BookingPlan } from "../booking.js";
import { selectBookings, toBooking } from "../queries.js";

/** All occurrences of a series, whatever became of them, by their starts; empty if there is no such series. */
export async function listSeries(db: Db, recurringUid: string): Promise<Booking[]> {
  const rows = await selectBookings(db)
    .where("b.recurring_uid", "=", recurringUid)
    .orderBy("b.starts_at")
    .orderBy("b.id")
    .execute();
  return rows.map(toBooking);
}

export async function hasSeries(db: Db, recurringUid: string): Promise<boolean> {
  const row = await db
    .selectFrom("bookings")
    .select("id")
    .where("recurring_uid", "=", recurringUid)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Locks all occurrences of a series until the transaction ends, in the order of their ids. */
export async function lockSeries(tx: Tx, recurringUid: string): Promise<void> {
  await tx
    .selectFrom("bookings")
    .select("id")
    .where("recurring_uid", "=", recurringUid)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Writes bookings, their attendees and the time they take, in one statement; they come back in the order given. */
export async function insertBookings(tx: Tx, plans: readonly BookingPlan[]): Promise<Booking[]> {
  const { rows } = await sql<{ uid: string; id: number; attendee_ids: number[] }>`
    with given as (
      select plan, n from jsonb_array_elements(${jsonb(plans.map(rowOf))}) with ordinality as list(plan, n)
    ), booking as (
      insert into bookings (
        uid, event_type_id, user_id, title, description, starts_at, ends_at, status, location, responses, metadata,
        recurring_uid, ical_uid, ical_sequence, created_at, updated_at
      )
      select plan->>'uid', (plan->>'eventTypeId')::int, (plan->>'userId')::int, plan->>'title', plan->>'description',
        (plan->>'startsAt')::timestamptz, (plan->>'endsAt')::timestamptz, plan->>'status', plan->>'location',
        plan->'responses', plan->'metadata', plan->>'recurringUid', plan->>'icalUid', 0,
        (plan->>'createdAt')::timestamptz, (plan->>'createdAt')::timestamptz
      from given order by n
      returning id, uid, user_id, starts_at, ends_at
    ), made as (
      select booking.*, plan, n from booking join given on plan->>'uid' = booking.uid
    ), occupied as (
      insert into occupied_times (booking_id, user_id, during, is_blocking, is_override)
      select id, user_id, tstzrange(starts_at, ends_at), (plan->>'isBlocking')::boolean, (plan->>'isOverride')::boolean
      from made where user_id is not null
    ), attendee as (
      insert into attendees (booking_id, name, email, time_zone, locale, phone_number)
      select id, person->>'name', person->>'email', person->>'timeZone', person->>'locale', person->>'phoneNumber'
      from made, jsonb_array_elements(plan->'attendees') with ordinality as list(person, place)
      order by n, place
      returning id, booking_id
    )
    select uid, id, (select json_agg(id order by id) from attendee where booking_id = made.id) as attendee_ids
    from made order by n`.execute(tx);
  return plans.map((plan, index) => written(plan, rows[index]));
}

const rowOf = ({ eventType, organizer, startsAt, endsAt, createdAt, updatedAt: _, ...plan }: BookingPlan) => ({
  ...plan,
  eventTypeId: eventType?.id ?? null,
  userId: organizer?.id ?? null,
  startsAt: text(startsAt),
  endsAt: text(endsAt),
  createdAt: text(createdAt),
});

const text = (instant: number): string => new Date(instant).toISOString();

function written(plan: BookingPlan, row?: { id: number; attendee_ids: number[] }): Booking {
  const { isBlocking: _, isOverride: __, attendees, ...booking } = plan;
  const { id = 0, attendee_ids: ids = [] } = row ?? {};
  return { ...booking, id, toUid: null, attendees: attendees.map((one, i) => ({ ...one, id: ids[i] ?? 0 })) };
}
