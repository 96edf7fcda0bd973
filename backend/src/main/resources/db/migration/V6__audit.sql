-- Who did what, when, from where. Only written and read; see docs/security.md for the grants on PostgreSQL.
create table audit (
    id bigint generated always as identity primary key,
    at timestamp(6) with time zone not null,
    actor varchar(300) not null,
    action varchar(40) not null,
    subject varchar(300),
    address varchar(64),
    reason varchar(300)
);
