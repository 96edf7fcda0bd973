-- Which codes of an authenticator app were used, by their time step (RFC 6238). None is taken twice, also where a clock
-- was put back since; and whoever used one before that is not locked out until the same time comes again.
create table used_codes (
    username varchar(32) not null references second_factors (username) on delete cascade,
    step bigint not null,
    primary key (username, step)
);
insert into used_codes (username, step) select username, last_step from second_factors where last_step > 0;
alter table second_factors drop column last_step;
