-- Dates on which a region is closed all day.
alter table regions add column holidays varchar(4000) default '' not null;

-- Since when a desk that should be connected is not, when to look at it next, and when its region was told.
alter table desks add column offline_since timestamp(6) with time zone;
alter table desks add column offline_due_at timestamp(6) with time zone;
alter table desks add column offline_told_at timestamp(6) with time zone;
