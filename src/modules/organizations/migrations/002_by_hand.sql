set local citus.multi_shard_modify_mode to 'sequential';

-- A stage scope with a reason was set by hand and is not worked out from the members any more. A school recorded twice points to
-- the one it was merged into and stays readable. What a hand placed on the map, no ledger moves.
alter table organizations.unit add column address text;
alter table organizations.unit add column stage_scope_reason text;
alter table organizations.unit add column merged_into int;
alter table organizations.unit add column placed_by_hand boolean not null default false;
alter table organizations.unit add constraint unit_merged_into foreign key (merged_into) references organizations.unit (id);

-- School years in which a person said who was a member: no ledger of that year paints over them.
create table organizations.kept_year (
  cluster_id int not null,
  school_id int not null,
  school_year smallint not null,
  primary key (cluster_id, school_id, school_year)
);
select platform.reference('organizations.kept_year');
alter table organizations.kept_year add constraint kept_year_cluster foreign key (cluster_id) references organizations.unit (id);
alter table organizations.kept_year add constraint kept_year_school foreign key (school_id) references organizations.unit (id);

-- What was done to memberships by hand, with what stood before and after: how it is told, and how it is taken back.
create table organizations.membership_change (
  id uuid primary key,
  cluster_id int not null,
  other_cluster_id int,
  kind text not null check (kind in ('join', 'leave', 'role', 'move', 'close')),
  told text not null,
  by_district boolean not null,
  made_at timestamptz not null,
  undone_at timestamptz,
  before jsonb not null,
  after jsonb not null
);
select platform.reference('organizations.membership_change');
alter table organizations.membership_change add constraint change_cluster foreign key (cluster_id) references organizations.unit (id);
alter table organizations.membership_change add constraint change_other_cluster foreign key (other_cluster_id) references organizations.unit (id);
create index change_by_cluster on organizations.membership_change (cluster_id, made_at);
create index change_by_other_cluster on organizations.membership_change (other_cluster_id, made_at);

-- 轮值校: which school has its turn for a stage, from one day to another (both included).
create table organizations.duty (
  id uuid primary key,
  cluster_id int not null,
  school_id int not null,
  stage text not null check (stage in ('学前', '小学', '中学', '初中', '高中', '中职', '社区')),
  from_day date not null,
  until_day date not null,
  check (until_day >= from_day)
);
select platform.reference('organizations.duty');
alter table organizations.duty add constraint duty_cluster foreign key (cluster_id) references organizations.unit (id);
alter table organizations.duty add constraint duty_school foreign key (school_id) references organizations.unit (id);
create index duty_by_cluster on organizations.duty (cluster_id, from_day);
create index duty_by_school on organizations.duty (school_id);

-- Whom one calls: persons of a school, or of the office of a cluster.
create table organizations.contact (
  district_id int not null,
  id uuid not null,
  unit_id int not null,
  of_cluster boolean not null,
  name text not null check (name <> ''),
  duty text not null,
  phone text,
  from_day date not null,
  until_day date,
  primary key (district_id, id),
  check (until_day is null or until_day >= from_day)
);
select platform.distribute('organizations.contact');
alter table organizations.contact add constraint contact_unit foreign key (unit_id) references organizations.unit (id);
create index contact_by_unit on organizations.contact (unit_id);
-- The people of an office are there for all its schools; those of a school are seen like its teachers.
select platform.protect('organizations.contact', 'unit_id');
create policy office_seen on organizations.contact using (of_cluster);

grant usage on sequence organizations.unit_number to yanzhen_app;
grant insert on organizations.unit to yanzhen_app;
grant update (name, short_name, pinyin, initials, kind, stage_scope, stage_scope_reason, longitude, latitude, placed_by_hand, address,
  parent_id, merged_into, closed_on) on organizations.unit to yanzhen_app;
grant insert, delete on organizations.membership to yanzhen_app;
grant select, insert, delete on organizations.kept_year to yanzhen_app;
grant select, insert on organizations.membership_change to yanzhen_app;
grant update (undone_at) on organizations.membership_change to yanzhen_app;
grant select, insert, update, delete on organizations.duty to yanzhen_app;
grant select, insert, update, delete on organizations.contact to yanzhen_app;
grant insert, update, delete on organizations.school_profile to yanzhen_app;
