-- Mail to people: queued until it is sent or refused for good; kept where no mail server is set up.
create table mails (
  id bigint generated always as identity primary key,
  kind text not null,
  event_id bigint,
  user_id int references users on delete cascade,
  to_name text not null default '',
  to_email text not null,
  reply_to jsonb,
  subject text not null,
  html text not null,
  text text not null,
  calendar jsonb,
  status text not null check (status in ('queued', 'sent', 'failed', 'kept')),
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null,
  finished_at timestamptz,
  -- An event may be told twice; nobody is written to twice because of it.
  constraint mails_once unique (event_id, to_email, kind)
);
create index mails_user on mails (user_id);
create index mails_finished on mails (finished_at);
