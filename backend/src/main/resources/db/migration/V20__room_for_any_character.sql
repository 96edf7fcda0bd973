-- Lengths are characters (code points); H2 counts an emoji as two.
alter table regions alter column name set data type varchar(200);
alter table desks alter column name set data type varchar(200);
alter table accounts alter column display_name set data type varchar(200);
alter table calls alter column request_id set data type varchar(128);
alter table calls alter column guide_name set data type varchar(200);
alter table calls alter column transfer_reason set data type varchar(400);
alter table call_alerts alter column reason set data type varchar(400);
alter table call_events alter column reason set data type varchar(400);
alter table messages alter column client_id set data type varchar(128);
alter table messages alter column display_name set data type varchar(200);
alter table notes alter column from_name set data type varchar(200);
alter table notes alter column outcome_name set data type varchar(200);
alter table audit alter column subject set data type varchar(600);
alter table audit alter column reason set data type varchar(600);
