set local citus.multi_shard_modify_mode to 'sequential';

-- Teachers of a field across schools (学科教研联合体). It stands in the district of its cluster; its schools and convenors may
-- be of another.
create table teaching_research.research_union (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  name text not null check (name <> ''),
  pinyin text not null,
  stages text[] not null,
  field text not null check (field <> ''),
  since_day date not null,
  until_day date,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district_id, id),
  check (until_day >= since_day)
);
select platform.distribute('teaching_research.research_union');
create unique index research_union_name on teaching_research.research_union (district_id, cluster_id, name);

-- Which schools are in it, from one day to another: a row for each stay.
create table teaching_research.union_school (
  district_id int not null,
  id uuid not null,
  union_id uuid not null,
  school_id int not null,
  from_day date not null,
  until_day date,
  primary key (district_id, id)
);
select platform.distribute('teaching_research.union_school');
alter table teaching_research.union_school add constraint union_school_union foreign key (district_id, union_id) references teaching_research.research_union (district_id, id);
create unique index union_school_now on teaching_research.union_school (district_id, union_id, school_id) where until_day is null;

-- Who convenes it, from one day to another; the school is the teacher's at that time.
create table teaching_research.union_convenor (
  district_id int not null,
  id uuid not null,
  union_id uuid not null,
  teacher_district_id int not null,
  teacher_id uuid not null,
  school_id int not null,
  from_day date not null,
  until_day date,
  primary key (district_id, id)
);
select platform.distribute('teaching_research.union_convenor');
alter table teaching_research.union_convenor add constraint union_convenor_union foreign key (district_id, union_id) references teaching_research.research_union (district_id, id);
create unique index union_convenor_now on teaching_research.union_convenor (district_id, union_id) where until_day is null;
create index union_convenor_by_teacher on teaching_research.union_convenor (district_id, teacher_id);

select platform.protect('teaching_research.union_convenor', 'school_id');
grant select, insert, update, delete on teaching_research.research_union, teaching_research.union_school, teaching_research.union_convenor to yanzhen_app;
