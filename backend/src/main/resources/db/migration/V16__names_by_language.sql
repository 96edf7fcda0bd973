-- What regions and desks are called in other languages, as JSON; empty where nothing is known of that.
alter table regions add column names varchar(4000) default '' not null;
alter table desks add column names varchar(4000) default '' not null;
