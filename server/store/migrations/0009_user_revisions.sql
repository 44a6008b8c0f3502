-- One token per user for all that a process remembers of him: his slots (0008), and from here on the lists of his bookings.
-- Whoever organizes or attends a booking is told of every change to it. A token that this transaction has renewed already is
-- as good as a newer one.
alter table availability_revisions rename to user_revisions;

create or replace function begin_availability() returns trigger language plpgsql as $$ begin
  insert into user_revisions (user_id) values (new.id);
  return null;
end $$;
alter function begin_availability() rename to begin_revision;
alter trigger users_begin_availability on users rename to users_begin_revision;

create or replace function renew_own_availability() returns trigger language plpgsql as $$ begin
  update user_revisions set revision = gen_random_uuid()
  where user_id in (old.user_id, new.user_id) and xmin <> pg_current_xact_id()::xid;
  return null;
end $$;
alter function renew_own_availability() rename to renew_owner;

create or replace function renew_schedules_availability() returns trigger language plpgsql as $$ begin
  update user_revisions set revision = gen_random_uuid()
  where user_id in (select user_id from schedules where id in (old.schedule_id, new.schedule_id))
    and xmin <> pg_current_xact_id()::xid;
  return null;
end $$;
alter function renew_schedules_availability() rename to renew_owner_of_schedule;

drop trigger users_availability on users;
drop function renew_users_availability();
drop trigger bookings_availability on bookings;
drop trigger bookings_attendees_availability on bookings;
drop function renew_bookings_attendees_availability();
drop trigger seats_availability on seats;
drop function renew_seats_availability();
drop trigger attendees_availability on attendees;
drop function renew_attendees_availability();
drop trigger event_types_buffers_availability on event_types;
drop function renew_buffers_availability();

-- The attendees of a new or deleted booking are told by their own rows.
create constraint trigger bookings_revision after insert or delete on bookings
  deferrable initially deferred for each row execute function renew_owner();

create function renew_people_of_booking() returns trigger language plpgsql as $$ begin
  update user_revisions set revision = gen_random_uuid()
  where xmin <> pg_current_xact_id()::xid and user_id in (
    select old.user_id union all select new.user_id union all
    select u.id from attendees a join users u on lower(u.email) = lower(a.email) where a.booking_id = new.id
  );
  return null;
end $$;
create constraint trigger bookings_people_revision after update on bookings
  deferrable initially deferred for each row execute function renew_people_of_booking();

-- Where the booking was written in the same transaction, its people are told by that.
create function renew_people_of_attendee() returns trigger language plpgsql as $$ begin
  update user_revisions set revision = gen_random_uuid()
  where xmin <> pg_current_xact_id()::xid and user_id in (
    select id from users where lower(email) in (lower(old.email), lower(new.email))
    union all
    select person from bookings b, lateral (
      select b.user_id as person union all
      select u.id from attendees a join users u on lower(u.email) = lower(a.email) where a.booking_id = b.id
    ) people where b.id in (old.booking_id, new.booking_id) and b.xmin <> pg_current_xact_id()::xid
  );
  return null;
end $$;
create constraint trigger attendees_revision after insert or update or delete on attendees
  deferrable initially deferred for each row execute function renew_people_of_attendee();

create function renew_people_of_seat() returns trigger language plpgsql as $$ begin
  update user_revisions set revision = gen_random_uuid()
  where xmin <> pg_current_xact_id()::xid and user_id in (
    select person from bookings b, lateral (
      select b.user_id as person union all
      select u.id from attendees a join users u on lower(u.email) = lower(a.email) where a.booking_id = b.id
    ) people where b.id in (old.booking_id, new.booking_id) and b.xmin <> pg_current_xact_id()::xid
  );
  return null;
end $$;
create constraint trigger seats_revision after insert or update or delete on seats
  deferrable initially deferred for each row execute function renew_people_of_seat();

-- What the bookings of others show of an event type, or take from it.
create function renew_people_of_event_type() returns trigger language plpgsql as $$ begin
  update user_revisions set revision = gen_random_uuid()
  where xmin <> pg_current_xact_id()::xid and user_id in (
    select user_id from bookings where event_type_id = new.id
    union all
    select u.id from bookings b join attendees a on a.booking_id = b.id join users u on lower(u.email) = lower(a.email)
    where b.event_type_id = new.id
  );
  return null;
end $$;
create constraint trigger event_types_people_revision after update on event_types
  deferrable initially deferred for each row
  when ((old.buffer_before_minutes, old.buffer_after_minutes, old.slug, old.title, old.user_id, old.custom_name, old.seats, old.recurrence)
    is distinct from (new.buffer_before_minutes, new.buffer_after_minutes, new.slug, new.title, new.user_id, new.custom_name, new.seats, new.recurrence))
  execute function renew_people_of_event_type();

create function renew_people_of_user() returns trigger language plpgsql as $$ begin
  update user_revisions set revision = gen_random_uuid()
  where xmin <> pg_current_xact_id()::xid and user_id in (
    select new.id
    union all
    select u.id from bookings b join attendees a on a.booking_id = b.id join users u on lower(u.email) = lower(a.email)
    where b.user_id = new.id
  );
  return null;
end $$;
create constraint trigger users_people_revision after update on users
  deferrable initially deferred for each row
  when ((old.username, old.email, old.name, old.time_zone, old.locale, old.time_format, old.default_schedule_id)
    is distinct from (new.username, new.email, new.name, new.time_zone, new.locale, new.time_format, new.default_schedule_id))
  execute function renew_people_of_user();
