import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../../core/time/index.js";
import { gathered } from "../../store/gathered.js";
import { prepared, type StandIns } from "../../store/prepared.js";
import type { Db } from "../../store/store.js";
import type { EventType, Limits } from "../event-types/index.js";

export interface Revision {
  userId: number;
  revision: string;
}

const revisionsOf = prepared<{ userIds: readonly number[] }, Revision>(
  (_db, { userIds }) =>
    sql`select user_id as "userId", revision from user_revisions where user_id = any(${userIds}::int[])`,
);

/** The token of what a user's slots are found from, as the store has it now. */
export const findRevision = gathered(
  (db, userIds: number[]) => revisionsOf(db, { userIds }),
  ({ userId }) => userId,
);

/** Whose slots are asked for. */
export type Ask =
  | { eventTypeId: number }
  | { username: string; slug: string }
  | { usernames: readonly string[] }
  | { eventTypeIds: readonly number[] }
  | { slugs: readonly { username: string; slug: string }[] };

export interface FactsWindow {
  from: Instant;
  to: Instant;
  now: Instant;
}

export interface FactsWanted {
  /** Bookings are not hindered by the holds of others, so they leave them out. */
  withoutHolds?: boolean;
  /** A hold of the caller's own. */
  exceptHoldUid?: string | null;
  /** Which booking is which matters to whoever moves one or explains; to others it is only more to send. */
  withoutUids?: boolean;
}

/** One host with all that takes time away from it, and the event type asked about (null for a dynamic group). */
export interface HostRow {
  /** Which of the names or ids asked for it is, from 1; 0 where only one thing was asked for. */
  place: number;
  userId: number;
  userZone: string;
  /** Changes with everything that this row is made of. */
  revision: string | null;
  event: EventRow | null;
  scheduleZone: string | null;
  isDefaultSchedule: boolean;
  /** Days, date, start minute, end minute. */
  rules: [number[], string | null, number, number][];
  travel: [start: string, end: string | null, zone: string][];
  outOfOffice: [start: string, end: string][];
  /** `startsAt-endsAt` each, with `p` if pending, `/` and the event type if it is another one, a space and the uid if wanted. */
  bookings: string | null;
  /** Bookings that the host attends as a guest. */
  attended: [
    uid: string,
    startsAt: Instant,
    endsAt: Instant,
    isPending: boolean,
    isOwn: boolean,
    before: number,
    after: number,
  ][];
  /** The host's event types that have any. */
  buffers: [eventTypeId: number, before: number, after: number][];
  holds: [startsAt: Instant, endsAt: Instant, isSeat: boolean, isOwn: boolean, releaseAt: Instant][];
  /** Of the event type, whoever organizes them; only if it has seats or limits. */
  ownBookings: [uid: string, startsAt: Instant, endsAt: Instant, organizerId: number, taken: number][];
}

/** What of an event type decides about its slots. */
export type EventRow = Pick<
  EventType,
  | "id"
  | "slug"
  | "lengthMinutes"
  | "slotIntervalMinutes"
  | "offsetStartMinutes"
  | "noticeMinutes"
  | "bufferBeforeMinutes"
  | "bufferAfterMinutes"
  | "scheduleId"
  | "bookingWindow"
  | "bookingLimits"
  | "durationLimits"
  | "confirmationPolicy"
  | "seats"
  | "showsFirstSlotOnly"
  | "showsOptimizedSlots"
> & { lengthOptions: number[] | null };

/**
 * Everything that decides about the slots of an event type, in one statement and so of one moment; a row per host. Lists
 * come as JSON arrays of bare values with instants in milliseconds: nothing has to be parsed row by row.
 */
export async function loadHostRows(
  db: Db,
  ask: Ask,
  window: FactsWindow,
  { withoutHolds = false, exceptHoldUid = null, withoutUids = false }: FactsWanted = {},
): Promise<HostRow[]> {
  const [from, to, now] = [window.from, window.to, window.now].map((instant) => new Date(instant).toISOString());
  const common = { from, to, now, withoutHolds, exceptHoldUid, withoutUids };
  if ("eventTypeId" in ask) return rowsById(db, { ...common, id: ask.eventTypeId });
  if ("username" in ask) return rowsBySlug(db, { ...common, username: ask.username, slug: ask.slug });
  if ("usernames" in ask) return rowsByNames(db, { ...common, names: ask.usernames });
  if ("eventTypeIds" in ask) return rowsByIds(db, { ...common, ids: ask.eventTypeIds });
  const [names, slugs] = [ask.slugs.map(({ username }) => username), ask.slugs.map(({ slug }) => slug)];
  return rowsBySlugs(db, { ...common, names, slugs });
}

interface Common {
  from: string | undefined;
  to: string | undefined;
  now: string | undefined;
  withoutHolds: boolean;
  exceptHoldUid: string | null;
  withoutUids: boolean;
}

