-- A job may have a key: while it is there, a second one with the same key is not written.
alter table jobs add column key text;
create unique index jobs_key on jobs (key) where key is not null;

-- Telling of events is taken by a loop of its own, so that no slow task stands before it.
drop index jobs_due;
create index jobs_due on jobs (run_at) where dead_at is null and kind <> 'event.tell';
create index jobs_telling on jobs (run_at) where dead_at is null and kind = 'event.tell';

-- The place of an event in the log is given when it is told, one teller at a time: whoever has read up to a place has missed
-- nothing before it. Events of one thread happen one after the other; a booking keeps its calendar uid when it is moved.
create sequence event_positions;
alter table events add column position bigint unique;
alter table events add column thread text generated always as (coalesce(data #>> '{booking,icalUid}', subject)) stored;
create index events_log on events (user_id, position) where position is not null;
create index events_untold on events (thread, id) where position is null;
update events set position = nextval('event_positions')
  where id not in (select (payload ->> 'eventId')::bigint from jobs where kind = 'event.tell');

-- Deliveries are their own queue: due at a time, locked while they are tried.
alter table webhook_deliveries add column thread text;
alter table webhook_deliveries add column due_at timestamptz;
alter table webhook_deliveries add column locked_until timestamptz;
alter table webhook_deliveries add column tries int not null default 0;
update webhook_deliveries d set due_at = coalesce(next_attempt_at, created_at), tries = attempts,
  thread = coalesce((select thread from events e where e.id = d.event_id), d.id::text);
alter table webhook_deliveries alter column thread set not null, alter column due_at set not null;
delete from jobs where kind = 'webhook.deliver';
create index webhook_deliveries_due on webhook_deliveries (webhook_id, due_at) where status = 'pending';
create index webhook_deliveries_thread on webhook_deliveries (webhook_id, thread, event_id) where status = 'pending';
create index webhook_deliveries_log on webhook_deliveries (webhook_id, created_at, id);
create index webhook_deliveries_age on webhook_deliveries (created_at);

-- Since when nothing arrives, and when the server stopped trying because of it.
alter table webhooks add column failing_since timestamptz;
alter table webhooks add column paused_at timestamptz;

-- Start and end of what is booked already.
insert into jobs (kind, payload, run_at, key)
select kind, jsonb_build_object('bookingUid', uid, 'at', (extract(epoch from run_at) * 1000)::bigint), run_at, kind || ' ' || uid
from bookings cross join lateral (values ('booking.start', starts_at), ('booking.end', ends_at)) as moment(kind, run_at)
where status = 'accepted' and ends_at > now() and user_id is not null;
