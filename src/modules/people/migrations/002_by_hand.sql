set local citus.multi_shard_modify_mode to 'sequential';

-- Said by hand, so no ledger that is taken later overwrites it: the teacher asked to rotate that year.
alter table people.teacher_year add column volunteered boolean not null default false;
alter table people.teacher_year add column volunteer_note text;

-- Why somebody need not rotate for a while. The kind may be about health: it never leaves this table for lists or figures.
create table people.exemption (
  district_id int not null,
  id uuid not null,
  teacher_id uuid not null,
  school_id int not null,
  kind text not null check (kind <> ''),
  from_day date not null,
  until_day date not null,
  note text,
  proof_sha256 text,
  proof_name text,
  proof_type text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  primary key (district_id, id),
  check (until_day >= from_day)
);
select platform.distribute('people.exemption');
create index exemption_by_teacher on people.exemption (district_id, teacher_id);
create index exemption_by_end on people.exemption (district_id, school_id, until_day);

-- A school's list of who is 符合交流条件 in a year, frozen: the denominator has names that no later edit changes.
create table people.eligible_list (
  district_id int not null,
  id uuid not null,
  school_id int not null,
  school_year smallint not null,
  rule text not null,
  frozen_at timestamptz not null,
  frozen_by text not null,
  thawed_at timestamptz,
  thawed_by text,
  thaw_reason text,
  primary key (district_id, id)
);
select platform.distribute('people.eligible_list');
create unique index eligible_list_open on people.eligible_list (district_id, school_id, school_year) where thawed_at is null;

-- The rows of the lists in force. A teacher stands in one list a year, wherever the register has them later.
create table people.eligible_row (
  district_id int not null,
  school_year smallint not null,
  teacher_id uuid not null,
  school_id int not null,
  staff_no text not null,
  name text not null,
  pinyin text not null,
  subject text,
  title text,
  backbone text,
  subject_leader text,
  eligible boolean not null,
  reason text not null,
  primary key (district_id, school_year, teacher_id)
);
select platform.distribute('people.eligible_row');
create index eligible_row_by_school on people.eligible_row (district_id, school_id, school_year);

-- What was changed by hand. `before` is null where a row came, `after` where it went; of a correction both hold what differs.
create table people.teacher_change (
  district_id int not null,
  id uuid not null,
  teacher_id uuid not null,
  school_id int not null,
  other_school_id int,
  school_year smallint not null,
  kind text not null check (kind in ('新增', '更正', '调动', '离校', '恢复', '结转', '合并', '撤销合并')),
  before jsonb,
  after jsonb,
  note text,
  at timestamptz not null,
  actor_name text not null,
  primary key (district_id, id)
);
select platform.distribute('people.teacher_change');
create index teacher_change_by_teacher on people.teacher_change (district_id, teacher_id, id);

-- Two entries that were one person: what was moved where, so that it can be taken back, and the old id still leads to the person.
create table people.teacher_merge (
  district_id int not null,
  id uuid not null,
  kept_teacher_id uuid not null,
  gone_teacher_id uuid not null,
  kept_school_id int not null,
  gone_school_id int not null,
  staff_nos text[] not null,
  gone_name text not null,
  trace jsonb not null,
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (district_id, id)
);
select platform.distribute('people.teacher_merge');
create unique index teacher_merge_open on people.teacher_merge (district_id, gone_teacher_id) where undone_at is null;

-- Two that look alike and are not one person: nobody is asked about them again.
create table people.teacher_distinct (
  district_id int not null,
  one_teacher_id uuid not null,
  other_teacher_id uuid not null,
  one_school_id int not null,
  other_school_id int not null,
  said_at timestamptz not null,
  said_by text not null,
  primary key (district_id, one_teacher_id, other_teacher_id)
);
select platform.distribute('people.teacher_distinct');

select platform.protect('people.exemption', 'school_id');
select platform.protect('people.eligible_list', 'school_id');
select platform.protect('people.eligible_row', 'school_id');
select platform.protect('people.teacher_change', 'school_id', 'other_school_id');
select platform.protect('people.teacher_merge', 'kept_school_id', 'gone_school_id');
select platform.protect('people.teacher_distinct', 'one_school_id', 'other_school_id');
grant select, insert, update on people.exemption, people.eligible_list, people.teacher_merge to yanzhen_app;
grant select, insert, delete on people.eligible_row to yanzhen_app;
grant select, insert on people.teacher_change, people.teacher_distinct to yanzhen_app;
