-- Each list is read from the end of an index that has just its rows in its order, and stops when the page is full.
create index calls_by_desk on calls (desk, number);
create index calls_by_state on calls (state, number);
create index calls_by_guide on calls (guide, state, number);
drop index calls_by_state_and_guide;
-- From which call on something may have been said at a time.
create index calls_by_end on calls (ended_at, number);
-- Who answered a call that is somebody else's now.
create index call_events_by_username on call_events (username, kind, call_id);

create index audit_by_actor on audit (actor, id);
create index audit_by_actor_and_action on audit (actor, action, id);
create index audit_by_action on audit (action, id);
create index audit_by_time on audit (at, id);

create index known_browsers_by_username on known_browsers (username, seen_at);
create index device_tokens_by_time on device_tokens (device, issued_at);
