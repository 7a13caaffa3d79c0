set local citus.multi_shard_modify_mode to 'sequential';

-- Whether who sent a ledger decides which schools are members: a bureau does, a cluster's own office does not bring in
-- schools of other clusters, whose teachers' names would be opened to it.
alter table transfer.import add column decides_members boolean not null default true;
