set local citus.multi_shard_modify_mode to 'sequential';

-- job_id: the job that checks or takes the file. school_id: handed in by one school, only its own rows are taken; call_id: what it
-- answers; verdict: what the office says of it.
alter table transfer.import add column job_id uuid;
alter table transfer.import add column school_id int;
alter table transfer.import add column call_id uuid;
alter table transfer.import add column verdict text check (verdict in ('accepted', 'returned'));
alter table transfer.import add column verdict_reason text;
alter table transfer.import add column judged_by text;
alter table transfer.import add column judged_at timestamptz;
create index import_by_call on transfer.import (district_id, call_id, school_id) where call_id is not null;

-- The office asks the member schools of a school year to hand in these sheets by a day. There is one call a year: it is closed,
-- opened again, put off.
create table transfer.call (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  due_on date not null,
  sheets text[] not null,
  note text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (district_id, id)
);
select platform.distribute('transfer.call');

-- When a school was last reminded of a call.
create table transfer.reminder (
  district_id int not null,
  call_id uuid not null,
  school_id int not null,
  reminded_at timestamptz not null,
  primary key (district_id, call_id, school_id)
);
select platform.distribute('transfer.reminder');
alter table transfer.reminder add foreign key (district_id, call_id) references transfer.call (district_id, id) on delete cascade;
create unique index call_of_year on transfer.call (district_id, cluster_id, school_year);

grant select, insert, update (due_on, sheets, note, closed_at) on transfer.call to yanzhen_app;
grant select, insert, update on transfer.reminder to yanzhen_app;

-- A call names no person and may be read by everybody; it is opened and changed by who is over the cluster.
alter table transfer.call enable row level security;
create policy call_read on transfer.call for select using (true);
create policy call_kept on transfer.call using (
  current_setting('app.all', true) = 'on'
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or cluster_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));

-- Those who answer for a school see what it handed in, whoever of them did.
drop policy import_seen on transfer.import;
create policy import_seen on transfer.import using (
  current_setting('app.all', true) = 'on'
  or account_id = nullif(current_setting('app.account_id', true), '')::uuid
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or cluster_id = any (nullif(current_setting('app.unit_ids', true), '')::int[])
  or school_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
