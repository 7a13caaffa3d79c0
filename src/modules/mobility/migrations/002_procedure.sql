set local citus.multi_shard_modify_mode to 'sequential';

-- Which forms there are is said by the policies; the ledger's own sheet takes its six.
alter table mobility.rotation drop constraint rotation_form_check;
alter table mobility.rotation add constraint rotation_form_check check (form <> '');

-- What is said of a rotation that goes through the procedure; of one that a ledger brought in nothing of it is known.
-- Title, backbone level and subject are those of the register when it was entered.
alter table mobility.rotation add column batch_id uuid;
alter table mobility.rotation add column fte_percent smallint check (fte_percent between 1 and 100);
alter table mobility.rotation add column weekly_lessons smallint check (weekly_lessons between 0 and 60);
alter table mobility.rotation add column term_years smallint check (term_years between 1 and 3);
alter table mobility.rotation add column relation_moved boolean;
alter table mobility.rotation add column title_at_start text;
alter table mobility.rotation add column backbone_at_start text;
alter table mobility.rotation add column subject_at_start text;
alter table mobility.rotation add column note text;
alter table mobility.rotation add column added_at timestamptz;
alter table mobility.rotation add column added_by text;
alter table mobility.rotation add column active_on date;
alter table mobility.rotation add column filed_on date;
alter table mobility.rotation add column closed_on date;
alter table mobility.rotation add column withdrawn_on date;
alter table mobility.rotation add column withdrawn_by text;
alter table mobility.rotation add column withdrawn_why text;
create index rotation_by_batch on mobility.rotation (district_id, batch_id) where batch_id is not null;
create index rotation_by_teacher on mobility.rotation (district_id, teacher_id);
create index rotation_by_receiver on mobility.rotation (district_id, to_school_id, school_year);

-- What goes through the procedure together. steps: what was done, in order, each with day, who and words. school_ids: the
-- schools that its rotations leave or go to.
create table mobility.batch (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  title text not null check (title <> ''),
  state text not null check (state in ('拟定', '听取意见', '理事会已决定', '区已批准', '已生效')),
  heard_until date,
  plan_id uuid,
  steps jsonb not null default '[]',
  school_ids int[] not null default '{}',
  decision_sha256 text,
  decision_name text,
  decision_type text,
  filed_on date,
  created_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('mobility.batch');
create index batch_by_id on mobility.batch (id);
create index batch_by_cluster on mobility.batch (district_id, cluster_id, school_year);
grant select, insert, update, delete on mobility.batch to yanzhen_app;

-- It says who did each step: read by who is over the cluster and by the schools that it concerns.
alter table mobility.batch enable row level security;
create policy batch_seen on mobility.batch using (
  current_setting('app.all', true) = 'on'
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or cluster_id = any (nullif(current_setting('app.unit_ids', true), '')::int[])
  or school_ids && nullif(current_setting('app.school_ids', true), '')::int[]);

-- What a school says to a batch.
create table mobility.opinion (
  district_id int not null,
  batch_id uuid not null,
  school_id int not null,
  agrees boolean not null,
  words text,
  said_at timestamptz not null,
  said_by text not null,
  primary key (district_id, batch_id, school_id)
);
select platform.distribute('mobility.opinion');
alter table mobility.opinion add constraint opinion_batch foreign key (district_id, batch_id)
  references mobility.batch (district_id, id) on delete cascade;

-- What the receiving school says of a rotation: once a school year, and at its end.
create table mobility.appraisal (
  district_id int not null,
  rotation_id uuid not null,
  school_year smallint not null,
  home_school_id int not null,
  school_id int not null,
  is_final boolean not null,
  grade text not null check (grade in ('优秀', '合格', '基本合格', '不合格')),
  words text,
  said_at timestamptz not null,
  said_by text not null,
  primary key (district_id, rotation_id, school_year)
);
select platform.distribute('mobility.appraisal');

-- What a school was in a school year, where somebody said so: a fact that some rules ask for.
create table mobility.standing (
  district_id int not null,
  school_id int not null,
  school_year smallint not null,
  standing text not null check (standing in ('优质校', '薄弱校')),
  reason text not null,
  said_at timestamptz not null,
  said_by text not null,
  primary key (district_id, school_id, school_year)
);
select platform.distribute('mobility.standing');

-- A certificate as it was given out: content is what stands on the paper and never changes.
create table mobility.certificate (
  district_id int not null,
  id uuid not null,
  code text not null,
  number int not null,
  number_year smallint not null,
  teacher_id uuid not null,
  school_id int not null,
  purpose text not null,
  content jsonb not null,
  rotation_ids uuid[] not null,
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by text not null,
  withdrawn_on date,
  withdrawn_why text,
  superseded_on date,
  primary key (district_id, id)
);
select platform.distribute('mobility.certificate');
create unique index certificate_code on mobility.certificate (district_id, code);
create unique index certificate_number on mobility.certificate (district_id, number_year, number);
create index certificate_by_code on mobility.certificate (code);
create index certificate_by_teacher on mobility.certificate (district_id, teacher_id);

select platform.protect('mobility.opinion', 'school_id');
select platform.protect('mobility.appraisal', 'school_id', 'home_school_id');
select platform.protect('mobility.standing', 'school_id');
select platform.protect('mobility.certificate', 'school_id');
grant select, insert, update on mobility.appraisal, mobility.certificate to yanzhen_app;
grant select, insert, update, delete on mobility.standing, mobility.opinion to yanzhen_app;
