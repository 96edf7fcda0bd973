-- such as ,seoul.guide1,seoul.guide2, : who has declined it since it asks for somebody
alter table calls add column declined_by varchar(4000);
-- when its visitor last left a text, and how many there are
alter table calls add column left_at timestamp(6) with time zone;
alter table calls add column texts_left integer default 0 not null;
