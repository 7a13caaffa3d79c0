set local citus.multi_shard_modify_mode to 'sequential';

create schema mobility;
grant usage on schema mobility to yanzhen_app;

-- A rotation belongs to the school year in which it starts, and to the school where the teacher is at home that year.
create table mobility.rotation (
  district_id int not null,
  id uuid not null,
  school_year smallint not null,
  teacher_id uuid not null,
  school_id int not null,
  from_school_id int not null,
  to_school_id int not null,
  form text not null check (form in ('定期交流', '跨校兼课', '互补代课', '学区带教', '组团流动', '走教')),
  start_on date not null,
  end_on date,
  group_no text,
  status text not null check (status in ('拟定', '已批准', '已生效', '已结束', '已撤销')),
  cluster_id int not null,
  import_id uuid,
  source_row int,
  primary key (district_id, id),
  check (to_school_id <> from_school_id),
  check (end_on is null or end_on >= start_on)
);
select platform.distribute('mobility.rotation');
create unique index rotation_key on mobility.rotation (district_id, teacher_id, to_school_id, start_on);
create index rotation_by_school on mobility.rotation (district_id, school_id, school_year);

select platform.protect('mobility.rotation', 'school_id', 'to_school_id');
grant select, insert, update, delete on mobility.rotation to yanzhen_app;
