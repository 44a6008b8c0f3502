-- The next deliveries of a webhook stand first in the index, so that taking a few does not sort all that wait.
drop index webhook_deliveries_due;
create index webhook_deliveries_due on webhook_deliveries (webhook_id, due_at, event_id) where status = 'pending';
