set local citus.multi_shard_modify_mode to 'sequential';

create schema files;
grant usage on schema files to yanzhen_app;

-- A file on its way: its bytes lie in the data folder until it is whole and somebody has kept it, or its time is over.
-- Few rows that live for days, found by their number alone.
create table files.upload (
  id uuid primary key,
  account_id uuid not null,
  name text not null,
  bytes bigint not null check (bytes > 0),
  began_at timestamptz not null,
  -- Of one that is whole:
  sha256 text,
  type text,
  kind text
);
select platform.reference('files.upload');
create index upload_by_account on files.upload (account_id);
create index upload_by_age on files.upload (began_at);
grant select, insert, update, delete on files.upload to yanzhen_app;
alter table files.upload enable row level security;
create policy upload_own on files.upload using (
  current_setting('app.all', true) = 'on'
  or account_id = nullif(current_setting('app.account_id', true), '')::uuid)
  with check (true);

-- A file as somebody keeps it; its bytes lie in the store under their checksum, once, however many keep them. Who may
-- see it, the module says whose record names it.
create table files.file (
  district_id int not null,
  id uuid not null,
  sha256 text not null,
  name text not null,
  bytes bigint not null,
  type text not null,
  kind text not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  downloads int not null default 0,
  primary key (district_id, id)
);
select platform.distribute('files.file');
create index file_by_content on files.file (district_id, sha256);
grant select, insert, update, delete on files.file to yanzhen_app;

-- What a file says, as far as it can be read: searched, and shown where a browser cannot show the file.
create table files.reading (
  district_id int not null,
  sha256 text not null,
  -- [{ title, text }]: pages, slides or sheets in their order.
  parts jsonb not null,
  -- Why nothing could be read.
  failure text,
  primary key (district_id, sha256)
);
select platform.distribute('files.reading');
grant select, insert, update, delete on files.reading to yanzhen_app;
