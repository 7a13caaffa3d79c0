set local citus.multi_shard_modify_mode to 'sequential';

-- The import whose row a person has changed since: undoing it would undo the person's work, too.
alter table organizations.school_profile add column edited_import_id uuid;
create index school_profile_by_edited on organizations.school_profile (edited_import_id) where edited_import_id is not null;
