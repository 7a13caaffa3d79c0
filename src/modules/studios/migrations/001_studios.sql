set local citus.multi_shard_modify_mode to 'sequential';

create schema studios;
grant usage on schema studios to yanzhen_app;

-- A call for studios (遴选): what is wanted, how many, until when. It stands in the district of its cluster, as all that follows.
create table studios.call (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  line text not null check (line in ('名师工作室', '名校长工作室', '特级教师流动站', '骨干教师研修共同体', '银龄名师工作室')),
  title text not null check (title <> ''),
  places smallint not null check (places between 1 and 99),
  from_day date not null,
  until_day date not null,
  conditions text not null default '',
  written_at timestamptz not null,
  written_by text not null,
  primary key (district_id, id),
  check (until_day >= from_day)
);
select platform.distribute('studios.call');
create index call_by_cluster on studios.call (district_id, cluster_id, until_day);

-- Whoever wants to host one: a teacher of the register, or, retired, a name alone; with the school at which it would stand.
create table studios.application (
  district_id int not null,
  id uuid not null,
  call_id uuid not null,
  name text not null check (name <> ''),
  field text not null check (field <> ''),
  host_district_id int,
  host_id uuid,
  host_name text not null check (host_name <> ''),
  school_district_id int not null,
  school_id int not null,
  plan text not null check (plan <> ''),
  status text not null check (status in ('待评选', '入选', '未入选', '已撤回')),
  written_at timestamptz not null,
  written_by text not null,
  decided_on date,
  decided_by text,
  decided_why text,
  primary key (district_id, id),
  check ((host_id is null) = (host_district_id is null)),
  check ((decided_on is null) = (decided_by is null))
);
select platform.distribute('studios.application');
alter table studios.application add constraint application_call foreign key (district_id, call_id) references studios.call (district_id, id);
create index application_by_call on studios.application (district_id, call_id);

-- A studio (工作室) with its host. In each school year in which it works it is a row of the ledger too: teaching_research.studio.
create table studios.studio (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  application_id uuid,
  line text not null check (line in ('名师工作室', '名校长工作室', '特级教师流动站', '骨干教师研修共同体', '银龄名师工作室')),
  kind text not null check (kind in ('区名师工作室', '市名校长名师培养', '学区工作室')),
  name text not null check (name <> ''),
  pinyin text not null,
  field text not null check (field <> ''),
  host_district_id int,
  host_id uuid,
  host_name text not null check (host_name <> ''),
  school_district_id int not null,
  school_id int not null,
  about text not null default '',
  from_day date not null,
  until_day date not null,
  ended_on date,
  ended_why text,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district_id, id),
  check (until_day >= from_day),
  check ((host_id is null) = (host_district_id is null)),
  check ((ended_on is null) = (ended_why is null))
);
select platform.distribute('studios.studio');
create unique index studio_name on studios.studio (district_id, cluster_id, name);
create unique index studio_of_application on studios.studio (district_id, application_id) where application_id is not null;
create index studio_by_host on studios.studio (district_id, host_id);

-- Who learns in it, from one day to another; the school is the teacher's when they came.
create table studios.member (
  district_id int not null,
  id uuid not null,
  studio_id uuid not null,
  teacher_district_id int not null,
  teacher_id uuid not null,
  school_id int not null,
  from_day date not null,
  until_day date,
  primary key (district_id, id)
);
select platform.distribute('studios.member');
alter table studios.member add constraint member_studio foreign key (district_id, studio_id) references studios.studio (district_id, id);
create unique index member_now on studios.member (district_id, studio_id, teacher_id) where until_day is null;
create index member_by_teacher on studios.member (district_id, teacher_id);

-- What a studio means to do in a school year, and what shows that it did: something on the platform, an address, or a file.
create table studios.task (
  district_id int not null,
  id uuid not null,
  studio_id uuid not null,
  school_year smallint not null,
  what text not null check (what <> ''),
  due_on date not null,
  done_on date,
  done_by text,
  proof_kind text check (proof_kind in ('教研活动', '课程', '研修课程', '网页', '文件', '说明')),
  proof_title text,
  proof_address text,
  file_id uuid,
  primary key (district_id, id),
  check ((done_on is null) = (done_by is null) and (done_on is null) = (proof_kind is null))
);
select platform.distribute('studios.task');
alter table studios.task add constraint task_studio foreign key (district_id, studio_id) references studios.studio (district_id, id);
create index task_by_studio on studios.task (district_id, studio_id, school_year);

-- How somebody who has nothing to do with it judged a studio's year; once a person and year. What each item weighed is kept.
create table studios.appraisal (
  district_id int not null,
  id uuid not null,
  studio_id uuid not null,
  school_year smallint not null,
  school_id int not null,
  scores jsonb not null,
  score numeric(4, 1) not null check (score between 0 and 100),
  grade text not null check (grade <> ''),
  words text not null check (words <> ''),
  account_id uuid not null,
  appraised_by text not null,
  appraised_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('studios.appraisal');
alter table studios.appraisal add constraint appraisal_studio foreign key (district_id, studio_id) references studios.studio (district_id, id);
create unique index appraisal_once on studios.appraisal (district_id, studio_id, school_year, account_id);

select platform.protect('studios.application', 'school_id');
select platform.protect('studios.studio', 'school_id');
select platform.protect('studios.member', 'school_id');
select platform.protect('studios.appraisal', 'school_id');
grant select, insert, update on studios.call, studios.application, studios.studio, studios.member, studios.appraisal to yanzhen_app;
grant select, insert, update, delete on studios.task to yanzhen_app;
grant delete on studios.member to yanzhen_app;
