-- A token per user that changes in the transaction of everything that his slots are found from. Facts that a process
-- remembers are good as long as the token is the same; what does not change the token must not be remembered.
create table availability_revisions (
  user_id int primary key references users on delete cascade,
  revision uuid not null default gen_random_uuid()
);
insert into availability_revisions (user_id) select id from users;

create function begin_availability() returns trigger language plpgsql as $$ begin
  insert into availability_revisions (user_id) values (new.id);
  return null;
end $$;
create trigger users_begin_availability after insert on users for each row execute function begin_availability();

-- The triggers are deferred to the commit: two transactions that touch the same user wait for each other as shortly as can be.
create function renew_own_availability() returns trigger language plpgsql as $$ begin
  update availability_revisions set revision = gen_random_uuid() where user_id in (old.user_id, new.user_id);
  return null;
end $$;
create constraint trigger schedules_availability after insert or update or delete on schedules
  deferrable initially deferred for each row execute function renew_own_availability();
create constraint trigger travel_schedules_availability after insert or update or delete on travel_schedules
  deferrable initially deferred for each row execute function renew_own_availability();
create constraint trigger out_of_office_availability after insert or update or delete on out_of_office
  deferrable initially deferred for each row execute function renew_own_availability();
create constraint trigger event_types_availability after insert or update or delete on event_types
  deferrable initially deferred for each row execute function renew_own_availability();
create constraint trigger holds_availability after insert or update or delete on holds
  deferrable initially deferred for each row execute function renew_own_availability();
create constraint trigger bookings_availability
  after insert or delete or update of user_id, event_type_id, starts_at, ends_at, status on bookings
  deferrable initially deferred for each row execute function renew_own_availability();

create function renew_users_availability() returns trigger language plpgsql as $$ begin
  update availability_revisions set revision = gen_random_uuid() where user_id = new.id;
  return null;
end $$;
create constraint trigger users_availability after update of username, email, time_zone, default_schedule_id on users
  deferrable initially deferred for each row execute function renew_users_availability();

create function renew_schedules_availability() returns trigger language plpgsql as $$ begin
  update availability_revisions set revision = gen_random_uuid()
  where user_id in (select user_id from schedules where id in (old.schedule_id, new.schedule_id));
  return null;
end $$;
create constraint trigger schedule_rules_availability after insert or update or delete on schedule_rules
  deferrable initially deferred for each row execute function renew_schedules_availability();

-- Taken seats count for the host of the booking.
create function renew_seats_availability() returns trigger language plpgsql as $$ begin
  update availability_revisions set revision = gen_random_uuid()
  where user_id in (select user_id from bookings where id in (old.booking_id, new.booking_id));
  return null;
end $$;
create constraint trigger seats_availability after insert or update or delete on seats
  deferrable initially deferred for each row execute function renew_seats_availability();

-- Who attends the booking of somebody else is busy as well, however his address was written.
create index attendees_address on attendees (lower(email));
create function renew_attendees_availability() returns trigger language plpgsql as $$ begin
  update availability_revisions set revision = gen_random_uuid()
  where user_id in (select id from users where lower(email) in (lower(old.email), lower(new.email)));
  return null;
end $$;
create constraint trigger attendees_availability after insert or delete or update of booking_id, email on attendees
  deferrable initially deferred for each row execute function renew_attendees_availability();

create function renew_bookings_attendees_availability() returns trigger language plpgsql as $$ begin
  update availability_revisions set revision = gen_random_uuid()
  where user_id in (
    select u.id from attendees a join users u on lower(u.email) = lower(a.email) where a.booking_id = new.id
  );
  return null;
end $$;
create constraint trigger bookings_attendees_availability
  after update of user_id, event_type_id, starts_at, ends_at, status on bookings
  deferrable initially deferred for each row execute function renew_bookings_attendees_availability();

create function renew_buffers_availability() returns trigger language plpgsql as $$ begin
  update availability_revisions set revision = gen_random_uuid()
  where user_id in (
    select u.id from bookings b join attendees a on a.booking_id = b.id join users u on lower(u.email) = lower(a.email)
    where b.event_type_id = new.id
  );
  return null;
end $$;
create constraint trigger event_types_buffers_availability
  after update of buffer_before_minutes, buffer_after_minutes on event_types
  deferrable initially deferred for each row execute function renew_buffers_availability();
