-- What stands before a delivery is looked up by its thread. The index holds every delivery: of those that wait there are few at
-- most times, and a planner that has seen few goes through them all when there are many.
drop index webhook_deliveries_thread;
create index webhook_deliveries_thread on webhook_deliveries (thread, event_id);
