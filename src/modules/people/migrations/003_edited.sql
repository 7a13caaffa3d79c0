set local citus.multi_shard_modify_mode to 'sequential';

-- The import whose row a person has changed since: undoing it would undo the person's work, too.
alter table people.teacher_year add column edited_import_id uuid;
create index teacher_year_by_edited on people.teacher_year (edited_import_id) where edited_import_id is not null;
