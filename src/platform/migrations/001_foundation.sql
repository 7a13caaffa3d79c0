set local citus.multi_shard_modify_mode to 'sequential';

create schema platform;

-- On a distributed PostgreSQL a big table is spread by its district and a small one copied to every node; elsewhere both do nothing.
create function platform.is_distributed() returns boolean language sql stable as
$$ select exists (select 1 from pg_extension where extname = 'citus') $$;

create function platform.distribute(table_name text) returns void language plpgsql as
$$ begin
  if platform.is_distributed() then execute format('select create_distributed_table(%L, ''district_id'')', table_name); end if;
end $$;

create function platform.reference(table_name text) returns void language plpgsql as
$$ begin
  if platform.is_distributed() then execute format('select create_reference_table(%L)', table_name); end if;
end $$;

-- The role a request runs under: it owns nothing, so that row-level security applies to it.
do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'yanzhen_app') then create role yanzhen_app nologin; end if;
end $$;

-- Whoever makes a role is its member, but from PostgreSQL 16 on need not be allowed to become it.
do $$ begin
  set local role yanzhen_app;
  reset role;
exception when insufficient_privilege then
  grant yanzhen_app to current_user;
end $$;

-- The second wall: who is under it sees a row when the person sees everything, the row's district, or one of its schools. A plain
-- PostgreSQL reads the settings once a statement (the sub-select becomes an init plan); a distributed one takes no sub-select in a
-- policy and reads them at every row.
create function platform.setting_ids(name text) returns text language sql stable as
$$ select case when platform.is_distributed()
  then format('nullif(current_setting(%L, true), '''')::int[]', name)
  else format('(select nullif(current_setting(%L, true), '''')::int[])::int[]', name) end $$;

create function platform.protect(table_name text, variadic school_columns text[]) returns void language plpgsql as
$$ declare
  school_column text;
  condition text := format('current_setting(''app.all'', true) = ''on'' or district_id = any (%s)', platform.setting_ids('app.district_ids'));
begin
  foreach school_column in array school_columns loop
    condition := condition || format(' or %I = any (%s)', school_column, platform.setting_ids('app.school_ids'));
  end loop;
  execute format('alter table %s enable row level security', table_name);
  execute format('create policy seen on %s using (%s)', table_name, condition);
end $$;

-- What a write made stale: the figures of one source, one school, one school year. Append-only; whoever recounts takes the rows away.
create table platform.stale (
  district_id int not null,
  id bigint generated always as identity,
  school_id int not null,
  school_year smallint not null,
  source text not null,
  primary key (district_id, id)
);
select platform.distribute('platform.stale');

-- That a source was handed in for a school and year, be it empty: the difference between 0 and no data.
create table platform.recorded (
  district_id int not null,
  school_id int not null,
  school_year smallint not null,
  source text not null,
  primary key (district_id, school_id, school_year, source)
);
select platform.distribute('platform.recorded');

-- Who did what when, kept at least 184 days.
create table platform.audit (
  district_id int not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  verb text not null,
  title text not null,
  unit_id int,
  subject_id text,
  result text not null check (result in ('done', 'refused')),
  facts jsonb not null default '{}',
  request_id text,
  primary key (district_id, id)
);
select platform.distribute('platform.audit');
create index audit_by_time on platform.audit (district_id, at desc, id desc);
create index audit_by_unit on platform.audit (district_id, unit_id, at desc, id desc);
grant usage on schema platform to yanzhen_app;
grant select, insert, delete on platform.stale to yanzhen_app;
grant select, insert on platform.recorded to yanzhen_app;
grant select, insert on platform.audit to yanzhen_app;

-- The record names those who acted: read by them, by who is over the place, and, for the platform's own lines, by who keeps the accounts.
alter table platform.audit enable row level security;
create policy audit_seen on platform.audit for select using (
  current_setting('app.all', true) = 'on'
  or account_id = nullif(current_setting('app.account_id', true), '')::uuid
  or (district_id = 0 and current_setting('app.manages_accounts', true) = 'on')
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or unit_id = any (nullif(current_setting('app.unit_ids', true), '')::int[])
  or unit_id = any (nullif(current_setting('app.school_ids', true), '')::int[]));
create policy audit_written on platform.audit for insert with check (true);
