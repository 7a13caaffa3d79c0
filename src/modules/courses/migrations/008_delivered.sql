set local citus.multi_shard_modify_mode to 'sequential';

-- What was taught for other schools and is over: a row for each class that took part. `course_key` tells a course from another
-- within a school; `sessions` counts those at which the class's school was present.
create table courses.delivered (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  offering_id uuid not null,
  school_id int not null,
  school_year smallint not null,
  term text not null check (term in ('上学期', '下学期')),
  entry_id uuid,
  course_key text not null check (course_key <> ''),
  name text not null check (name <> ''),
  stage text,
  user_school_id int not null,
  grade text not null,
  class_name text not null,
  head_count int not null check (head_count > 0),
  sessions int not null check (sessions >= 0),
  primary key (district_id, id)
);
select platform.distribute('courses.delivered');
create index delivered_by_school on courses.delivered (district_id, school_id, school_year);
create index delivered_by_offering on courses.delivered (district_id, offering_id);
grant select, insert, delete on courses.delivered to yanzhen_app;
