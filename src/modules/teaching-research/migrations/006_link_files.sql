set local citus.multi_shard_modify_mode to 'sequential';

-- Materials and outcomes of an activity may be files that lie on the platform.
alter table teaching_research.event_link add column file_id uuid;
