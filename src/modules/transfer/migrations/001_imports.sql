set local citus.multi_shard_modify_mode to 'sequential';

create schema transfer;
grant usage on schema transfer to yanzhen_app;

-- One file brought in: looked at (checked), then taken or discarded. report is what the preview and the record show;
-- failure says why the file as a whole could not be read.
create table transfer.import (
  district_id int not null,
  id uuid not null,
  cluster_id int,
  cluster_name text not null default '',
  school_year smallint,
  file_name text not null,
  bytes bigint not null,
  sha256 text not null,
  status text not null check (status in ('waiting', 'checking', 'checked', 'taking', 'taken', 'discarded', 'failed')),
  account_id uuid,
  actor_name text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  report jsonb,
  failure text,
  primary key (district_id, id)
);
select platform.distribute('transfer.import');
create index import_by_id on transfer.import (id);
create index import_by_cluster on transfer.import (district_id, cluster_id, started_at desc);
grant select, insert, update on transfer.import to yanzhen_app;

-- An import names who brought it in, and its report quotes what stands in the file: read by who is over the cluster.
alter table transfer.import enable row level security;
create policy import_seen on transfer.import using (
  current_setting('app.all', true) = 'on'
  or account_id = nullif(current_setting('app.account_id', true), '')::uuid
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or cluster_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
