set local citus.multi_shard_modify_mode to 'sequential';

create schema delivery;
grant usage on schema delivery to yanzhen_app;
create extension if not exists btree_gist;

-- A course that one school teaches for others: it lies in the district of the school that gives it.
create table delivery.offering (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_id int not null,
  -- The course of the repository, where there is one.
  entry_id uuid,
  course text not null check (course <> ''),
  stage text not null check (stage in ('学前', '小学', '初中', '高中', '中职', '长者')),
  subject text not null default '',
  school_year smallint not null,
  term text not null check (term in ('上学期', '下学期')),
  mode text not null check (mode in ('教师走教', '学生走校', '信息化同步教学')),
  about text not null default '',
  places int not null check (places between 1 and 5000),
  enrol_until date not null,
  state text not null check (state in ('草稿', '已发布', '已结课', '已撤回')),
  why text not null default '',
  written_at timestamptz not null,
  written_by text not null,
  published_at timestamptz,
  completed_at timestamptz,
  primary key (district_id, id)
);
select platform.distribute('delivery.offering');
create index offering_by_cluster on delivery.offering (district_id, cluster_id, school_year);
create index offering_by_school on delivery.offering (district_id, school_id, school_year);

-- Who teaches it.
create table delivery.lecturer (
  district_id int not null,
  offering_id uuid not null,
  teacher_id uuid not null,
  school_id int not null,
  primary key (district_id, offering_id, teacher_id)
);
select platform.distribute('delivery.lecturer');
alter table delivery.lecturer add constraint lecturer_of_offering
  foreign key (district_id, offering_id) references delivery.offering (district_id, id) on delete cascade;
create index lecturer_by_teacher on delivery.lecturer (district_id, teacher_id);

-- When and where, as it was written: every week on the weekday of its first day, or on that day alone. school_id is where it is.
create table delivery.slot (
  district_id int not null,
  offering_id uuid not null,
  place smallint not null,
  from_day date not null,
  until_day date not null,
  skip text[] not null default '{}',
  from_time text not null check (from_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  until_time text not null check (until_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  school_id int not null,
  venue_id uuid,
  room text not null default '',
  primary key (district_id, offering_id, place),
  check (until_day >= from_day),
  check (until_time > from_time)
);
select platform.distribute('delivery.slot');
alter table delivery.slot add constraint slot_of_offering
  foreign key (district_id, offering_id) references delivery.offering (district_id, id) on delete cascade;

-- Which schools may enrol, and how many pupils each; without a line every member may.
create table delivery.share (
  district_id int not null,
  offering_id uuid not null,
  school_id int not null,
  places int not null check (places between 1 and 5000),
  primary key (district_id, offering_id, school_id)
);
select platform.distribute('delivery.share');
alter table delivery.share add constraint share_of_offering
  foreign key (district_id, offering_id) references delivery.offering (district_id, id) on delete cascade;

-- One time of an offering. A room of the register has its booking.
create table delivery.session (
  district_id int not null,
  id uuid not null,
  offering_id uuid not null,
  school_id int not null,
  venue_id uuid,
  booking_id uuid,
  room text not null default '',
  from_at timestamptz not null,
  until_at timestamptz not null,
  state text not null check (state in ('待上', '已上', '未上')),
  why text not null default '',
  said_at timestamptz,
  said_by text,
  primary key (district_id, id),
  check (until_at > from_at),
  check (state <> '未上' or why <> ''),
  check ((state = '待上') = (said_at is null))
);
select platform.distribute('delivery.session');
alter table delivery.session add constraint session_of_offering
  foreign key (district_id, offering_id) references delivery.offering (district_id, id) on delete cascade;
create index session_by_offering on delivery.session (district_id, offering_id, from_at);
create index session_by_school on delivery.session (district_id, school_id, from_at);

-- How many pupils of a school were at a session that was held.
create table delivery.present (
  district_id int not null,
  session_id uuid not null,
  school_id int not null,
  people int not null check (people between 0 and 5000),
  primary key (district_id, session_id, school_id)
);
select platform.distribute('delivery.present');
alter table delivery.present add constraint present_at_session
  foreign key (district_id, session_id) references delivery.session (district_id, id) on delete cascade;

-- Where a teacher is: the database itself lets no two of one teacher meet. The way between two is judged before, under a lock.
create table delivery.hold (
  district_id int not null,
  session_id uuid not null,
  teacher_id uuid not null,
  school_id int not null,
  during tstzrange not null check (not isempty(during)),
  primary key (district_id, session_id, teacher_id),
  constraint never_in_two_places exclude using gist (district_id with =, teacher_id with =, during with &&)
);
select platform.distribute('delivery.hold');
alter table delivery.hold add constraint hold_of_session
  foreign key (district_id, session_id) references delivery.session (district_id, id) on delete cascade;

-- A class that takes part: how many pupils, and none of them named.
create table delivery.enrolment (
  district_id int not null,
  offering_id uuid not null,
  school_id int not null,
  grade text not null check (grade <> ''),
  class_name text not null check (class_name <> ''),
  head_count int not null check (head_count between 1 and 500),
  room text not null default '',
  enrolled_at timestamptz not null,
  enrolled_by text not null,
  primary key (district_id, offering_id, school_id, grade, class_name)
);
select platform.distribute('delivery.enrolment');
alter table delivery.enrolment add constraint enrolment_of_offering
  foreign key (district_id, offering_id) references delivery.offering (district_id, id) on delete cascade;

select platform.protect('delivery.lecturer', 'school_id');
select platform.protect('delivery.hold', 'school_id');
grant select, insert, update, delete on delivery.offering, delivery.lecturer, delivery.slot, delivery.share, delivery.session,
  delivery.present, delivery.hold, delivery.enrolment to yanzhen_app;
