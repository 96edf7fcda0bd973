-- Until when the password that an admin reset is good, null for one that its owner chose.
alter table accounts add column one_time_until timestamp(6) with time zone;

-- Grows with each new password: a sign-in that was under way with the one before is worth nothing.
alter table accounts add column password_version integer default 0 not null;

-- The secret shared with an authenticator app (RFC 6238), and the last time step whose code was used.
create table second_factors (
    username varchar(32) primary key references accounts (username),
    secret varchar(64) not null,
    confirmed boolean not null,
    last_step bigint not null
);
create table backup_codes (
    username varchar(32) not null references accounts (username),
    code_hash varchar(64) not null,
    primary key (username, code_hash)
);

-- In which browsers people have signed in: there their own failures count, and nobody else's.
create table known_browsers (
    token_hash varchar(64) not null,
    username varchar(32) not null references accounts (username),
    seen_at timestamp(6) with time zone not null,
    primary key (token_hash, username)
);

-- A device's tokens, one after the other; the device itself keeps the hash of its first one as its name.
create table device_tokens (
    token_hash varchar(64) primary key,
    device varchar(64) not null references desk_devices (token_hash) on delete cascade,
    issued_at timestamp(6) with time zone not null,
    -- when it first signed the desk in: from then on the ones before it are in no honest hands
    used_at timestamp(6) with time zone
);
create index device_tokens_by_device on device_tokens (device);
insert into device_tokens (token_hash, device, issued_at)
    select token_hash, token_hash, paired_at from desk_devices;
-- When somebody was last told that the device's cookie seems to be copied.
alter table desk_devices add column copy_noticed_at timestamp(6) with time zone;
