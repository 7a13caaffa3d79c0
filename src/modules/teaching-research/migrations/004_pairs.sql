set local citus.multi_shard_modify_mode to 'sequential';

-- A mentor and a mentee of two schools for a school year (跨校带教), under the mentee's district. Signed by both schools it stands in
-- the ledger too: teaching_research.mentoring.
create table teaching_research.pair (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  mentor_district_id int not null,
  mentor_id uuid not null,
  mentor_school_id int not null,
  mentee_id uuid not null,
  school_id int not null,
  subject text not null check (subject <> ''),
  goals text not null check (goals <> ''),
  from_day date not null,
  until_day date not null,
  mentor_signed_on date,
  mentor_signed_by text,
  mentee_signed_on date,
  mentee_signed_by text,
  ended_on date,
  ended_why text,
  written_at timestamptz not null,
  written_by text not null,
  primary key (district_id, id),
  check (until_day >= from_day),
  check (mentor_school_id <> school_id),
  check ((ended_on is null) = (ended_why is null))
);
select platform.distribute('teaching_research.pair');
create index pair_by_cluster on teaching_research.pair (district_id, cluster_id, school_year);

-- What the two did, and at the end of a term what the mentor says of it.
create table teaching_research.pair_entry (
  district_id int not null,
  id uuid not null,
  pair_id uuid not null,
  school_id int not null,
  mentor_school_id int not null,
  kind text not null check (kind in ('活动', '学期小结')),
  held_on date not null,
  words text not null check (words <> ''),
  written_at timestamptz not null,
  written_by text not null,
  primary key (district_id, id)
);
select platform.distribute('teaching_research.pair_entry');
alter table teaching_research.pair_entry add constraint pair_entry_pair foreign key (district_id, pair_id) references teaching_research.pair (district_id, id);
create index pair_entry_by_pair on teaching_research.pair_entry (district_id, pair_id);

select platform.protect('teaching_research.pair', 'school_id', 'mentor_school_id');
select platform.protect('teaching_research.pair_entry', 'school_id', 'mentor_school_id');
grant select, insert, update on teaching_research.pair, teaching_research.pair_entry to yanzhen_app;
