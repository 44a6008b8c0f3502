import { type RawBuilder, sql } from "kysely";
import { hourMs, type Instant } from "../../../core/time/index.js";
import { at } from "../../../store/sql.js";
import type { Db } from "../../../store/store.js";
import type { ListedBooking, ListedEventType, Organizer } from "../booking.js";
import type { BookingState, ListBookingsQuery, Walk } from "../contract.js";

export interface BookingPage {
  bookings: ListedBooking[];
  total: number;
  /** false if event types were asked for and none of them exists. */
  isKnown: boolean;
  /** Until when the same question has this answer if nothing but time passes: the next end of a booking; null is for ever. */
  until: Instant | null;
}

/** One page of the bookings that a person organizes or attends; event types and organizers are told once each. */
export async function listBookings(
  db: Db,
  viewer: { id: number; email: string },
  filter: ListBookingsQuery & { now: Instant },
): Promise<BookingPage> {
  const { rows } = await sql<PageRow>`
    with own as materialized (${ownIds(db, viewer)}), matching as materialized (${matchingIds(db, filter)}), page as (
      select b.*, row_number() over (order by ${orderOf(filter)}, b.id) as place
      from bookings b where b.id in (select id from matching)
      order by place limit ${filter.take} offset ${filter.skip}
    )
    select (select count(*)::int from matching) as total, ${isAnyKnown(filter)} as "isKnown",
      ${nextEnd(filter)} as until,
      (select json_agg(row order by place) from (${pageColumns}) as row) as page,
      (select json_agg(e) from (${listedEventTypes}) as e) as "eventTypes",
      (select json_agg(u) from (${listedOrganizers}) as u) as organizers`.execute(db);
  const { total = 0, isKnown = true, until = null, page, eventTypes, organizers } = rows[0] ?? {};
  const eventTypeOf = new Map(eventTypes?.map((eventType) => [eventType.id, eventType]));
  const organizerOf = new Map(organizers?.map((organizer) => [organizer.id, organizer]));
  const bookings = (page ?? []).map(({ eventTypeId, organizerId, ...row }) => ({
    ...row,
    eventType: eventTypeOf.get(eventTypeId ?? 0) ?? null,
    organizer: organizerOf.get(organizerId ?? 0) ?? null,
  }));
  return { total, isKnown, until, bookings };
}

interface PageRow {
  total: number;
  isKnown: boolean;
  until: Instant | null;
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
  select id, slug, title, user_id as "ownerId", custom_name as "customName", seats, recurrence
  from event_types where id in (select event_type_id from page)`;

const listedOrganizers = sql`
  select id, name, email, username, time_zone as "timeZone", locale, time_format as "timeFormat"
  from users where id in (select user_id from page)`;

/** The clock changes an answer only where a state was asked for: at the end of a booking. */
const nextEnd = ({ status, now }: ListBookingsQuery & { now: Instant }): RawBuilder<Instant | null> =>
  status
    ? sql`(select min(ends_at) from bookings where id in (select id from own) and ends_at >= ${at(now)})`
    : sql`null::timestamptz`;

/** Each half by its own index. */
function ownIds(db: Db, viewer: { id: number; email: string }) {
  const attended = db.selectFrom("attendees").select("booking_id as id").where("email", "=", viewer.email);
  return db.selectFrom("bookings").select("id").where("user_id", "=", viewer.id).union(attended);
}

function matchingIds(db: Db, filter: ListBookingsQuery & { now: Instant }) {
  let query = db.selectFrom("bookings as b").select("b.id").where(sql<boolean>`b.id in (select id from own)`);
  const states = filter.status;
  if (states) query = query.where((eb) => eb.or(states.map((state) => stateCondition(state, filter.now))));
  if (filter.attendeeEmail !== undefined) query = query.where(hasAttendee("email", filter.attendeeEmail));
  if (filter.attendeeName !== undefined) query = query.where(hasAttendee("name", filter.attendeeName));
  if (filter.bookingUid !== undefined) query = query.where("b.uid", "=", filter.bookingUid);
  const eventTypeIds = askedEventTypes(filter);
  if (eventTypeIds.length > 0) query = query.where("b.event_type_id", "in", eventTypeIds);
  if (filter.organizerIds) query = query.where("b.user_id", "in", filter.organizerIds);
  // No team has event types yet, so asking for a team's bookings finds none.
  if (filter.teamsIds !== undefined || filter.teamId !== undefined) query = query.where(sql<boolean>`false`);
  if (filter.afterStart !== undefined) query = query.where("b.starts_at", ">=", at(filter.afterStart));
  if (filter.beforeEnd !== undefined) query = query.where("b.ends_at", "<=", at(filter.beforeEnd));
  if (filter.afterCreatedAt !== undefined) query = query.where("b.created_at", ">=", at(filter.afterCreatedAt));
  if (filter.beforeCreatedAt !== undefined) query = query.where("b.created_at", "<=", at(filter.beforeCreatedAt));
  if (filter.afterUpdatedAt !== undefined) query = query.where("b.updated_at", ">=", at(filter.afterUpdatedAt));
  if (filter.beforeUpdatedAt !== undefined) query = query.where("b.updated_at", "<=", at(filter.beforeUpdatedAt));
  return filter.walk ? query.where(isAhead(filter.walk, filter.now)) : query;
}

/** What a walk has still before it. */
function isAhead({ direction, after, isFromNow }: Walk, now: Instant): RawBuilder<boolean> {
  const isForward = direction === "asc";
  const begin = isForward ? sql`b.starts_at >= ${at(now - hourMs)}` : sql`b.starts_at <= ${at(now)}`;
  const next = after && sql`(b.starts_at, b.id) ${isForward ? sql`>` : sql`<`} (${at(after.startsAt)}, ${after.id})`;
  return sql<boolean>`${isFromNow ? begin : sql`true`} and ${next ?? sql`true`}`;
}

const askedEventTypes = ({ eventTypeIds = [], eventTypeId }: ListBookingsQuery): number[] =>
  eventTypeId === undefined ? eventTypeIds : [...eventTypeIds, eventTypeId];

function isAnyKnown(filter: ListBookingsQuery): RawBuilder<boolean> {
  const ids = askedEventTypes(filter);
  return ids.length === 0 ? sql`true` : sql`exists (select from event_types where id = any(${ids}::int[]))`;
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

function orderOf({
  sortStart,
  sortEnd,
  sortCreated,
  sortUpdatedAt,
  status,
  walk,
}: ListBookingsQuery): RawBuilder<unknown> {
  if (walk) return walk.direction === "desc" ? sql`b.starts_at desc, b.id desc` : sql`b.starts_at asc`;
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