const rowsById = prepared<Common & { id: number }, HostRow>((_db, args) =>
  hostRows(args, sql`(select 0 as place) p join event_types e on e.id = ${args.id} join users u on u.id = e.user_id`),
);

const rowsByIds = prepared<Common & { ids: readonly number[] }, HostRow>((_db, args) =>
  hostRows(
    args,
    sql`unnest(${args.ids}::int[]) with ordinality as p (id, place)
      join event_types e on e.id = p.id join users u on u.id = e.user_id`,
  ),
);

const rowsBySlug = prepared<Common & { username: string; slug: string }, HostRow>((_db, args) =>
  hostRows(
    args,
    sql`(select 0 as place) p join users u on u.username = ${args.username}
      left join event_types e on e.user_id = u.id and e.slug = ${args.slug}`,
  ),
);

const rowsBySlugs = prepared<Common & { names: readonly string[]; slugs: readonly string[] }, HostRow>((_db, args) =>
  hostRows(
    args,
    sql`unnest(${args.names}::text[], ${args.slugs}::text[]) with ordinality as p (username, slug, place)
      join users u on u.username = p.username left join event_types e on e.user_id = u.id and e.slug = p.slug`,
  ),
);

const rowsByNames = prepared<Common & { names: readonly string[] }, HostRow>((_db, args) =>
  hostRows(
    args,
    sql`unnest(${args.names}::text[]) with ordinality as p (name, place)
      join users u on u.username = p.name left join event_types e on false`,
  ),
);

/** `source` gives the hosts as `u`, the event type as `e`, and the order of the hosts as `place`. */
function hostRows(args: StandIns<Common>, source: RawBuilder<unknown>): RawBuilder<HostRow> {
  return sql<HostRow>`
    with ask as (
      select ${args.from}::timestamptz as from_at, ${args.to}::timestamptz as to_at, ${args.now}::timestamptz as now_at,
        ${args.withoutHolds}::boolean as without_holds, ${args.exceptHoldUid}::uuid as except_hold,
        ${args.withoutUids}::boolean as without_uids
    )
    select place, u.id as "userId", u.time_zone as "userZone", v.revision, ${eventColumn} as event,
      s.time_zone as "scheduleZone", coalesce(s.id = own.default_schedule_id, false) as "isDefaultSchedule",
      ${rules} as rules, ${travel} as travel, ${outOfOffice} as "outOfOffice",
      (${bookings}) as bookings, ${attended} as attended, ${buffers} as buffers, ${holds} as holds,
      ${ownBookings} as "ownBookings"
    from ask cross join ${source}
      left join user_revisions v on v.user_id = u.id
      cross join lateral (${ownSchedule}) own
      left join schedules s on s.id = coalesce(e.schedule_id, own.default_schedule_id)
      cross join lateral (${reach}) reach
    order by place`;
}

/** Without a default schedule the first one counts. */
const ownSchedule = sql`
  select coalesce(u.default_schedule_id, (select min(id) from schedules where user_id = u.id)) as default_schedule_id`;

/**
 * How far the lists reach. Two days at either side, and the event type's own buffers. A rolling booking window counts the
 * bookable days from now on. Limits need whole local periods, which lie within a day of the ones of UTC.
 */
const reach = sql`
  select base - margin as from_at, to_at + margin as to_at,
    case when ${hasLimit("year")} then date_trunc('year', base - interval '1 day', 'UTC') - interval '1 day'
      when ${hasLimit("month")} then date_trunc('month', base - interval '1 day', 'UTC') - interval '8 days'
      else base - interval '8 days' end as limits_from_at,
    case when ${hasLimit("year")} then date_trunc('year', to_at + interval '1 day', 'UTC') + interval '1 year 1 day'
      when ${hasLimit("month")} then date_trunc('month', to_at + interval '1 day', 'UTC') + interval '1 month 8 days'
      else to_at + interval '8 days' end as limits_to_at
  from (
    select case when e.booking_window ->> 'rolling' = 'true' then ask.now_at else greatest(ask.from_at, ask.now_at) end as base,
      ask.to_at,
      interval '2 days' + coalesce(e.buffer_before_minutes + e.buffer_after_minutes, 0) * interval '1 minute' as margin
    offset 0
  ) bounds
  offset 0`;

function hasLimit(period: keyof Limits): RawBuilder<boolean> {
  const name = sql.lit(period);
  return sql`coalesce(e.booking_limits ->> ${name}, e.duration_limits ->> ${name}) is not null`;
}

