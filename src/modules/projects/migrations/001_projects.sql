set local citus.multi_shard_modify_mode to 'sequential';

create schema projects;
grant usage on schema projects to yanzhen_app;

-- A research project (课题) of teachers of a cluster. It stands in the district of its cluster.
create table projects.project (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  title text not null check (title <> ''),
  pinyin text not null,
  level text not null check (level in ('国家级', '市级', '区级', '学区级', '校级')),
  number text not null default '',
  about text not null default '',
  head_district_id int not null,
  head_id uuid not null,
  school_id int not null,
  from_day date not null,
  until_day date not null,
  closed_on date,
  closed_as text check (closed_as in ('结题', '终止')),
  closed_why text,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district_id, id),
  check (until_day >= from_day),
  check ((closed_on is null) = (closed_as is null))
);
select platform.distribute('projects.project');
create index project_by_cluster on projects.project (district_id, cluster_id);
create index project_by_head on projects.project (district_id, head_id);

-- Who works on it beside its head, from one day to another; the school is the teacher's when they joined.
create table projects.member (
  district_id int not null,
  id uuid not null,
  project_id uuid not null,
  teacher_district_id int not null,
  teacher_id uuid not null,
  school_id int not null,
  from_day date not null,
  until_day date,
  primary key (district_id, id)
);
select platform.distribute('projects.member');
alter table projects.member add constraint member_project foreign key (district_id, project_id) references projects.project (district_id, id);
create unique index member_now on projects.member (district_id, project_id, teacher_id) where until_day is null;
create index member_by_teacher on projects.member (district_id, teacher_id);

-- 开题, 中期, 结题, and what the project sets itself: until when, and what shows that it was reached.
create table projects.milestone (
  district_id int not null,
  id uuid not null,
  project_id uuid not null,
  title text not null check (title <> ''),
  due_on date not null,
  set_at timestamptz not null,
  done_on date,
  done_by text,
  words text not null default '',
  address text,
  file_id uuid,
  primary key (district_id, id),
  check ((done_on is null) = (done_by is null))
);
select platform.distribute('projects.milestone');
alter table projects.milestone add constraint milestone_project foreign key (district_id, project_id) references projects.project (district_id, id);
create index milestone_by_project on projects.milestone (district_id, project_id, due_on);

select platform.protect('projects.project', 'school_id');
select platform.protect('projects.member', 'school_id');
grant select, insert, update on projects.project to yanzhen_app;
grant select, insert, update, delete on projects.member, projects.milestone to yanzhen_app;
