set local citus.multi_shard_modify_mode to 'sequential';

create schema collections;
grant usage on schema collections to yanzhen_app;

-- A volume of papers (论文集) or of cases (案例集) that a cluster collects and edits.
create table collections.collection (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  kind text not null check (kind in ('论文集', '案例集')),
  title text not null check (title <> ''),
  words text not null default '',
  from_day date not null,
  until_day date not null,
  finished_on date,
  finished_by text,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district_id, id),
  check (until_day >= from_day),
  check ((finished_on is null) = (finished_by is null))
);
select platform.distribute('collections.collection');
create index collection_by_cluster on collections.collection (district_id, cluster_id, until_day);

-- What was handed in, and at which place it stands in the volume; without a place it is not in it.
create table collections.entry (
  district_id int not null,
  id uuid not null,
  collection_id uuid not null,
  title text not null check (title <> ''),
  words text not null default '',
  file_id uuid not null,
  school_district_id int not null,
  school_id int not null,
  place smallint check (place > 0),
  entered_at timestamptz not null,
  entered_by text not null,
  withdrawn_on date,
  primary key (district_id, id),
  check (withdrawn_on is null or place is null)
);
select platform.distribute('collections.entry');
alter table collections.entry add constraint entry_collection foreign key (district_id, collection_id) references collections.collection (district_id, id);
create index entry_by_collection on collections.entry (district_id, collection_id);

-- Who wrote it, in their order; the school is the teacher's at that time.
create table collections.entry_teacher (
  district_id int not null,
  id uuid not null,
  entry_id uuid not null,
  position smallint not null,
  teacher_district_id int not null,
  teacher_id uuid not null,
  school_id int not null,
  primary key (district_id, id)
);
select platform.distribute('collections.entry_teacher');
alter table collections.entry_teacher add constraint entry_teacher_entry foreign key (district_id, entry_id) references collections.entry (district_id, id);
create unique index entry_teacher_once on collections.entry_teacher (district_id, entry_id, teacher_id);
create index entry_teacher_by_teacher on collections.entry_teacher (district_id, teacher_id);

select platform.protect('collections.entry', 'school_id');
select platform.protect('collections.entry_teacher', 'school_id');
grant select, insert, update on collections.collection, collections.entry to yanzhen_app;
grant select, insert, update, delete on collections.entry_teacher to yanzhen_app;
