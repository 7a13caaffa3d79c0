set local citus.multi_shard_modify_mode to 'sequential';

-- A teacher's standing lessons at another school, from one day to another (both included).
create table cover.post (
  district_id int not null,
  id uuid not null,
  school_id int not null,
  to_school_id int not null,
  teacher_id uuid not null,
  rotation_id uuid,
  form text not null check (form in ('跨校兼课', '走教')),
  school_year smallint not null,
  term text not null check (term in ('上学期', '下学期')),
  from_day date not null,
  until_day date not null,
  week_one date not null,
  settled_until date,
  made_at timestamptz not null,
  made_by text not null,
  primary key (district_id, id),
  check (to_school_id <> school_id),
  check (until_day >= from_day)
);
select platform.distribute('cover.post');
create index post_by_teacher on cover.post (district_id, teacher_id, until_day);
create index post_by_school on cover.post (district_id, school_id, until_day);
create index post_by_receiver on cover.post (district_id, to_school_id, until_day);

create table cover.post_lesson (
  district_id int not null,
  id uuid not null,
  post_id uuid not null,
  school_id int not null,
  to_school_id int not null,
  class_name text not null check (class_name <> ''),
  subject text not null check (subject <> ''),
  weekday smallint not null check (weekday between 1 and 7),
  period smallint not null check (period between 1 and 14),
  weeks text not null check (weeks in ('每周', '单周', '双周')),
  campus_id int,
  primary key (district_id, id)
);
select platform.distribute('cover.post_lesson');
create index post_lesson_by_post on cover.post_lesson (district_id, post_id);

-- A lesson that was given for another school, or in somebody's place: counted for the school that gave and for the one that
-- took. source_id is the gap or the weekly lesson it came from; of one of these there is one a day.
create table cover.given (
  district_id int not null,
  id uuid not null,
  kind text not null check (kind in ('代课', '兼课')),
  source_id uuid not null,
  day date not null,
  period smallint not null,
  school_id int not null,
  to_school_id int not null,
  teacher_id uuid not null,
  school_year smallint not null,
  term text not null check (term in ('上学期', '下学期')),
  class_name text not null,
  subject text not null,
  state text not null check (state in ('已确认', '有异议')),
  contest text,
  confirmed_at timestamptz not null,
  confirmed_by text,
  primary key (district_id, id),
  check ((state = '有异议') = (contest is not null))
);
select platform.distribute('cover.given');
create unique index given_once on cover.given (district_id, source_id, day);
create index given_by_giver on cover.given (district_id, school_id, school_year);
create index given_by_taker on cover.given (district_id, to_school_id, school_year);

select platform.protect('cover.post', 'school_id', 'to_school_id');
select platform.protect('cover.post_lesson', 'school_id', 'to_school_id');
select platform.protect('cover.given', 'school_id', 'to_school_id');
grant select, insert, update on cover.post, cover.given to yanzhen_app;
grant select, insert on cover.post_lesson to yanzhen_app;
