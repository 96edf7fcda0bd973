-- A chain of fallback regions and those who decline may be any number.
alter table calls alter column also_regions set data type varchar;
alter table calls alter column declined_by set data type varchar;
alter table calls alter column former_guides set data type varchar;
