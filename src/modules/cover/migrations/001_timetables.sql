set local citus.multi_shard_modify_mode to 'sequential';

create schema cover;
grant usage on schema cover to yanzhen_app;

-- The timetable of a school for a term. A later one of the same term takes its place from its first day on; what held until
-- then stays. week_one is the Monday of the term's first week: odd and even weeks are counted from it.
create table cover.timetable (
  district_id int not null,
  id uuid not null,
  school_id int not null,
  school_year smallint not null,
  term text not null check (term in ('上学期', '下学期')),
  from_day date not null,
  until_day date not null,
  week_one date not null,
  file_name text not null,
  lessons int not null,
  taken_at timestamptz not null,
  taken_by text not null,
  primary key (district_id, id),
  check (until_day >= from_day)
);
select platform.distribute('cover.timetable');
create unique index timetable_from on cover.timetable (district_id, school_id, from_day);

-- A weekly lesson: a teacher, a class by its name, a time. No pupil is named anywhere.
create table cover.lesson (
  district_id int not null,
  id uuid not null,
  timetable_id uuid not null,
  school_id int not null,
  teacher_id uuid not null,
  class_name text not null check (class_name <> ''),
  subject text not null check (subject <> ''),
  weekday smallint not null check (weekday between 1 and 7),
  period smallint not null check (period between 1 and 14),
  weeks text not null check (weeks in ('每周', '单周', '双周')),
  campus_id int,
  primary key (district_id, id)
);
select platform.distribute('cover.lesson');
create index lesson_by_timetable on cover.lesson (district_id, timetable_id);
create index lesson_by_teacher on cover.lesson (district_id, teacher_id);

-- When a school's periods begin and end, where it says so itself.
create table cover.bell (
  district_id int not null,
  school_id int not null,
  period smallint not null check (period between 1 and 14),
  from_time text not null check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  until_time text not null check (until_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  primary key (district_id, school_id, period)
);
select platform.distribute('cover.bell');

-- What was read from a file and waits for a person's yes; cleared away after a day.
create table cover.timetable_draft (
  district_id int not null,
  id uuid not null,
  school_id int not null,
  school_year smallint not null,
  term text not null check (term in ('上学期', '下学期')),
  from_day date not null,
  until_day date not null,
  file_name text not null,
  lessons jsonb not null,
  made_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('cover.timetable_draft');

select platform.protect('cover.timetable', 'school_id');
select platform.protect('cover.lesson', 'school_id');
select platform.protect('cover.timetable_draft', 'school_id');
grant select, insert, update, delete on cover.timetable, cover.lesson, cover.bell, cover.timetable_draft to yanzhen_app;
