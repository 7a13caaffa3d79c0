set local citus.multi_shard_modify_mode to 'sequential';

-- A row of the ledger that came of a studio as it works says so. Rows that were kept to be put back do not know the column: it
-- stays empty there.
alter table teaching_research.studio add column studio_id uuid;
create unique index studio_of_work on teaching_research.studio (district_id, studio_id, school_year) where studio_id is not null;
