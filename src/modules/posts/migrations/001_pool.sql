set local citus.multi_shard_modify_mode to 'sequential';

create schema posts;
grant usage on schema posts to yanzhen_app;

-- Who was proposed for the reserve pool of backbone teachers (骨干教师蓄水池), who is in it and who left: a row for each stay. Stage,
-- subject and level are those of the register when the teacher was proposed.
create table posts.pool_member (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_id int not null,
  teacher_id uuid not null,
  school_year smallint not null,
  stage text,
  subject text,
  level text,
  status text not null check (status in ('待定', '在池', '未入池', '已出池')),
  proposed_on date not null,
  proposed_by text not null,
  proposed_words text,
  decided_on date,
  decided_by text,
  decided_words text,
  since_day date,
  until_day date,
  left_on date,
  left_why text,
  left_by text,
  primary key (district_id, id),
  check (status not in ('在池', '已出池') or since_day is not null),
  check (until_day >= since_day),
  check (left_on >= since_day)
);
select platform.distribute('posts.pool_member');
create unique index pool_member_open on posts.pool_member (district_id, cluster_id, teacher_id) where status in ('待定', '在池');
create index pool_member_by_cluster on posts.pool_member (district_id, cluster_id, school_year);
create index pool_member_by_teacher on posts.pool_member (district_id, teacher_id);

-- What a member of the pool took on: 带教, 领衔 …
create table posts.pool_task (
  district_id int not null,
  id uuid not null,
  member_id uuid not null,
  school_id int not null,
  kind text not null check (kind in ('带教', '领衔', '送教', '其他')),
  what text not null check (what <> ''),
  from_day date not null,
  until_day date,
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (district_id, id),
  check (until_day >= from_day)
);
select platform.distribute('posts.pool_task');
alter table posts.pool_task add constraint pool_task_member foreign key (district_id, member_id) references posts.pool_member (district_id, id);
create index pool_task_by_member on posts.pool_task (district_id, member_id);

select platform.protect('posts.pool_member', 'school_id');
select platform.protect('posts.pool_task', 'school_id');
grant select, insert, update on posts.pool_member to yanzhen_app;
grant select, insert, delete on posts.pool_task to yanzhen_app;
