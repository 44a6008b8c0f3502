import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { prepared } from "../../store/prepared.js";
import type { Schema } from "../../store/schema.js";
import { jsonb } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { BookableEventType, EventType, EventTypeValues, Owner } from "./event-type.js";

const columns = [
  "event_types.id",
  "event_types.user_id as ownerId",
  "event_types.title",
  "event_types.slug",
  "event_types.description",
  "event_types.length_minutes as lengthMinutes",
  "event_types.length_options as lengthOptions",
  "event_types.slot_interval_minutes as slotIntervalMinutes",
  "event_types.offset_start_minutes as offsetStartMinutes",
  "event_types.notice_minutes as noticeMinutes",
  "event_types.buffer_before_minutes as bufferBeforeMinutes",
  "event_types.buffer_after_minutes as bufferAfterMinutes",
  "event_types.schedule_id as scheduleId",
  "event_types.booking_window as bookingWindow",
  "event_types.booking_limits as bookingLimits",
  "event_types.duration_limits as durationLimits",
  "event_types.booker_limit as bookerLimit",
  "event_types.confirmation_policy as confirmationPolicy",
  "event_types.seats",
  "event_types.recurrence",
  "event_types.locations",
  "event_types.booking_fields as bookingFields",
  "event_types.custom_name as customName",
  "event_types.shows_first_slot_only as showsFirstSlotOnly",
  "event_types.shows_optimized_slots as showsOptimizedSlots",
  "event_types.is_hidden as isHidden",
  "event_types.disables_guests as disablesGuests",
  "event_types.requires_authentication as requiresAuthentication",
  "event_types.requires_email_verification as requiresEmailVerification",
  "event_types.disables_cancelling as disablesCancelling",
  "event_types.rescheduling_policy as reschedulingPolicy",
  "event_types.settings",
  "event_types.metadata",
] as const;

const owner = sql<Owner>`json_build_object(
  'id', users.id, 'name', users.name, 'email', users.email, 'username', users.username, 'timeZone', users.time_zone,
  'locale', users.locale, 'timeFormat', users.time_format, 'weekStart', users.week_start,
  'avatarUrl', users.avatar_url, 'defaultScheduleId', users.default_schedule_id)`;

/** One event type with its owner, whoever asks; null if there is none. */
export async function findEventType(db: Db, id: number): Promise<BookableEventType | null> {
  const [row] = await byId(db, { id });
  return row ? bookableOf(row) : null;
}

const byId = prepared((db, { id }: { id: RawBuilder<number> }) => owned(db).where("event_types.id", "=", id));

const owned = (db: Db) =>
  db
    .selectFrom("event_types")
    .innerJoin("users", "users.id", "event_types.user_id")
    .select(columns)
    .select(owner.as("owner"));

/** What a user name and a slug lead to; `hasUser` tells an unknown slug from an unknown user. */
export interface FoundBySlug {
  hasUser: boolean;
  bookable: BookableEventType | null;
}

export async function findEventTypeBySlug(db: Db, name: { username: string; slug: string }): Promise<FoundBySlug> {
  const row = await db
    .selectFrom("users")
    .leftJoin("event_types", (join) =>
      join.onRef("event_types.user_id", "=", "users.id").on("event_types.slug", "=", name.slug),
    )
    .select(columns)
    .select(owner.as("owner"))
    .where("users.username", "=", name.username)
    .executeTakeFirst();
  return { hasUser: row !== undefined, bookable: row && row.id !== null ? bookableOf(row) : null };
}

/** Which event types a list wants. Hidden ones are for their owner alone. */
export interface EventTypeFilter {
  ownerId?: number;
  username?: string;
  slug?: string;
  viewerId: number | null;
  order: "asc" | "desc";
  take?: number;
  skip?: number;
}

export async function listBookable(db: Db, filter: EventTypeFilter): Promise<BookableEventType[]> {
  const rows = await owned(db)
    .$call((query) => narrowed(query, filter))
    .orderBy("event_types.id", filter.order)
    .$if(filter.take !== undefined, (query) => query.limit(filter.take ?? null))
    .$if(filter.skip !== undefined, (query) => query.offset(filter.skip ?? 0))
    .execute();
  return rows.map(bookableOf);
}

type Owned<T> = SelectQueryBuilder<Schema, "event_types" | "users", T>;

