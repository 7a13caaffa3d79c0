set local citus.multi_shard_modify_mode to 'sequential';

-- The classes of a school in a school year, by the names they go by; no pupil and no teacher stands here.
create table organizations.school_class (
  district_id int not null,
  school_id int not null,
  school_year smallint not null,
  name text not null check (name <> ''),
  grade text check (grade in ('小班', '中班', '大班', '一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '七年级', '八年级', '九年级', '高一', '高二', '高三')),
  import_id uuid,
  source_row int,
  primary key (district_id, school_id, school_year, name)
);
select platform.distribute('organizations.school_class');
create index school_class_by_import on organizations.school_class (import_id);
select platform.protect('organizations.school_class', 'school_id');
grant select, insert, update, delete on organizations.school_class to yanzhen_app;
