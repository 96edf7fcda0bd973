-- 500 characters (code points); H2 counts an emoji as two.
alter table audit alter column reason set data type varchar(1000);
