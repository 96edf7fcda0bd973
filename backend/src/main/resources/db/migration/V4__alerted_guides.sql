-- Whom a ring alerted, in one row: a thousand rows for each call would cost more than the call.
-- call_alerts keeps those who answered: saw or declined it.
create table alerted_guides (
    call_id uuid primary key references calls (id),
    usernames varchar(32) array not null
);
