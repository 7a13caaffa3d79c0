set local citus.multi_shard_modify_mode to 'sequential';

create schema rotation_planning;
grant usage on schema rotation_planning to yanzhen_app;

-- What a person says of the own year is read by those over the cluster or the school, and by nobody beside them; the
-- teachers' own eyes are let in by the routes.
create function rotation_planning.keep_close(table_name text, variadic unit_columns text[]) returns void language plpgsql as
$$ declare
  unit_column text;
  condition text := format('current_setting(''app.all'', true) = ''on'' or district_id = any (%s)', platform.setting_ids('app.district_ids'));
begin
  foreach unit_column in array unit_columns loop
    condition := condition || format(' or %I = any (%s)', unit_column, platform.setting_ids('app.unit_ids'));
  end loop;
  execute format('alter table %s enable row level security', table_name);
  execute format('create policy led on %s using (%s)', table_name, condition);
end $$;

-- 轮岗工作: a cluster plans the rotation of one school year. It asks teachers and schools until a day, is closed, opened again.
create table rotation_planning.season (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  wishes_due date not null,
  needs_due date not null,
  note text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  reopen_reason text,
  primary key (district_id, id)
);
select platform.distribute('rotation_planning.season');
create unique index season_of_year on rotation_planning.season (district_id, cluster_id, school_year);
grant select, insert, update (wishes_due, needs_due, note, closed_at, reopen_reason) on rotation_planning.season to yanzhen_app;

-- What a teacher wishes: one row a season, changed until the day. ranked: schools, the dearest first.
create table rotation_planning.wish (
  district_id int not null,
  season_id uuid not null,
  teacher_id uuid not null,
  cluster_id int not null,
  school_id int not null,
  attitude text not null check (attitude in ('willing', 'neutral', 'reluctant', 'refuses')),
  why text,
  ranked int[] not null,
  note text,
  stated_at timestamptz not null,
  stated_by text not null,
  on_behalf boolean not null,
  primary key (district_id, season_id, teacher_id)
);
select platform.distribute('rotation_planning.wish');
alter table rotation_planning.wish add constraint wish_season foreign key (district_id, season_id) references rotation_planning.season (district_id, id);

-- A reason that exempts, as a teacher puts it forward. Confirmed, it is an exemption of the register; this remains as the way
-- that led there.
create table rotation_planning.request (
  district_id int not null,
  id uuid not null,
  season_id uuid not null,
  teacher_id uuid not null,
  cluster_id int not null,
  school_id int not null,
  kind text not null check (kind <> ''),
  from_day date not null,
  until_day date not null,
  note text,
  proof_sha256 text,
  proof_name text,
  proof_type text,
  asked_at timestamptz not null,
  answer text check (answer in ('confirmed', 'declined', 'withdrawn')),
  answer_words text,
  answered_at timestamptz,
  answered_by text,
  exemption_id uuid,
  primary key (district_id, id),
  check (until_day >= from_day)
);
select platform.distribute('rotation_planning.request');
alter table rotation_planning.request add constraint request_season foreign key (district_id, season_id) references rotation_planning.season (district_id, id);
create index request_by_season on rotation_planning.request (district_id, season_id, school_id);

-- A season names no person and may be read by everybody; it is opened and changed by who is over the cluster.
alter table rotation_planning.season enable row level security;
create policy season_read on rotation_planning.season for select using (true);
create policy season_kept on rotation_planning.season using (
  current_setting('app.all', true) = 'on'
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or cluster_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
select rotation_planning.keep_close('rotation_planning.wish', 'cluster_id', 'school_id');
select rotation_planning.keep_close('rotation_planning.request', 'cluster_id', 'school_id');
grant select, insert, update on rotation_planning.wish, rotation_planning.request to yanzhen_app;
