set local citus.multi_shard_modify_mode to 'sequential';

create schema people;
grant usage on schema people to yanzhen_app;

-- A teacher as the register of one school year has them: title, backbone level and school are facts of that year,
-- so later years never change what a past year said. teacher_id holds the years of one person together.
create table people.teacher_year (
  district_id int not null,
  teacher_id uuid not null,
  school_year smallint not null,
  school_id int not null,
  staff_no text not null check (staff_no <> ''),
  name text not null check (name <> ''),
  pinyin text not null,
  initials text not null,
  gender text check (gender in ('男', '女')),
  born_on date,
  stage text check (stage in ('学前', '小学', '初中', '高中', '中职', '社区')),
  subject text,
  title text check (title in ('正高级教师', '高级教师', '一级教师', '二级教师', '三级教师', '未评')),
  backbone text check (backbone in ('市骨干', '区骨干', '区后备', '区新秀', '校骨干')),
  subject_leader text check (subject_leader in ('市学科带头人', '区学科带头人')),
  joined_on date,
  declared_eligible boolean,
  eligible boolean not null,
  eligible_reason text not null,
  import_id uuid,
  source_row int,
  primary key (district_id, teacher_id, school_year)
);
select platform.distribute('people.teacher_year');
create unique index teacher_year_staff_no on people.teacher_year (district_id, staff_no, school_year);
create index teacher_year_by_school on people.teacher_year (district_id, school_id, school_year) include (teacher_id, backbone, subject_leader, title, eligible);

select platform.protect('people.teacher_year', 'school_id');
grant select, insert, update, delete on people.teacher_year to yanzhen_app;
