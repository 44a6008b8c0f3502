-- Jobs of one thread are done one after the other, in the order in which they were written.
alter table jobs add column thread text;
create index jobs_thread on jobs (thread) where thread is not null and dead_at is null;

-- Hearing of events is a line of its own: it takes far longer than telling of them, and nothing else waits for it.
drop index jobs_due;
create index jobs_due on jobs (run_at) where dead_at is null and kind <> 'event.tell' and kind <> 'event.hear';
create index jobs_hearing on jobs (run_at) where dead_at is null and kind = 'event.hear';
