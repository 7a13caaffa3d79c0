set local citus.multi_shard_modify_mode to 'sequential';

-- A class on a route of study: no pupil is named. It is done when every stop is checked in; then it has a number and a code
-- by which the certificate is checked.
create table practice.walk (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  route_id uuid not null,
  route text not null check (route <> ''),
  school_id int not null,
  account_id uuid not null,
  leader text not null,
  classes text not null check (classes <> ''),
  head_count int not null check (head_count between 1 and 20000),
  started_at timestamptz not null,
  done_at timestamptz,
  number int,
  number_year smallint,
  code text,
  primary key (district_id, id),
  check ((done_at is null) = (number is null) and (done_at is null) = (code is null) and (done_at is null) = (number_year is null))
);
select platform.distribute('practice.walk');
create index walk_by_cluster on practice.walk (district_id, cluster_id, started_at);
create index walk_by_account on practice.walk (district_id, account_id, started_at);
create unique index walk_number on practice.walk (district_id, number_year, number);
create unique index walk_code on practice.walk (district_id, code);

-- The stops as they were when the class set out: a route that is changed later changes no walk.
create table practice.walk_stop (
  district_id int not null,
  walk_id uuid not null,
  stop_id uuid not null,
  position smallint not null,
  name text not null,
  longitude double precision not null,
  latitude double precision not null,
  task text not null default '',
  came_at timestamptz,
  way text check (way in ('二维码', '定位', '备用码')),
  distance_m int,
  primary key (district_id, walk_id, stop_id),
  check ((came_at is null) = (way is null))
);
select platform.distribute('practice.walk_stop');
alter table practice.walk_stop add constraint walk_stop_walk foreign key (district_id, walk_id) references practice.walk (district_id, id) on delete cascade;

-- A walk says who leads it: it is read by the school, by those over it, and by who leads it.
select platform.protect('practice.walk', 'school_id');
create policy own on practice.walk using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select, insert, update, delete on practice.walk, practice.walk_stop to yanzhen_app;
