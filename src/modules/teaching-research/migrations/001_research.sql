set local citus.multi_shard_modify_mode to 'sequential';

create schema teaching_research;
grant usage on schema teaching_research to yanzhen_app;

create table teaching_research.studio (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  kind text not null check (kind in ('区名师工作室', '市名校长名师培养', '学区工作室')),
  name text not null,
  school_id int not null,
  import_id uuid,
  source_row int,
  primary key (district_id, id)
);
select platform.distribute('teaching_research.studio');
create unique index studio_key on teaching_research.studio (district_id, cluster_id, school_year, kind, name);
create index studio_by_school on teaching_research.studio (district_id, school_id, school_year);
grant select, insert, update, delete on teaching_research.studio to yanzhen_app;

-- row_key tells rows without a key of their own apart: the content's hash and which of its equals it is.
create table teaching_research.activity (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  row_key text not null,
  held_on date not null,
  union_name text not null,
  theme text not null,
  form text not null check (form in ('合作教研', '公开教学')),
  school_id int not null,
  lecturer_id uuid,
  import_id uuid,
  source_row int,
  primary key (district_id, id)
);
select platform.distribute('teaching_research.activity');
create unique index activity_key on teaching_research.activity (district_id, cluster_id, school_year, row_key);
create index activity_by_school on teaching_research.activity (district_id, school_id, school_year);
grant select, insert, update, delete on teaching_research.activity to yanzhen_app;

create table teaching_research.mentoring (
  district_id int not null,
  id uuid not null,
  school_year smallint not null,
  mentor_id uuid not null,
  mentor_school_id int not null,
  mentee_id uuid not null,
  school_id int not null,
  subject text,
  cluster_id int not null,
  import_id uuid,
  source_row int,
  primary key (district_id, id)
);
select platform.distribute('teaching_research.mentoring');
create unique index mentoring_key on teaching_research.mentoring (district_id, school_year, mentor_id, mentee_id);
create index mentoring_by_school on teaching_research.mentoring (district_id, school_id, school_year);

select platform.protect('teaching_research.activity', 'school_id');
select platform.protect('teaching_research.mentoring', 'school_id', 'mentor_school_id');
grant select, insert, update, delete on teaching_research.mentoring to yanzhen_app;
