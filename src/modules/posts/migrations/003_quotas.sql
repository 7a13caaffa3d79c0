set local citus.multi_shard_modify_mode to 'sequential';

-- How many may apply for a senior title in a year, as the district gave it to the cluster. What is allotted never exceeds what was
-- granted: each allotment is one update of this row, which the check refuses.
create table posts.quota (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  title text not null check (title in ('正高级教师', '高级教师')),
  granted int not null default 0,
  allotted int not null default 0,
  primary key (district_id, id),
  constraint quota_kept check (allotted between 0 and granted)
);
select platform.distribute('posts.quota');
create unique index quota_key on posts.quota (district_id, cluster_id, school_year, title);

-- Each document that gave a quota or changed it; append-only.
create table posts.quota_grant (
  district_id int not null,
  id uuid not null,
  quota_id uuid not null,
  n int not null check (n <> 0),
  number text not null check (number <> ''),
  given_on date not null,
  words text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (district_id, id)
);
select platform.distribute('posts.quota_grant');
alter table posts.quota_grant add constraint quota_grant_quota foreign key (district_id, quota_id) references posts.quota (district_id, id);
create index quota_grant_by_quota on posts.quota_grant (district_id, quota_id);

-- A candidate whom a school puts forward. The quota may lie in another district than the school, so there is no key between them.
create table posts.application (
  district_id int not null,
  id uuid not null,
  quota_id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  title text not null,
  school_id int not null,
  teacher_id uuid not null,
  reasons text not null check (reasons <> ''),
  service_years int not null check (service_years >= 0),
  status text not null check (status in ('已申报', '已给名额', '未给名额', '已撤回')),
  result text check (result in ('已通过', '未通过')),
  applied_at timestamptz not null,
  applied_by text not null,
  primary key (district_id, id),
  check (result is null or status = '已给名额')
);
select platform.distribute('posts.application');
create unique index application_open on posts.application (district_id, quota_id, teacher_id) where status <> '已撤回';
create index application_by_cluster on posts.application (district_id, cluster_id, school_year);
create index application_by_teacher on posts.application (district_id, teacher_id);

-- Every change of an application, with who decided; append-only.
create table posts.application_step (
  district_id int not null,
  id uuid not null,
  application_id uuid not null,
  school_id int not null,
  what text not null,
  words text,
  decided_on date,
  decided_by text,
  at timestamptz not null,
  by_name text not null,
  primary key (district_id, id)
);
select platform.distribute('posts.application_step');
alter table posts.application_step add constraint application_step_of foreign key (district_id, application_id) references posts.application (district_id, id);
create index application_step_by_application on posts.application_step (district_id, application_id);

-- Whoever works in the cluster may read how many there are; who is over it says how many.
alter table posts.quota enable row level security;
create policy quota_read on posts.quota for select using (true);
create policy quota_kept_by on posts.quota using (
  current_setting('app.all', true) = 'on'
  or cluster_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));

select platform.protect('posts.application', 'school_id');
select platform.protect('posts.application_step', 'school_id');
grant select, insert, update on posts.quota, posts.application to yanzhen_app;
grant select, insert on posts.quota_grant, posts.application_step to yanzhen_app;
