set local citus.multi_shard_modify_mode to 'sequential';

alter table transfer.import drop constraint import_status_check;
alter table transfer.import add constraint import_status_check
  check (status in ('waiting', 'checking', 'checked', 'taking', 'taken', 'undone', 'discarded', 'failed'));
alter table transfer.import add column undone_at timestamptz;
alter table transfer.import add column undone_by text;

-- What stood in a row of facts before an import wrote over it; rows that an import added need nothing, they carry its id. place:
-- the row's primary key; before_import: whose row it was.
create table transfer.overwritten (
  district_id int not null,
  import_id uuid not null,
  sheet text not null,
  place text not null,
  before jsonb not null,
  before_import uuid,
  primary key (district_id, import_id, sheet, place)
);
select platform.distribute('transfer.overwritten');
create index overwritten_by_owner on transfer.overwritten (before_import) where before_import is not null;

-- What an import changed beside its rows: which schools handed in what by it (fresh: nothing of theirs was on record before), and
-- the cluster's members, roster and units as they stood before and after; null: it left them alone.
create table transfer.trace (
  district_id int not null,
  import_id uuid not null,
  handed_in jsonb not null,
  fresh jsonb not null,
  before jsonb,
  after jsonb,
  primary key (district_id, import_id)
);
select platform.distribute('transfer.trace');

-- Nobody behind the wall reads these: before-images name persons, and only the undo itself needs them.
alter table transfer.overwritten enable row level security;
alter table transfer.trace enable row level security;
