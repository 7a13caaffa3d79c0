set local citus.multi_shard_modify_mode to 'sequential';

-- Who looked at a person, and what of one kind was done, newest first.
create index audit_by_subject on platform.audit (district_id, subject_id, at desc, id desc) where subject_id is not null;
create index audit_by_title on platform.audit (district_id, title, at desc, id desc);
