set local citus.multi_shard_modify_mode to 'sequential';

-- How an office finds somebody: how fast one travels between campuses, and in which way people are asked.
create table cover.rule (
  district_id int not null,
  cluster_id int not null,
  speed_kmh smallint not null check (speed_kmh between 3 and 60),
  buffer_minutes smallint not null check (buffer_minutes between 0 and 120),
  ask_mode text not null check (ask_mode in ('逐个', '同时')),
  ask_count smallint not null check (ask_count between 1 and 10),
  wait_minutes smallint not null check (wait_minutes between 1 and 600),
  primary key (district_id, cluster_id)
);
select platform.distribute('cover.rule');

-- A teacher is away for some lessons. Why stands apart: others are told that somebody is needed, not why.
create table cover.absence (
  district_id int not null,
  id uuid not null,
  school_id int not null,
  teacher_id uuid not null,
  from_day date not null,
  until_day date not null,
  reported_at timestamptz not null,
  reported_by text not null,
  account_id uuid not null,
  withdrawn_at timestamptz,
  primary key (district_id, id),
  check (until_day >= from_day)
);
select platform.distribute('cover.absence');
create index absence_by_teacher on cover.absence (district_id, teacher_id, until_day);

create table cover.absence_reason (
  district_id int not null,
  absence_id uuid not null,
  school_id int not null,
  account_id uuid not null,
  reason text not null check (reason in ('病假', '事假', '公务', '培训', '其他')),
  primary key (district_id, absence_id)
);
select platform.distribute('cover.absence_reason');

-- One lesson of one day that somebody else is to give. The state is where first come, first served is decided: whoever
-- moves it from 'asking' has it, and nobody after them.
create table cover.gap (
  district_id int not null,
  id uuid not null,
  absence_id uuid not null,
  school_id int not null,
  cluster_id int not null,
  school_year smallint not null,
  term text not null check (term in ('上学期', '下学期')),
  teacher_id uuid not null,
  day date not null,
  period smallint not null,
  from_time text not null,
  until_time text not null,
  class_name text not null,
  subject text not null,
  campus_id int,
  state text not null check (state in ('asking', 'nobody', 'taken', 'own', 'withdrawn')),
  taken_teacher_id uuid,
  taken_school_id int,
  taken_at timestamptz,
  assigned_by text,
  note text,
  primary key (district_id, id),
  check ((state = 'taken') = (taken_teacher_id is not null and taken_school_id is not null))
);
select platform.distribute('cover.gap');
create unique index gap_once on cover.gap (district_id, teacher_id, day, period) where state <> 'withdrawn';
create index gap_by_school on cover.gap (district_id, school_id, day);
create index gap_by_taker on cover.gap (district_id, taken_teacher_id, day) where taken_teacher_id is not null;

-- Who is asked, in which order. asked_at is null until it is their turn; no answer after due_at: the next one's turn.
create table cover.ask (
  district_id int not null,
  id uuid not null,
  gap_id uuid not null,
  school_id int not null,
  teacher_id uuid not null,
  teacher_school_id int not null,
  rank smallint not null,
  why text not null,
  asked_at timestamptz,
  due_at timestamptz,
  answer text check (answer in ('yes', 'no', 'late', 'gone')),
  answered_at timestamptz,
  primary key (district_id, id)
);
select platform.distribute('cover.ask');
create unique index ask_once on cover.ask (district_id, gap_id, teacher_id);
create index ask_by_teacher on cover.ask (district_id, teacher_id) where asked_at is not null;

select platform.protect('cover.absence', 'school_id');
select platform.protect('cover.gap', 'school_id', 'taken_school_id');
select platform.protect('cover.ask', 'school_id', 'teacher_school_id');
-- Behind the wall the reason is found by the school's own leadership, and by who wrote it down.
alter table cover.absence_reason enable row level security;
create policy seen on cover.absence_reason using (
  school_id = any (nullif(current_setting('app.unit_ids', true), '')::int[])
  or account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select, insert, update on cover.rule, cover.absence, cover.gap, cover.ask to yanzhen_app;
grant delete on cover.ask to yanzhen_app;
grant select, insert on cover.absence_reason to yanzhen_app;
