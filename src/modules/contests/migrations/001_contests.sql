set local citus.multi_shard_modify_mode to 'sequential';

create schema contests;
grant usage on schema contests to yanzhen_app;

-- A teaching contest (教学评比) of a cluster: its groups with their prizes, and the items by which the jury scores.
create table contests.contest (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  title text not null check (title <> ''),
  rules text not null default '',
  from_day date not null,
  until_day date not null,
  groups jsonb not null,
  items jsonb not null,
  announced_on date,
  announced_by text,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district_id, id),
  check (until_day >= from_day),
  check ((announced_on is null) = (announced_by is null))
);
select platform.distribute('contests.contest');
create index contest_by_cluster on contests.contest (district_id, cluster_id, until_day);

-- What a school enters. The jury knows it by its number alone.
create table contests.entry (
  district_id int not null,
  id uuid not null,
  contest_id uuid not null,
  group_name text not null check (group_name <> ''),
  number smallint not null check (number > 0),
  title text not null check (title <> ''),
  words text not null default '',
  address text,
  file_id uuid,
  school_district_id int not null,
  school_id int not null,
  entered_at timestamptz not null,
  entered_by text not null,
  withdrawn_on date,
  score numeric(5, 2),
  prize text check (prize in ('一等奖', '二等奖', '三等奖')),
  primary key (district_id, id)
);
select platform.distribute('contests.entry');
alter table contests.entry add constraint entry_contest foreign key (district_id, contest_id) references contests.contest (district_id, id);
create unique index entry_number on contests.entry (district_id, contest_id, number);

-- Whose work it is, in their order; the school is the teacher's at that time.
create table contests.entry_teacher (
  district_id int not null,
  id uuid not null,
  entry_id uuid not null,
  position smallint not null,
  teacher_district_id int not null,
  teacher_id uuid not null,
  school_id int not null,
  primary key (district_id, id)
);
select platform.distribute('contests.entry_teacher');
alter table contests.entry_teacher add constraint entry_teacher_entry foreign key (district_id, entry_id) references contests.entry (district_id, id);
create unique index entry_teacher_once on contests.entry_teacher (district_id, entry_id, teacher_id);
create index entry_teacher_by_teacher on contests.entry_teacher (district_id, teacher_id);

-- Who judges a group; told to nobody but the office.
create table contests.juror (
  district_id int not null,
  id uuid not null,
  contest_id uuid not null,
  group_name text not null check (group_name <> ''),
  account_id uuid not null,
  name text not null check (name <> ''),
  primary key (district_id, id)
);
select platform.distribute('contests.juror');
alter table contests.juror add constraint juror_contest foreign key (district_id, contest_id) references contests.contest (district_id, id);
create unique index juror_once on contests.juror (district_id, contest_id, group_name, account_id);
create index juror_by_account on contests.juror (district_id, account_id);

-- What a juror gave an entry: a mark for each item, with the item as it was called and weighed then.
create table contests.score (
  district_id int not null,
  id uuid not null,
  entry_id uuid not null,
  account_id uuid not null,
  marks jsonb not null,
  total numeric(5, 2) not null check (total between 0 and 100),
  words text not null default '',
  scored_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('contests.score');
alter table contests.score add constraint score_entry foreign key (district_id, entry_id) references contests.entry (district_id, id);
create unique index score_once on contests.score (district_id, entry_id, account_id);

select platform.protect('contests.entry', 'school_id');
select platform.protect('contests.entry_teacher', 'school_id');
-- Who judges, and what they gave, is behind the wall for everybody but themselves; what the office may know is read as the owner.
select platform.protect('contests.juror', variadic array[]::text[]);
create policy own on contests.juror using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
select platform.protect('contests.score', variadic array[]::text[]);
create policy own on contests.score using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select, insert, update on contests.contest, contests.entry, contests.score to yanzhen_app;
grant select, insert, update, delete on contests.entry_teacher, contests.juror to yanzhen_app;
