-- Somebody gets an address in the very moment in which it is invited elsewhere: neither transaction sees what the other writes,
-- and his token (0009) would not tell of the booking. So they take turns, before either of them renews a token: whoever
-- invites waits only for who takes the address, and the later one sees the earlier one's row. The first half of two-part
-- advisory locks says what the second one numbers: 2 are addresses, in so few groups that many guests are few locks.
create function share_address() returns trigger language plpgsql as $$ begin
  perform pg_advisory_xact_lock_shared(2, hashtext(lower(new.email)) & 1023);
  return new;
end $$;
create trigger attendees_share_address before insert or update of email on attendees
  for each row execute function share_address();

create function take_address() returns trigger language plpgsql as $$ begin
  perform pg_advisory_xact_lock(2, hashtext(lower(new.email)) & 1023);
  return new;
end $$;
create trigger users_take_address before insert or update of email on users
  for each row execute function take_address();
