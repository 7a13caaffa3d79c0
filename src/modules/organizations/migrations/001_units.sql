set local citus.multi_shard_modify_mode to 'sequential';

create schema organizations;
grant usage on schema organizations to yanzhen_app;

-- Numbers of new units; cities and districts carry their GB/T 2260 code instead.
create sequence organizations.unit_number start 1000000;

create table organizations.unit (
  id int primary key,
  kind text not null check (kind in ('city', 'district', 'town', 'cluster', 'group', 'school', 'campus', 'partner')),
  parent_id int,
  district_id int not null,
  code text,
  name text not null check (name <> ''),
  short_name text not null,
  pinyin text not null,
  initials text not null,
  stage_scope text check (stage_scope in ('same-stage', 'cross-stage')),
  longitude double precision,
  latitude double precision,
  sample boolean not null default false,
  closed_on date
);
select platform.reference('organizations.unit');
alter table organizations.unit add constraint unit_parent foreign key (parent_id) references organizations.unit (id);
create unique index unit_code on organizations.unit (kind, code) where code is not null;
create unique index unit_cluster_name on organizations.unit (district_id, name) where kind in ('cluster', 'group');
create index unit_by_parent on organizations.unit (parent_id);
create index unit_by_district on organizations.unit (district_id, kind, pinyin);
grant select on organizations.unit to yanzhen_app;

-- A school is a member of a cluster from one day to another (both included); it may be in a cluster and a group at once.
create table organizations.membership (
  cluster_id int not null,
  school_id int not null,
  role text not null check (role in ('牵头校', '轮值校', '成员校')),
  from_day date not null,
  until_day date,
  primary key (cluster_id, school_id, from_day),
  check (until_day is null or until_day >= from_day)
);
select platform.reference('organizations.membership');
alter table organizations.membership add constraint membership_cluster foreign key (cluster_id) references organizations.unit (id);
alter table organizations.membership add constraint membership_school foreign key (school_id) references organizations.unit (id);
create index membership_by_school on organizations.membership (school_id);
grant select on organizations.membership to yanzhen_app;

-- Which role the 学校 sheet of a school year gave a school in a cluster. Membership is painted from it: what a year said holds
-- until the next year that says something, so the order in which ledgers come in does not matter.
create table organizations.roster (
  cluster_id int not null,
  school_id int not null,
  school_year smallint not null,
  role text not null check (role in ('牵头校', '轮值校', '成员校')),
  primary key (cluster_id, school_id, school_year)
);
select platform.reference('organizations.roster');
alter table organizations.roster add constraint roster_cluster foreign key (cluster_id) references organizations.unit (id);
alter table organizations.roster add constraint roster_school foreign key (school_id) references organizations.unit (id);
grant select on organizations.roster to yanzhen_app;

-- What a school is in a school year, by that year's ledger (null: it does not say). These change, and past years stay what
-- they were; the unit itself carries what the latest year says.
create table organizations.school_profile (
  district_id int not null,
  school_id int not null,
  school_year smallint not null,
  name text not null check (name <> ''),
  short_name text not null,
  kind text check (kind in ('托育', '幼儿园', '小学', '初级中学', '九年一贯制学校', '完全中学', '高级中学', '中等职业学校', '社区学校')),
  ownership text check (ownership in ('公办', '民办')),
  campuses smallint check (campuses >= 0),
  pupils int check (pupils >= 0),
  longitude double precision,
  latitude double precision,
  import_id uuid,
  source_row int,
  primary key (district_id, school_id, school_year)
);
select platform.distribute('organizations.school_profile');
grant select on organizations.school_profile to yanzhen_app;
