set local citus.multi_shard_modify_mode to 'sequential';

create schema courses;
grant usage on schema courses to yanzhen_app;

create table courses.course (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  code text not null,
  name text not null,
  stage text check (stage in ('学前', '小学', '初中', '高中', '中职', '社区')),
  school_id int not null,
  partner_school_ids int[] not null default '{}',
  co_built boolean not null,
  featured boolean not null,
  exported boolean not null,
  benefiting_students int not null default 0 check (benefiting_students >= 0),
  import_id uuid,
  source_row int,
  primary key (district_id, id)
);
select platform.distribute('courses.course');
create unique index course_key on courses.course (district_id, cluster_id, school_year, code);
create index course_by_school on courses.course (district_id, school_id, school_year);
grant select, insert, update, delete on courses.course to yanzhen_app;
