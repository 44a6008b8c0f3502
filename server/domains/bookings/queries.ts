import { type ExpressionBuilder, type RawBuilder, sql } from "kysely";
import { jsonArrayFrom, jsonObjectFrom } from "kysely/helpers/postgres";
import type { Instant } from "../../core/time/index.js";
import { prepared } from "../../store/prepared.js";
import type { Schema } from "../../store/schema.js";
import { at, jsonb } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import { type NewEvent, recordingParts } from "../events/index.js";
import type {
  Attendee,
  BookedEventType,
  Booking,
  BookingPlan,
  BookingStatus,
  NewAttendee,
  Organizer,
} from "./booking.js";

/** A booking as it leaves the database: parts that come out of JSON are told to the type system here, once. */
interface BookingRow extends Omit<Booking, "eventType" | "organizer" | "attendees"> {
  eventType: unknown;
  organizer: unknown;
  attendees: unknown;
}

export const toBooking = (row: BookingRow): Booking => ({
  ...row,
  eventType: row.eventType as BookedEventType | null,
  organizer: row.organizer as Organizer | null,
  attendees: row.attendees as Attendee[],
});

/** Whole bookings; those who ask say which. */
export function selectBookings(db: Db) {
  return db
    .selectFrom("bookings as b")
    .select((eb) => [
      "b.id",
      "b.uid",
      "b.title",
      "b.description",
      "b.starts_at as startsAt",
      "b.ends_at as endsAt",
      "b.status",
      "b.location",
      "b.responses",
      "b.metadata",
      "b.recurring_uid as recurringUid",
      "b.ical_uid as icalUid",
      "b.ical_sequence as icalSequence",
      "b.from_reschedule as fromUid",
      "b.is_rescheduled as isRescheduled",
      "b.rescheduled_by as rescheduledBy",
      "b.rescheduling_reason as reschedulingReason",
      "b.cancellation_reason as cancellationReason",
      "b.cancelled_by as cancelledBy",
      "b.rejection_reason as rejectionReason",
      "b.is_host_absent as isHostAbsent",
      "b.created_at as createdAt",
      "b.updated_at as updatedAt",
      eb
        .selectFrom("bookings as next")
        .select("next.uid")
        .whereRef("next.from_reschedule", "=", "b.uid")
        .orderBy("next.id", "desc")
        .limit(sql.lit(1))
        .as("toUid"),
      eventTypeOf(eb).as("eventType"),
      organizerOf(eb).as("organizer"),
      attendeesOf(eb).as("attendees"),
    ]);
}

type BookingBuilder = ExpressionBuilder<Schema & { b: Schema["bookings"] }, "b">;

const eventTypeOf = (eb: BookingBuilder) =>
  jsonObjectFrom(
    eb
      .selectFrom("event_types as e")
      .select([
        "e.id",
        "e.slug",
        "e.title",
        "e.description",
        "e.length_minutes as lengthMinutes",
        "e.user_id as ownerId",
        "e.custom_name as customName",
        "e.seats",
        "e.confirmation_policy as confirmationPolicy",
        "e.recurrence",
        "e.disables_cancelling as disablesCancelling",
        "e.rescheduling_policy as reschedulingPolicy",
        "e.settings",
        "e.booking_fields as bookingFields",
      ])
      .whereRef("e.id", "=", "b.event_type_id"),
  );

const organizerOf = (eb: BookingBuilder) =>
  jsonObjectFrom(
    eb
      .selectFrom("users as u")
      .select([
        "u.id",
        "u.name",
        "u.email",
        "u.username",
        "u.time_zone as timeZone",
        "u.locale",
        "u.time_format as timeFormat",
      ])
      .whereRef("u.id", "=", "b.user_id"),
  );

const attendeesOf = (eb: BookingBuilder) =>
  jsonArrayFrom(
    eb
      .selectFrom("attendees as a")
      .select((inner) => [
        "a.id",
        "a.name",
        "a.email",
        "a.time_zone as timeZone",
        "a.locale",
        "a.phone_number as phoneNumber",
        "a.is_absent as isAbsent",
        jsonObjectFrom(
          inner
            .selectFrom("seats as s")
            .select(["s.uid", "s.responses", "s.metadata"])
            .whereRef("s.attendee_id", "=", "a.id"),
        ).as("seat"),
      ])
      .whereRef("a.booking_id", "=", "b.id")
      .orderBy("a.id"),
  );

const byUid = prepared((db, { uid }: { uid: RawBuilder<string> }) => selectBookings(db).where("b.uid", "=", uid));

export async function findBooking(db: Db, uid: string): Promise<Booking | null> {
  const [row] = await byUid(db, { uid });
  return row ? toBooking(row) : null;
}

export async function findBookingBySeat(db: Db, seatUid: string): Promise<Booking | null> {
  const row = await selectBookings(db)
    .where("b.id", "=", (eb) => eb.selectFrom("seats").select("booking_id").where("uid", "=", seatUid))
    .executeTakeFirst();
  return row ? toBooking(row) : null;
}

