set local citus.multi_shard_modify_mode to 'sequential';

-- Rows of earlier imports that an import found unchanged, as [{"sheet", "importId", "rows"}]: they rest on it too from then on.
alter table transfer.trace add column confirmed jsonb not null default '[]';
