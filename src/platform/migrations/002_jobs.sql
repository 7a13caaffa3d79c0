set local citus.multi_shard_modify_mode to 'sequential';

-- Work that goes on after the reply. One process claims a job and renews its lease while it runs; a job whose lease ran
-- out was broken off. Of those waiting under one key there is one.
create table platform.job (
  district_id int not null,
  id uuid not null,
  kind text not null,
  key text not null default '',
  unit_id int,
  account_id uuid,
  payload jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed')),
  tries smallint not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  leased_until timestamptz,
  ended_at timestamptz,
  result jsonb,
  failure text,
  primary key (district_id, id)
);
select platform.distribute('platform.job');
create unique index job_key on platform.job (district_id, kind, key) where key <> '' and status = 'waiting';
create index job_by_id on platform.job (id);
create index job_open on platform.job (kind, due_at) where status in ('waiting', 'running');
grant select, insert on platform.job to yanzhen_app;

-- A job says who asked for it and what: read by them and by who is over the place. Only the owner runs it.
alter table platform.job enable row level security;
create policy job_seen on platform.job for select using (
  current_setting('app.all', true) = 'on'
  or account_id = nullif(current_setting('app.account_id', true), '')::uuid
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or unit_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
create policy job_written on platform.job for insert with check (true);
