set local citus.multi_shard_modify_mode to 'sequential';

-- An activity for pupils or families, at the school that hosts it; the cluster may be who runs it.
create table pupil_services.activity (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_id int not null,
  school_year smallint not null,
  run_by text not null check (run_by in ('学区', '学校')),
  kind text not null check (kind in ('家长学校', '家庭教育指导', '课后服务', '社团活动', '综合实践', '展示交流', '竞赛', '心理健康工作坊')),
  title text not null check (title <> ''),
  form text not null check (form in ('线下', '线上')),
  from_day date not null,
  until_day date not null,
  place text not null default '',
  news text not null default '',
  changed_at timestamptz not null,
  primary key (district_id, id),
  check (until_day >= from_day)
);
select platform.distribute('pupil_services.activity');
create index activity_by_cluster on pupil_services.activity (district_id, cluster_id, school_year);
create index activity_by_school on pupil_services.activity (district_id, school_id, school_year);

-- Who took part, school by school, in numbers alone.
create table pupil_services.part (
  district_id int not null,
  activity_id uuid not null,
  school_id int not null,
  pupils int not null default 0 check (pupils between 0 and 99999),
  families int not null default 0 check (families between 0 and 99999),
  teachers int not null default 0 check (teachers between 0 and 9999),
  awards int not null default 0 check (awards between 0 and 9999),
  primary key (district_id, activity_id, school_id)
);
select platform.distribute('pupil_services.part');
alter table pupil_services.part add constraint part_activity foreign key (district_id, activity_id) references pupil_services.activity (district_id, id) on delete cascade;
create index part_by_school on pupil_services.part (district_id, school_id);
grant select, insert, update, delete on pupil_services.activity, pupil_services.part to yanzhen_app;
