set local citus.multi_shard_modify_mode to 'sequential';

create schema transfer;
grant usage on schema transfer to yanzhen_app;

-- One file brought in: looked at (checked), then taken or discarded. report is what the preview and the record show.
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
  report jsonb not null default '{}',
  primary key (district_id, id)
);
select platform.distribute('transfer.import');
create index import_by_cluster on transfer.import (district_id, cluster_id, started_at desc);
grant select, insert, update on transfer.import to yanzhen_app;
