-- How many messages a call has, kept from its end on, null before: statistics read calls alone, and it outlasts a purge.
alter table calls add column messages integer;
update calls set messages = (
    select count(*) from messages m where m.id between calls.number * 16777216 and calls.number * 16777216 + 16777215
) where ended_at is not null;
-- Those that are over and not counted yet are found by it, and the open ones, which are few.
create index calls_by_messages on calls (messages);
-- What statistics of one region read.
create index calls_by_region_and_time on calls (region, ring_at);
