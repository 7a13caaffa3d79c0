set local citus.multi_shard_modify_mode to 'sequential';

create schema publishing;
grant usage on schema publishing to yanzhen_app;

-- A report of a cluster and school year. blocks: as generated from the figures of figures_at, which are counts and no persons.
-- While it is a draft its words may be changed; at issue document is what goes out, word by word, and never changes again. A
-- correction is a new edition that names the one it replaces. job_id: its files are being made.
create table publishing.report (
  district_id int not null,
  id uuid not null,
  unit_id int not null,
  school_year smallint not null,
  edition smallint not null default 1 check (edition > 0),
  replaces uuid,
  status text not null check (status in ('draft', 'issuing', 'issued', 'withdrawn')),
  title text not null check (title <> ''),
  number text not null default '',
  signature text not null,
  signed_on date,
  contact text not null default '',
  figures_at timestamptz not null,
  figures_day date not null,
  rules jsonb not null,
  blocks jsonb not null,
  document jsonb,
  content_hash text,
  job_id uuid,
  failure text,
  created_at timestamptz not null,
  issued_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (district_id, id),
  check (status in ('draft') or (document is not null and content_hash is not null))
);
select platform.distribute('publishing.report');
create index report_by_id on publishing.report (id);
create index report_by_unit on publishing.report (district_id, unit_id, school_year desc, edition desc);
grant select, insert, update, delete on publishing.report to yanzhen_app;

-- Words of a draft that somebody put in the place of generated ones. over: what was generated when they did.
create table publishing.wording (
  district_id int not null,
  report_id uuid not null,
  unit_id int not null,
  key text not null,
  words text not null,
  over text not null,
  edited_at timestamptz not null,
  account_id uuid not null,
  actor_name text not null,
  primary key (district_id, report_id, key)
);
select platform.distribute('publishing.wording');
alter table publishing.wording add constraint wording_report foreign key (district_id, report_id)
  references publishing.report (district_id, id) on delete cascade;
grant select, insert, update, delete on publishing.wording to yanzhen_app;

-- It names who wrote them: read by who is over the cluster.
alter table publishing.wording enable row level security;
create policy wording_seen on publishing.wording using (
  current_setting('app.all', true) = 'on'
  or district_id = any (nullif(current_setting('app.district_ids', true), '')::int[])
  or unit_id = any (nullif(current_setting('app.unit_ids', true), '')::int[]));

-- The files made of a content, each kept once under its own checksum: the same content is the same files.
create table publishing.file (
  district_id int not null,
  content_hash text not null,
  format text not null check (format in ('docx', 'pdf', 'xlsx')),
  sha256 text not null,
  bytes int not null,
  primary key (district_id, content_hash, format)
);
select platform.distribute('publishing.file');
grant select on publishing.file to yanzhen_app;
