set local citus.multi_shard_modify_mode to 'sequential';

create schema practice;
grant usage on schema practice to yanzhen_app;

-- The guide to a cluster's bases as its office keeps it. Its bases are those on file; these are the words around them.
-- Whoever has the code reads the latest edition, as long as it is public.
create table practice.guide (
  district_id int not null,
  cluster_id int not null,
  title text not null check (title <> ''),
  preface text not null default '',
  contact text not null default '',
  is_public boolean not null default false,
  code text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district_id, cluster_id)
);
select platform.distribute('practice.guide');
create unique index guide_code on practice.guide (district_id, code);
grant select, insert, update on practice.guide to yanzhen_app;

-- An edition keeps the guide as it stood, with every base as it was on file; it is never changed.
create table practice.guide_edition (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  number smallint not null check (number > 0),
  content jsonb not null,
  words text not null default '',
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by text not null,
  primary key (district_id, id)
);
select platform.distribute('practice.guide_edition');
create unique index guide_edition_number on practice.guide_edition (district_id, cluster_id, number);
grant select, insert on practice.guide_edition to yanzhen_app;
