import { sql } from "kysely";
import { tasks } from "../../server/jobs/tasks.js";
import type { Db } from "../../server/store/store.js";

/** Statements that find what must not be; each names the sentence it breaks. */
const questions: readonly [sentence: string, query: string][] = [
  [
    "no two blocking bookings of one host overlap",
    `select a.booking_id, b.booking_id as other from occupied_times a join occupied_times b
       on a.user_id = b.user_id and a.booking_id < b.booking_id and a.during && b.during
       where a.is_blocking and b.is_blocking and not a.is_override and not b.is_override and not (a.is_seated or b.is_seated)`,
  ],
  [
    "the time that a booking occupies is its own",
    `select b.uid, o.during from bookings b left join occupied_times o on o.booking_id = b.id and o.user_id = b.user_id
       where b.user_id is not null and (o.booking_id is null or o.during <> tstzrange(b.starts_at, b.ends_at))`,
  ],
  [
    "accepted bookings occupy their time, cancelled and rejected ones do not",
    `select b.uid, b.status, o.is_blocking from bookings b join occupied_times o on o.booking_id = b.id
       where (b.status = 'accepted' and not o.is_blocking) or (b.status in ('cancelled', 'rejected') and o.is_blocking)`,
  ],
  [
    "nobody attends what is not",
    "select a.id from attendees a left join bookings b on b.id = a.booking_id where b.id is null",
  ],
  [
    "every live booking has somebody who attends",
    `select b.uid from bookings b where b.status in ('accepted', 'pending')
       and not exists (select 1 from attendees a where a.booking_id = b.id)`,
  ],
  [
    "every seat is of an attendee of its booking",
    "select s.uid from seats s join attendees a on a.id = s.attendee_id where a.booking_id <> s.booking_id",
  ],
  [
    "no more seats are taken than there were when they were",
    `select b.uid, count(*) from bookings b join seats s on s.booking_id = b.id group by b.id
       having count(*) > coalesce((select max((e.data->'eventType'->'seats'->>'seatsPerTimeSlot')::numeric)
         from events e where e.subject = b.uid), 0)`,
  ],
  [
    "every booking has the event of its making",
    `select b.uid from bookings b where not exists (select 1 from events e where e.subject = b.uid
       and e.kind in ('booking.created', 'booking.requested', 'booking.rescheduled'))`,
  ],
  [
    "every booking that ended has the event of its end",
    `select b.uid, b.status, b.is_rescheduled from bookings b where (b.status = 'rejected' and not exists (
         select 1 from events e where e.subject = b.uid and e.kind = 'booking.rejected'))
       or (b.status = 'cancelled' and not b.is_rescheduled and not exists (
         select 1 from events e where e.kind = 'booking.cancelled' and (e.subject = b.uid
           or e.data->'alsoCancelled' @> jsonb_build_array(jsonb_build_object('uid', b.uid)))))`,
  ],
  [
    "a booking that replaced another replaced one that is",
    `select b.uid from bookings b where b.from_reschedule is not null
       and not exists (select 1 from bookings old where old.uid = b.from_reschedule)`,
  ],
  [
    "bookings lie in times that calendars know",
    `select uid from bookings
      where not isfinite(starts_at) or not isfinite(ends_at) or starts_at < '1970-01-01' or ends_at > '10000-01-01'`,
  ],
  ["holds end after they begin", "select uid from holds where ends_at <= starts_at or not isfinite(release_at)"],
  ["kept answers are whole", "select id, status from idempotency_keys where status is null or body is null"],
  [
    "kept answers are JSON",
    "select id from idempotency_keys where not is_sealed and body is not null and (body is json) is not true",
  ],
  ["events carry objects", "select id, kind from events where jsonb_typeof(data) <> 'object'"],
  ["jobs carry objects", "select id, kind from jobs where jsonb_typeof(payload) <> 'object'"],
  [
    "schedules that are pointed to belong to who points",
    `select u.id from users u join schedules s on s.id = u.default_schedule_id where s.user_id <> u.id
       union all select e.id from event_types e join schedules s on s.id = e.schedule_id where s.user_id <> e.user_id`,
  ],
  [
    "hours lie within a day",
    "select id from schedule_rules where least(start_minute, end_minute) < 0 or greatest(start_minute, end_minute) > 1440",
  ],
  [
    "event types have lengths that fit",
    `select id, length_minutes from event_types where length_minutes < 1 or buffer_before_minutes < 0
       or buffer_after_minutes < 0 or notice_minutes < 0`,
  ],
  ["links are not used more often than allowed", "select id from private_links where usage_count > max_usage_count"],
  [
    "everybody's availability has a token",
    "select id from users u where not exists (select 1 from user_revisions r where r.user_id = u.id)",
  ],
  ["absences end after they begin", "select id from out_of_office where end_date < start_date"],
  ["nobody became the operator", "select id from users where is_operator offset 1"],
];

/** Every sentence that the database breaks, with the rows that break it. */
export async function inconsistencies(db: Db): Promise<string[]> {
  const broken: string[] = [];
  for (const [sentence, query] of questions) {
    const { rows } = await sql.raw(query).execute(db);
    if (rows.length > 0) broken.push(`${sentence}: ${rows.length} rows, ${JSON.stringify(rows.slice(0, 3))}`);
  }
  const known = new Set(tasks.map(({ kind }) => kind));
  const kinds = await db.selectFrom("jobs").select("kind").distinct().execute();
  const strange = kinds.filter(({ kind }) => !known.has(kind));
  if (strange.length > 0) broken.push(`jobs are of kinds that somebody does: ${JSON.stringify(strange)}`);
  return broken;
}

/** Mails and webhooks that tell one account of another: marks of accounts other than the one they are sent for. */
export async function strangeTellings(db: Db, marks: Iterable<[string, { id: number }]>): Promise<string[]> {
  const found: string[] = [];
  for (const [mark, owner] of marks) {
    const { rows } = await sql`
      select 'mail ' || id as what from mails
        where position(${mark} in subject || html || text || coalesce(calendar::text, '')) > 0 and user_id <> ${owner.id}
      union all
      select 'delivery ' || d.id from webhook_deliveries d join webhooks w on w.id = d.webhook_id
        left join event_types e on e.id = w.event_type_id
        where position(${mark} in d.body) > 0 and coalesce(w.user_id, e.user_id) <> ${owner.id}`.execute(db);
    if (rows.length > 0) found.push(`${mark} in ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return found;
}
