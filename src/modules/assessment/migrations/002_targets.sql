set local citus.multi_shard_modify_mode to 'sequential';

-- A target that a cluster set itself for one figure. A change writes the next version and an end one more: nothing is ever
-- overwritten, and two who change the same version at once are told. steps: [{"year": 2024, "value": 22}], the last is the goal;
-- baseline_* is the value of that year as it stood when the target was set, baseline_rule in which words it was counted.
create table assessment.goal (
  district_id int not null,
  unit_id int not null,
  indicator text not null,
  version int not null,
  direction text not null check (direction in ('at-least', 'at-most')),
  baseline_year smallint,
  baseline_value double precision,
  baseline_numerator bigint,
  baseline_denominator bigint,
  baseline_rule text not null,
  steps jsonb not null,
  basis text not null,
  reason text not null,
  ended boolean not null,
  account_id uuid not null,
  actor_name text not null,
  set_at timestamptz not null,
  primary key (district_id, unit_id, indicator, version)
);
select platform.distribute('assessment.goal');
grant select, insert on assessment.goal to yanzhen_app;

-- What the office says about a figure that makes a reader wonder: a jump, a target below what is there, rules that exclude each
-- other. concern tells which; numbers is what stood there when the words were written. The newest counts, all are kept.
create table assessment.note (
  district_id int not null,
  id uuid not null,
  unit_id int not null,
  indicator text not null,
  concern text not null,
  numbers jsonb not null,
  words text not null,
  account_id uuid not null,
  actor_name text not null,
  written_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('assessment.note');
create index note_by_unit on assessment.note (district_id, unit_id, indicator, concern);
grant select, insert on assessment.note to yanzhen_app;

-- Everyone who reads the figures reads these with them; they are written by who is over the unit.
alter table assessment.goal enable row level security;
create policy goal_read on assessment.goal for select using (true);
create policy goal_set on assessment.goal for insert with check (
  current_setting('app.all', true) = 'on'
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or unit_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
alter table assessment.note enable row level security;
create policy note_read on assessment.note for select using (true);
create policy note_write on assessment.note for insert with check (
  current_setting('app.all', true) = 'on'
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or unit_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