function narrowed<T>(query: Owned<T>, { ownerId, username, slug, viewerId }: EventTypeFilter): Owned<T> {
  return query
    .where((eb) =>
      viewerId === null
        ? eb("event_types.is_hidden", "=", false)
        : eb.or([eb("event_types.is_hidden", "=", false), eb("event_types.user_id", "=", viewerId)]),
    )
    .$if(ownerId !== undefined, (wanted) => wanted.where("event_types.user_id", "=", ownerId ?? null))
    .$if(username !== undefined, (wanted) => wanted.where("users.username", "=", username ?? ""))
    .$if(slug !== undefined, (wanted) => wanted.where("event_types.slug", "=", slug ?? ""));
}

/** The people behind user names, in the order of the names; unknown names are left out. */
export async function findOwners(db: Db, usernames: readonly string[]): Promise<Owner[]> {
  const rows = await db
    .selectFrom("users")
    .select(owner.as("owner"))
    .where("username", "in", [...usernames])
    .execute();
  const byName = new Map(rows.map((row) => [row.owner.username, row.owner]));
  return usernames.flatMap((name) => byName.get(name) ?? []);
}

/** The caller's own event type, held until the transaction ends; null if it is somebody else's or there is none. */
export async function lockOwnEventType(tx: Tx, ownerId: number, id: number): Promise<EventType | null> {
  const row = await tx
    .selectFrom("event_types")
    .select(columns)
    .where("id", "=", id)
    .where("user_id", "=", ownerId)
    .forUpdate()
    .executeTakeFirst();
  return row ? eventTypeOf(row) : null;
}

export async function countEventTypes(tx: Tx, ownerId: number): Promise<number> {
  const { count } = await tx
    .selectFrom("event_types")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("user_id", "=", ownerId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertEventType(tx: Tx, ownerId: number, values: EventTypeValues): Promise<EventType> {
  const row = await tx
    .insertInto("event_types")
    .values({ user_id: ownerId, ...stored(values) })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return eventTypeOf(row);
}

export async function saveEventType(tx: Tx, id: number, values: EventTypeValues): Promise<EventType> {
  const row = await tx
    .updateTable("event_types")
    .set(stored(values))
    .where("id", "=", id)
    .returning(columns)
    .executeTakeFirstOrThrow();
  return eventTypeOf(row);
}

export async function deleteEventTypeOf(tx: Tx, ownerId: number, id: number): Promise<void> {
  await tx.deleteFrom("event_types").where("id", "=", id).where("user_id", "=", ownerId).execute();
}

function stored(values: EventTypeValues) {
  return {
    title: values.title,
    slug: values.slug,
    description: values.description,
    length_minutes: values.lengthMinutes,
    length_options: values.lengthOptions.length > 0 ? values.lengthOptions : null,
    slot_interval_minutes: values.slotIntervalMinutes,
    offset_start_minutes: values.offsetStartMinutes,
    notice_minutes: values.noticeMinutes,
    buffer_before_minutes: values.bufferBeforeMinutes,
    buffer_after_minutes: values.bufferAfterMinutes,
    schedule_id: values.scheduleId,
    booking_window: json(values.bookingWindow),
    booking_limits: json(values.bookingLimits),
    duration_limits: json(values.durationLimits),
    booker_limit: json(values.bookerLimit),
    confirmation_policy: json(values.confirmationPolicy),
    seats: json(values.seats),
    recurrence: json(values.recurrence),
    locations: jsonb(values.locations),
    booking_fields: jsonb(values.bookingFields),
    custom_name: values.customName,
    shows_first_slot_only: values.showsFirstSlotOnly,
    shows_optimized_slots: values.showsOptimizedSlots,
    is_hidden: values.isHidden,
    disables_guests: values.disablesGuests,
    requires_authentication: values.requiresAuthentication,
    requires_email_verification: values.requiresEmailVerification,
    disables_cancelling: values.disablesCancelling,
    rescheduling_policy: json(values.reschedulingPolicy),
    settings: jsonb(values.settings),
    metadata: jsonb(values.metadata),
  };
}

/** An unset part is SQL's null, not JSON's: other domains look into these columns with `->>`. */
const json = <T>(value: T): RawBuilder<T> | null => (value === null ? null : jsonb(value));

type Row = { [Name in keyof EventType]: unknown };

const bookableOf = ({ owner, ...row }: Row & { owner: Owner }): BookableEventType => ({
  eventType: eventTypeOf(row),
  owner,
});

/** The types of the JSON columns are those that `stored` took; the database cannot vouch for them, this function does. */
const eventTypeOf = (row: Row): EventType => ({
  ...(row as EventType),
  lengthOptions: (row.lengthOptions as number[] | null) ?? [],
});
