set local citus.multi_shard_modify_mode to 'sequential';

-- What a school says of its posts in a stage and subject: how many there are, and how many of those who teach now will leave.
-- Who teaches now is counted from the register and never typed.
create table posts.post_count (
  district_id int not null,
  id uuid not null,
  school_id int not null,
  school_year smallint not null,
  stage text not null,
  subject text not null,
  established int not null check (established between 0 and 9999),
  leaving int not null default 0 check (leaving between 0 and 9999),
  from_day date,
  note text,
  stated_at timestamptz not null,
  stated_by text not null,
  primary key (district_id, id)
);
select platform.distribute('posts.post_count');
create unique index post_count_key on posts.post_count (district_id, school_id, school_year, stage, subject);

-- What was agreed between a school that can spare teachers of a subject and one that lacks them, and who decided.
create table posts.agreement (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  stage text not null,
  subject text not null,
  from_school_id int not null,
  to_school_id int not null,
  n int not null check (n > 0),
  decided_on date not null,
  decided_by text not null,
  words text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  primary key (district_id, id),
  check (from_school_id <> to_school_id)
);
select platform.distribute('posts.agreement');
create index agreement_by_cluster on posts.agreement (district_id, cluster_id, school_year);

-- What is to be recruited together: the lacks that no school of the cluster can fill.
create table posts.need (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  school_id int not null,
  stage text not null,
  subject text not null,
  n int not null check (n between 1 and 999),
  requirement text,
  status text not null check (status in ('拟报', '已报区', '已招到', '未招到')),
  added_at timestamptz not null,
  added_by text not null,
  reported_on date,
  reported_by text,
  report_number text,
  hired int check (hired >= 0),
  closed_on date,
  closed_by text,
  primary key (district_id, id),
  check (status = '拟报' or reported_on is not null),
  check (status not in ('已招到', '未招到') or hired is not null)
);
select platform.distribute('posts.need');
create unique index need_key on posts.need (district_id, cluster_id, school_year, school_id, stage, subject);

select platform.protect('posts.post_count', 'school_id');
select platform.protect('posts.agreement', 'from_school_id', 'to_school_id');
select platform.protect('posts.need', 'school_id');
grant select, insert, update, delete on posts.post_count, posts.need to yanzhen_app;
grant select, insert, update on posts.agreement to yanzhen_app;
