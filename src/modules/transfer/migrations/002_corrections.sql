set local citus.multi_shard_modify_mode to 'sequential';

-- layout: where the columns of each sheet stood in the file, by the ledger's titles. correction_job: the job that checks
-- or takes corrected rows; correction_failure: why the last one failed.
alter table transfer.import add column layout jsonb;
alter table transfer.import add column correction_job uuid;
alter table transfer.import add column correction_failure text;

-- A row that an import refused: cells as the user wrote them, by column title, without ID numbers; marks: cells that held
-- a number or something unreadable; edits: what the person has put in their place so far. No faults: put right, or taken
-- if it was dropped. Copies who may see it from its import.
create table transfer.refused_row (
  district_id int not null,
  id uuid not null,
  import_id uuid not null,
  cluster_id int,
  account_id uuid,
  sheet text not null,
  row_no int not null,
  cells jsonb not null,
  marks jsonb not null,
  faults jsonb not null,
  edits jsonb not null default '{}',
  dropped boolean not null default false,
  changed_at timestamptz,
  primary key (district_id, id)
);
select platform.distribute('transfer.refused_row');
alter table transfer.refused_row
  add foreign key (district_id, import_id) references transfer.import (district_id, id) on delete cascade;
create unique index refused_row_by_place on transfer.refused_row (district_id, import_id, sheet, row_no);

-- What a sender calls a column: a header of theirs and the ledger's title. header '': their files have no such column.
create table transfer.header_mapping (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  account_id uuid not null,
  sheet text not null,
  header text not null,
  title text not null,
  used_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('transfer.header_mapping');
create unique index header_mapping_once
  on transfer.header_mapping (district_id, cluster_id, account_id, sheet, header, title);

grant select, update (edits, dropped, changed_at), delete on transfer.refused_row to yanzhen_app;
grant select, insert, delete on transfer.header_mapping to yanzhen_app;

alter table transfer.refused_row enable row level security;
create policy refused_row_seen on transfer.refused_row using (
  current_setting('app.all', true) = 'on'
  or account_id = nullif(current_setting('app.account_id', true), '')::uuid
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or cluster_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
alter table transfer.header_mapping enable row level security;
create policy header_mapping_seen on transfer.header_mapping using (
  current_setting('app.all', true) = 'on'
  or account_id = nullif(current_setting('app.account_id', true), '')::uuid
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or cluster_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));
