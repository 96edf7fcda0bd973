-- Dates on which a region is closed all day.
alter table regions add column holidays varchar(4000) default '' not null;