/** The booking that is known to exist, as this transaction sees it. */
export async function getLocked(tx: Tx, uid: string): Promise<Booking> {
  const booking = await findBooking(tx, uid);
  if (!booking) throw new Error(`the booking ${uid} that was locked is gone`);
  return booking;
}

export interface LockedState {
  status: BookingStatus;
  isRescheduled: boolean;
  updatedAt: Instant;
}

/** Locks the row until the transaction ends and tells its state: of several changes at once the first one decides. */
export async function lockBooking(tx: Tx, id: number): Promise<LockedState> {
  return tx
    .selectFrom("bookings")
    .select(["status", "is_rescheduled as isRescheduled", "updated_at as updatedAt"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Writes a booking, its attendees, the time it takes and the event of it, in one statement: the lock is short. */
export async function insertBooking(tx: Tx, plan: BookingPlan, event: NewEvent): Promise<Booking> {
  const { isBlocking, isOverride, attendees, ...booking } = plan;
  const { rows } = await sql<{ id: number; attendee_ids: number[] }>`
    with booking as (
      insert into bookings (
        uid, event_type_id, user_id, title, description, starts_at, ends_at, status, location, responses, metadata,
        recurring_uid, ical_uid, ical_sequence, from_reschedule, rescheduled_by, rescheduling_reason, created_at, updated_at
      ) values (
        ${plan.uid}, ${plan.eventType?.id ?? null}, ${plan.organizer?.id ?? null}, ${plan.title}, ${plan.description},
        ${at(plan.startsAt)}, ${at(plan.endsAt)}, ${plan.status}, ${plan.location}, ${jsonb(plan.responses)},
        ${jsonb(plan.metadata)}, ${plan.recurringUid}, ${plan.icalUid}, ${plan.icalSequence}, ${plan.fromUid},
        ${plan.rescheduledBy}, ${plan.reschedulingReason}, ${at(plan.createdAt)}, ${at(plan.updatedAt)}
      )
      returning id
    ), occupied as (
      insert into occupied_times (booking_id, user_id, during, is_blocking, is_seated, is_override)
      select id, ${plan.organizer?.id ?? null}::int, tstzrange(${at(plan.startsAt)}, ${at(plan.endsAt)}), ${isBlocking}::boolean,
        ${plan.eventType?.seats != null}::boolean, ${isOverride}::boolean
      from booking where ${plan.organizer?.id ?? null}::int is not null
    ), ${insertAttendeesParts(sql`(select id from booking)`, attendees)},
    ${recordingParts(tx, event, withBookingId(event.data))}
    select id, (select json_agg(id order by id) from attendee) as attendee_ids from booking`.execute(tx);
  const { id = 0, attendee_ids: ids = [] } = rows[0] ?? {};
  return { ...booking, id, toUid: null, attendees: attendees.map((attendee, i) => ({ ...attendee, id: ids[i] ?? 0 })) };
}

/** A snapshot of a booking that gets its id in the same statement. */
const withBookingId = (snapshot: object): RawBuilder<unknown> =>
  sql`jsonb_set(${jsonb(snapshot)}, '{booking,id}', (select to_jsonb(id) from booking))`;

/** The common tail of the statements that add attendees, with a seat for each that has one. */
function insertAttendeesParts(bookingId: RawBuilder<unknown>, attendees: readonly NewAttendee[]): RawBuilder<unknown> {
  return sql`given as (
      select person, n from jsonb_array_elements(${jsonb(attendees)}) with ordinality as list(person, n)
    ), attendee as (
      insert into attendees (booking_id, name, email, time_zone, locale, phone_number)
      select ${bookingId}, person->>'name', person->>'email', person->>'timeZone', person->>'locale', person->>'phoneNumber'
      from given order by n
      returning id, booking_id
    ), seat as (
      insert into seats (uid, booking_id, attendee_id, responses, metadata)
      select (person->'seat'->>'uid')::uuid, booking_id, id, person->'seat'->'responses', person->'seat'->'metadata'
      from (select id, booking_id, row_number() over (order by id) as n from attendee) as numbered join given using (n)
      where person->'seat' <> 'null'::jsonb
    )`;
}

/** Adds attendees to a booking that exists. */
export async function insertAttendees(
  tx: Tx,
  bookingId: number,
  attendees: readonly NewAttendee[],
  now: Instant,
): Promise<void> {
  await sql`
    with ${insertAttendeesParts(sql`${bookingId}::int`, attendees)}
    update bookings set updated_at = ${at(now)} where id = ${bookingId}`.execute(tx);
}

/** Writes the list of guests that is kept among a booking's answers. */
export async function setGuests(tx: Tx, id: number, guests: readonly string[]): Promise<void> {
  await sql`update bookings set responses = responses || ${jsonb({ guests })} where id = ${id}`.execute(tx);
}

export interface Absence {
  /** false leaves the host as he is. */
  isHostAbsent: boolean;
  marks: readonly { id: number; isAbsent: boolean }[];
  now: Instant;
}

export async function setAbsence(tx: Tx, id: number, { isHostAbsent, marks, now }: Absence): Promise<void> {
  await sql`
    with marked as (
      update attendees set is_absent = mark."isAbsent"
      from jsonb_to_recordset(${jsonb(marks)}) as mark(id int, "isAbsent" boolean)
      where attendees.id = mark.id
    )
    update bookings set is_host_absent = is_host_absent or ${isHostAbsent}::boolean, updated_at = ${at(now)}
    where id = ${id}`.execute(tx);
}

/** Writes where a booking takes place, and the same into the answers: those of each seat, or of the booking. */
export async function setLocation(
  tx: Tx,
  id: number,
  { location, response }: { location: string; response: object },
  now: Instant,
): Promise<void> {
  const answer = jsonb({ location: response });
  await sql`
    with seated as (update seats set responses = responses || ${answer} where booking_id = ${id} returning uid)
    update bookings set location = ${location}, ical_sequence = ical_sequence + 1, updated_at = ${at(now)},
      responses = case when exists (select from seated) then responses else responses || ${answer} end
    where id = ${id}`.execute(tx);
}

export async function deleteAttendee(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom("attendees").where("id", "=", id).execute();
}

export interface BookingEnd {
  status: "cancelled" | "rejected";
  now: Instant;
  reason: string | null;
  cancelledBy?: string | null;
}

/** Ends bookings and frees their time. */
export async function endBookings(tx: Tx, ids: readonly number[], end: BookingEnd): Promise<void> {
  const reasonColumn = end.status === "cancelled" ? sql`cancellation_reason` : sql`rejection_reason`;
  await sql`
    with freed as (update occupied_times set is_blocking = false where booking_id = any(${ids}::int[]))
    update bookings set status = ${end.status}, ${reasonColumn} = ${end.reason}, cancelled_by = ${end.cancelledBy ?? null},
      ical_sequence = ical_sequence + 1, updated_at = ${at(end.now)}
    where id = any(${ids}::int[])`.execute(tx);
}

/** Ends the old booking of a reschedule and frees its time. The ids of its seats go with those who move. */
export async function leaveBooking(tx: Tx, id: number, rescheduledBy: string | null, now: Instant): Promise<void> {
  await sql`
    with freed as (update occupied_times set is_blocking = false where booking_id = ${id}),
      left_seats as (update seats set uid = gen_random_uuid() where booking_id = ${id})
    update bookings set status = 'cancelled', is_rescheduled = true, rescheduled_by = ${rescheduledBy}, updated_at = ${at(now)}
    where id = ${id}`.execute(tx);
}

/** Accepts pending bookings and takes their time; breaks the overlap constraint if the host is taken. */
export async function acceptBookings(tx: Tx, ids: readonly number[], now: Instant): Promise<void> {
  await sql`
    with taken as (update occupied_times set is_blocking = true where booking_id = any(${ids}::int[]))
    update bookings set status = 'accepted', updated_at = ${at(now)} where id = any(${ids}::int[])`.execute(tx);
}

/** Whether an accepted booking of their host, organized or attended, overlaps one of these bookings of his. */
export async function isHostTaken(tx: Tx, { id, email }: Organizer, ids: readonly number[]): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select exists (
      select from bookings p join bookings b on b.starts_at < p.ends_at and b.ends_at > p.starts_at
      where p.id = any(${ids}::int[]) and b.id <> all(${ids}::int[]) and b.status = 'accepted'
        and (b.user_id = ${id} or b.id in (select booking_id from attendees where lower(email) = lower(${email})))
    ) as taken`.execute(tx);
  return rows[0]?.taken ?? false;
}

/** The pending booking that the same person already has of this event type at this start. */
export async function findSameRequest(
  tx: Tx,
  request: { eventTypeId: number; startsAt: Instant; email: string },
): Promise<Booking | null> {
  const row = await selectBookings(tx)
    .where("b.event_type_id", "=", request.eventTypeId)
    .where("b.starts_at", "=", at(request.startsAt))
    .where("b.status", "=", "pending")
    .where(sql<boolean>`b.id in (select booking_id from attendees where lower(email) = lower(${request.email}))`)
    .executeTakeFirst();
  return row ? toBooking(row) : null;
}

const hasEmail = (email: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from attendees a where a.booking_id = bookings.id and lower(a.email) = lower(${email}))`;

/** Uids of this person's accepted bookings of the event type that lie ahead. */
export async function listActiveUids(tx: Tx, eventTypeId: number, email: string, now: Instant): Promise<string[]> {
  const rows = await tx
    .selectFrom("bookings")
    .select("uid")
    .where("event_type_id", "=", eventTypeId)
    .where("status", "=", "accepted")
    .where("starts_at", ">", at(now))
    .where(hasEmail(email))
    .orderBy("starts_at")
    .execute();
  return rows.map((row) => row.uid);
}