const eventColumn = sql`
  case when e.id is not null then json_build_object(
    'id', e.id, 'slug', e.slug, 'lengthMinutes', e.length_minutes, 'lengthOptions', e.length_options,
    'slotIntervalMinutes', e.slot_interval_minutes, 'offsetStartMinutes', e.offset_start_minutes,
    'noticeMinutes', e.notice_minutes, 'bufferBeforeMinutes', e.buffer_before_minutes,
    'bufferAfterMinutes', e.buffer_after_minutes, 'scheduleId', e.schedule_id, 'bookingWindow', e.booking_window,
    'bookingLimits', e.booking_limits, 'durationLimits', e.duration_limits,
    'confirmationPolicy', e.confirmation_policy, 'seats', e.seats,
    'showsFirstSlotOnly', e.shows_first_slot_only, 'showsOptimizedSlots', e.shows_optimized_slots) end`;

const rules = list(sql`
  select json_agg(json_build_array(r.days, r.date, r.start_minute, r.end_minute) order by r.id)
  from schedule_rules r
  where r.schedule_id = s.id and (r.date is null or r.date between ${firstDate()} and ${lastDate()})`);

const travel = list(sql`
  select json_agg(json_build_array(t.start_date, t.end_date, t.time_zone) order by t.id)
  from travel_schedules t
  where t.user_id = u.id and t.start_date <= ${lastDate()} and (t.end_date is null or t.end_date >= ${firstDate()})`);

const outOfOffice = list(sql`
  select json_agg(json_build_array(o.start_date, o.end_date) order by o.start_date)
  from out_of_office o
  where o.user_id = u.id and o.start_date <= ${lastDate()} and o.end_date >= ${firstDate()}`);

function firstDate(): RawBuilder<string> {
  return sql`(reach.from_at at time zone 'UTC')::date`;
}

function lastDate(): RawBuilder<string> {
  return sql`(reach.to_at at time zone 'UTC')::date`;
}

// The indexes know when bookings start, not how long they last: no booking is taken to be longer than this.
const touchesReach = sql`b.starts_at > reach.from_at - interval '31 days' and b.starts_at < reach.to_at
  and b.ends_at > reach.from_at and (b.status = 'accepted' or b.status = 'pending' and b.event_type_id = e.id)`;

/** One text, because of all the lists this is the one that grows, and JSON would cost the database twice the time. */
const bookings = sql<string | null>`
  select string_agg(${ms("b.starts_at")} || '-' || ${ms("b.ends_at")}
    || case when b.status = 'pending' then 'p' else '' end
    || case when b.event_type_id = e.id then '' else '/' || coalesce(b.event_type_id, 0) end
    || case when ask.without_uids and e.seats is null then '' else ' ' || b.uid end, ',')
  from bookings b
  where b.user_id = u.id and ${touchesReach}`;

const attended = list(sql`
  select json_agg(json_build_array(b.uid, ${ms("b.starts_at")}, ${ms("b.ends_at")}, b.status = 'pending',
    coalesce(b.event_type_id = e.id, false), coalesce(t.buffer_before_minutes, 0), coalesce(t.buffer_after_minutes, 0)))
  from attendees a join bookings b on b.id = a.booking_id left join event_types t on t.id = b.event_type_id
  where lower(a.email) = lower(u.email) and b.user_id is distinct from u.id and ${touchesReach}`);

const buffers = list(sql`
  select json_agg(json_build_array(t.id, t.buffer_before_minutes, t.buffer_after_minutes))
  from event_types t
  where t.user_id = u.id and t.buffer_before_minutes + t.buffer_after_minutes > 0`);

const holds = list(sql`
  select json_agg(json_build_array(${ms("h.starts_at")}, ${ms("h.ends_at")}, h.is_seat,
    coalesce(h.event_type_id = e.id, false), ${ms("h.release_at")}) order by h.starts_at)
  from holds h
  where not ask.without_holds and h.user_id = u.id and h.release_at > ask.now_at
    and h.starts_at < reach.to_at and h.ends_at > reach.from_at and h.uid is distinct from ask.except_hold`);

const ownBookings = list(sql`
  select json_agg(json_build_array(b.uid, ${ms("b.starts_at")}, ${ms("b.ends_at")}, coalesce(b.user_id, 0),
    (select count(*) from attendees a where a.booking_id = b.id)) order by b.starts_at)
  from bookings b
  where (e.seats is not null or ${hasLimit("day")} or ${hasLimit("week")} or ${hasLimit("month")} or ${hasLimit("year")})
    and b.event_type_id = e.id and b.status = 'accepted'
    and b.starts_at > least(reach.limits_from_at, reach.from_at - interval '31 days')
    and b.starts_at < reach.limits_to_at`);

function list(query: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((${query}), '[]'::json)`;
}

/** An instant column in milliseconds. */
function ms(column: string): RawBuilder<Instant> {
  return sql`(date_part('epoch', ${sql.ref(column)}) * 1000)::int8`;
}
