set local citus.multi_shard_modify_mode to 'sequential';

create schema training;
grant usage on schema training to yanzhen_app;

-- A course that a school, a cluster or group, or a district holds for teachers; who holds it says its tier. Its hours are those of
-- its sessions.
create table training.course (
  district_id int not null,
  id uuid not null,
  unit_id int not null,
  tier text not null check (tier in ('区级', '学区集团', '校本')),
  school_year smallint not null,
  title text not null check (title <> ''),
  field text not null check (field <> ''),
  stage text,
  subject text,
  words text,
  capacity int check (capacity between 1 and 5000),
  made_at timestamptz not null,
  made_by text not null,
  primary key (district_id, id)
);
select platform.distribute('training.course');
create index course_by_unit on training.course (district_id, unit_id, school_year);

create table training.session (
  district_id int not null,
  id uuid not null,
  course_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  hours double precision not null check (hours > 0 and hours <= 24),
  place text not null check (place <> ''),
  trainer text not null default '',
  primary key (district_id, id),
  check (ends_at > starts_at)
);
select platform.distribute('training.session');
alter table training.session add constraint session_course foreign key (district_id, course_id) references training.course (district_id, id) on delete cascade;
create index session_by_course on training.session (district_id, course_id, starts_at);

-- Who takes part, with the sessions that they came to.
create table training.enrolment (
  district_id int not null,
  id uuid not null,
  course_id uuid not null,
  school_id int not null,
  teacher_id uuid not null,
  attended uuid[] not null default '{}',
  enrolled_at timestamptz not null,
  enrolled_by text not null,
  primary key (district_id, id)
);
select platform.distribute('training.enrolment');
alter table training.enrolment add constraint enrolment_course foreign key (district_id, course_id) references training.course (district_id, id);
create unique index enrolment_key on training.enrolment (district_id, course_id, teacher_id);
create index enrolment_by_teacher on training.enrolment (district_id, teacher_id);

-- A cluster declares a course that is over; the district recognises it and decides as which tier it counts, or gives it back. One that
-- was given back may be declared anew: each time is a row.
create table training.declaration (
  district_id int not null,
  id uuid not null,
  course_id uuid not null,
  state text not null check (state in ('已申报', '已认定', '已退回')),
  hours double precision not null,
  people int not null,
  declared_at timestamptz not null,
  declared_by text not null,
  counts_as text,
  reason text,
  number text,
  decided_at timestamptz,
  decided_by text,
  primary key (district_id, id),
  check ((state = '已申报') = (decided_at is null)),
  check ((state = '已认定') = (counts_as is not null))
);
select platform.distribute('training.declaration');
alter table training.declaration add constraint declaration_course foreign key (district_id, course_id) references training.course (district_id, id);
create unique index declaration_open on training.declaration (district_id, course_id) where state <> '已退回';

-- What a teacher earned, in hundredths of a credit: once for each course, or entered by the school for what was held elsewhere.
create table training.credit (
  district_id int not null,
  id uuid not null,
  school_id int not null,
  teacher_id uuid not null,
  course_id uuid,
  tier text not null,
  field text not null,
  hundredths int not null check (hundredths > 0),
  earned_on date not null,
  title text not null check (title <> ''),
  evidence text not null default '',
  code text,
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (district_id, id),
  check ((course_id is null) = (code is null))
);
select platform.distribute('training.credit');
alter table training.credit add constraint credit_course foreign key (district_id, course_id) references training.course (district_id, id);
create unique index credit_of_course on training.credit (district_id, course_id, teacher_id) where course_id is not null;
create unique index credit_code on training.credit (district_id, code) where code is not null;
create index credit_by_teacher on training.credit (district_id, teacher_id, earned_on);
create index credit_by_school on training.credit (district_id, school_id, earned_on) where course_id is null;

-- What the plan in force in a district asks, as its policy pack says: here it meets the credits.
create table training.plan_cell (
  district_id int not null,
  plan_from date not null,
  plan_until date not null,
  tier text not null,
  field text not null,
  hundredths int not null,
  primary key (district_id, plan_from, tier, field)
);
select platform.distribute('training.plan_cell');

-- The credits of a teacher in a plan, kept by every change: all of them, and those that count towards it (what one cell has too much
-- of fills no other). cells: '区级/知识技能' to hundredths. The school is that of the latest credit.
create table training.teacher_credit (
  district_id int not null,
  teacher_id uuid not null,
  plan_from date not null,
  school_id int not null,
  total int not null,
  counted int not null,
  credits int not null,
  cells jsonb not null,
  primary key (district_id, teacher_id, plan_from)
);
select platform.distribute('training.teacher_credit');

select platform.protect('training.enrolment', 'school_id');
select platform.protect('training.credit', 'school_id');
select platform.protect('training.teacher_credit', 'school_id');
grant select, insert, update, delete on training.course, training.session, training.enrolment, training.declaration, training.credit to yanzhen_app;
grant select on training.plan_cell, training.teacher_credit to yanzhen_app;
