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
  ListedBooking,
  ListedEventType,
  NewAttendee,
  Organizer,
} from "./booking.js";
import type { BookingState, ListBookingsQuery } from "./contract.js";

/** A booking as it leaves the database: parts that come out of JSON are told to the type system here, once. */
interface BookingRow extends Omit<Booking, "eventType" | "organizer" | "attendees"> {
  eventType: unknown;
  organizer: unknown;
  attendees: unknown;
}

const toBooking = (row: BookingRow): Booking => ({
  ...row,
  eventType: row.eventType as BookedEventType | null,
  organizer: row.organizer as Organizer | null,
  attendees: row.attendees as Attendee[],
});

function selectBookings(db: Db) {
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
}

/** Locks the row until the transaction ends and tells its state: of several changes at once the first one decides. */
export async function lockBooking(tx: Tx, id: number): Promise<LockedState> {
  return tx
    .selectFrom("bookings")
    .select(["status", "is_rescheduled as isRescheduled"])
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
    update bookings set location = ${location}, updated_at = ${at(now)},
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

/** Ends a booking and frees its time. */
export async function endBooking(tx: Tx, id: number, end: BookingEnd): Promise<void> {
  const reasonColumn = end.status === "cancelled" ? sql`cancellation_reason` : sql`rejection_reason`;
  await sql`
    with freed as (update occupied_times set is_blocking = false where booking_id = ${id})
    update bookings set status = ${end.status}, ${reasonColumn} = ${end.reason}, cancelled_by = ${end.cancelledBy ?? null},
      ical_sequence = ical_sequence + 1, updated_at = ${at(end.now)}
    where id = ${id}`.execute(tx);
}

/** Ends the old booking of a reschedule and frees its time. */
export async function leaveBooking(tx: Tx, id: number, rescheduledBy: string | null, now: Instant): Promise<void> {
  await sql`
    with freed as (update occupied_times set is_blocking = false where booking_id = ${id})
    update bookings set status = 'cancelled', is_rescheduled = true, rescheduled_by = ${rescheduledBy}, updated_at = ${at(now)}
    where id = ${id}`.execute(tx);
}

/** Accepts a pending booking and takes its time; breaks the overlap constraint if the host is taken. */
export async function acceptBooking(tx: Tx, id: number, now: Instant): Promise<void> {
  await sql`
    with taken as (update occupied_times set is_blocking = true where booking_id = ${id})
    update bookings set status = 'accepted', updated_at = ${at(now)} where id = ${id}`.execute(tx);
}

/** Whether an accepted booking of the host, organized or attended, overlaps this one. */
export async function isHostTaken(tx: Tx, booking: Booking): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select exists (
      select from bookings b
      where b.id <> ${booking.id} and b.status = 'accepted'
        and b.starts_at < ${at(booking.endsAt)} and b.ends_at > ${at(booking.startsAt)}
        and (b.user_id = ${booking.organizer?.id ?? null}
          or b.id in (select booking_id from attendees where email = ${booking.organizer?.email ?? null}))
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
    .where("b.id", "in", (eb) => eb.selectFrom("attendees").select("booking_id").where("email", "=", request.email))
    .executeTakeFirst();
  return row ? toBooking(row) : null;
}

/** Uids of this person's accepted bookings of the event type that lie ahead. */
export async function listActiveUids(tx: Tx, eventTypeId: number, email: string, now: Instant): Promise<string[]> {
  const rows = await tx
    .selectFrom("bookings")
    .select("uid")
    .where("event_type_id", "=", eventTypeId)
    .where("status", "=", "accepted")
    .where("starts_at", ">", at(now))
    .where("id", "in", (eb) => eb.selectFrom("attendees").select("booking_id").where("email", "=", email))
    .orderBy("starts_at")
    .execute();
  return rows.map((row) => row.uid);
}

export interface BookingPage {
  bookings: ListedBooking[];
  total: number;
}

/** One page of the bookings that a person organizes or attends; event types and organizers are told once each. */
export async function listBookings(
  db: Db,
  viewer: { id: number; email: string },
  filter: ListBookingsQuery & { now: Instant },
): Promise<BookingPage> {
  const { rows } = await sql<PageRow>`
    with matching as (${matchingIds(db, viewer, filter)}), page as (
      select b.*, row_number() over (order by ${orderOf(filter)}, b.id) as place
      from bookings b where b.id in (select id from matching)
      order by place limit ${filter.take} offset ${filter.skip}
    )
    select (select count(*)::int from matching) as total,
      (select json_agg(row order by place) from (${pageColumns}) as row) as page,
      (select json_agg(e) from (${listedEventTypes}) as e) as "eventTypes",
      (select json_agg(u) from (${listedOrganizers}) as u) as organizers`.execute(db);
  const { total = 0, page, eventTypes, organizers } = rows[0] ?? {};
  const eventTypeOf = new Map(eventTypes?.map((eventType) => [eventType.id, eventType]));
  const organizerOf = new Map(organizers?.map((organizer) => [organizer.id, organizer]));
  const bookings = (page ?? []).map(({ eventTypeId, organizerId, ...row }) => ({
    ...row,
    eventType: eventTypeOf.get(eventTypeId ?? 0) ?? null,
    organizer: organizerOf.get(organizerId ?? 0) ?? null,
  }));
  return { total, bookings };
}

interface PageRow {
  total: number;
  page:
    | (Omit<ListedBooking, "eventType" | "organizer"> & { eventTypeId: number | null; organizerId: number | null })[]
    | null;
  eventTypes: ListedEventType[] | null;
  organizers: Organizer[] | null;
}

/** Inside JSON an instant is a number only if it is made one. */
const epochMs = (column: string): RawBuilder<Instant> =>
  sql<Instant>`(extract(epoch from ${sql.ref(column)}) * 1000)::int8`;

const pageColumns = sql`
  select place, p.id, p.uid, p.title, p.description, ${epochMs("p.starts_at")} as "startsAt", ${epochMs("p.ends_at")} as "endsAt",
    p.status, p.location, p.responses, p.metadata, p.recurring_uid as "recurringUid", p.ical_uid as "icalUid",
    p.ical_sequence as "icalSequence", p.from_reschedule as "fromUid", p.is_rescheduled as "isRescheduled",
    p.rescheduled_by as "rescheduledBy", p.rescheduling_reason as "reschedulingReason",
    p.cancellation_reason as "cancellationReason", p.cancelled_by as "cancelledBy", p.rejection_reason as "rejectionReason",
    p.is_host_absent as "isHostAbsent", ${epochMs("p.created_at")} as "createdAt", ${epochMs("p.updated_at")} as "updatedAt",
    p.event_type_id as "eventTypeId", p.user_id as "organizerId",
    case when p.is_rescheduled then
      (select uid from bookings next where next.from_reschedule = p.uid order by id desc limit 1) end as "toUid",
    (select coalesce(json_agg(person), '[]') from (
      select a.id, a.name, a.email, a.time_zone as "timeZone", a.locale, a.phone_number as "phoneNumber",
        a.is_absent as "isAbsent", (select json_build_object('uid', uid, 'responses', responses, 'metadata', metadata)
          from seats where attendee_id = a.id) as seat
      from attendees a where a.booking_id = p.id order by a.id) as person) as attendees
  from page p`;

const listedEventTypes = sql`
  select id, slug, title, user_id as "ownerId", custom_name as "customName", seats
  from event_types where id in (select event_type_id from page)`;

const listedOrganizers = sql`
  select id, name, email, username, time_zone as "timeZone", locale, time_format as "timeFormat"
  from users where id in (select user_id from page)`;

function matchingIds(db: Db, viewer: { id: number; email: string }, filter: ListBookingsQuery & { now: Instant }) {
  const attended = db.selectFrom("attendees").select("booking_id").where("email", "=", viewer.email);
  let query = db
    .selectFrom("bookings as b")
    .select("b.id")
    .where((eb) => eb.or([eb("b.user_id", "=", viewer.id), eb("b.id", "in", attended)]));
  const states = filter.status;
  if (states) query = query.where((eb) => eb.or(states.map((state) => stateCondition(state, filter.now))));
  if (filter.attendeeEmail !== undefined) query = query.where(hasAttendee("email", filter.attendeeEmail));
  if (filter.attendeeName !== undefined) query = query.where(hasAttendee("name", filter.attendeeName));
  if (filter.bookingUid !== undefined) query = query.where("b.uid", "=", filter.bookingUid);
  const eventTypeIds = [
    ...(filter.eventTypeIds ?? []),
    ...(filter.eventTypeId === undefined ? [] : [filter.eventTypeId]),
  ];
  if (eventTypeIds.length > 0) query = query.where("b.event_type_id", "in", eventTypeIds);
  // No team has event types yet, so asking for a team's bookings finds none.
  if (filter.teamsIds !== undefined || filter.teamId !== undefined) query = query.where(sql<boolean>`false`);
  if (filter.afterStart !== undefined) query = query.where("b.starts_at", ">=", at(filter.afterStart));
  if (filter.beforeEnd !== undefined) query = query.where("b.ends_at", "<=", at(filter.beforeEnd));
  if (filter.afterCreatedAt !== undefined) query = query.where("b.created_at", ">=", at(filter.afterCreatedAt));
  if (filter.beforeCreatedAt !== undefined) query = query.where("b.created_at", "<=", at(filter.beforeCreatedAt));
  if (filter.afterUpdatedAt !== undefined) query = query.where("b.updated_at", ">=", at(filter.afterUpdatedAt));
  if (filter.beforeUpdatedAt !== undefined) query = query.where("b.updated_at", "<=", at(filter.beforeUpdatedAt));
  return query;
}

const hasAttendee = (column: "email" | "name", value: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from attendees a where a.booking_id = b.id and ${sql.ref(`a.${column}`)} = ${value})`;

/** The words of the `status` parameter, as conditions. */
function stateCondition(state: BookingState, now: Instant): RawBuilder<boolean> {
  switch (state) {
    case "upcoming":
      return sql<boolean>`(b.ends_at >= ${at(now)} and case when b.recurring_uid is null
        then b.status not in ('cancelled', 'rejected') else b.status = 'accepted' end)`;
    case "recurring":
      return sql<boolean>`(b.ends_at >= ${at(now)} and b.recurring_uid is not null and b.status not in ('cancelled', 'rejected'))`;
    case "past":
      return sql<boolean>`(b.ends_at <= ${at(now)} and b.status not in ('cancelled', 'rejected'))`;
    case "cancelled":
      return sql<boolean>`b.status in ('cancelled', 'rejected')`;
    case "unconfirmed":
      return sql<boolean>`(b.ends_at >= ${at(now)} and b.status = 'pending')`;
  }
}

function orderOf({ sortStart, sortEnd, sortCreated, sortUpdatedAt, status }: ListBookingsQuery): RawBuilder<unknown> {
  const asked = [
    [sql`b.starts_at`, sortStart],
    [sql`b.ends_at`, sortEnd],
    [sql`b.created_at`, sortCreated],
    [sql`b.updated_at`, sortUpdatedAt],
  ] as const;
  const first = asked.find(([, order]) => order !== undefined);
  const isBackwards = status?.length === 1 && (status[0] === "past" || status[0] === "cancelled");
  const [column, order] = first ?? [sql`b.starts_at`, isBackwards ? "desc" : "asc"];
  return order === "desc" ? sql`${column} desc` : sql`${column} asc`;
}
