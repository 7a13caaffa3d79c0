set local citus.multi_shard_modify_mode to 'sequential';

-- Of a published course: its stages, subject, theme and licence as they are to be once the next version is published; null:
-- as before.
alter table courses.entry add column about_sought jsonb;
-- The same as they were when the version was published; null: before this was kept.
alter table courses.version add column about jsonb;
