set local citus.multi_shard_modify_mode to 'sequential';

-- A way on foot past several bases, in an order, with something to do at each. Until it is published only the office sees it.
create table practice.route (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  name text not null check (name <> ''),
  pinyin text not null,
  about text not null default '',
  safety text not null default '',
  stages text[] not null default '{}',
  themes text[] not null default '{}',
  is_published boolean not null default false,
  sample boolean not null default false,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district_id, id)
);
select platform.distribute('practice.route');
create unique index route_name on practice.route (district_id, cluster_id, name);

create table practice.stop (
  district_id int not null,
  id uuid not null,
  route_id uuid not null,
  position smallint not null check (position > 0),
  name text not null check (name <> ''),
  longitude double precision not null,
  latitude double precision not null,
  task text not null default '',
  primary key (district_id, id)
);
select platform.distribute('practice.stop');
alter table practice.stop add constraint stop_route foreign key (district_id, route_id) references practice.route (district_id, id) on delete cascade;
create index stop_by_route on practice.stop (district_id, route_id, position);
grant select, insert, update, delete on practice.route, practice.stop to yanzhen_app;
