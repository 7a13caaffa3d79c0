set local citus.multi_shard_modify_mode to 'sequential';

create schema lti;
grant usage on schema lti to yanzhen_app;

-- A tool outside the house that links in the courses of a cluster lead into by LTI 1.3. Its id is the client id that the tool
-- knows us by, so a tool is closed and never deleted.
create table lti.tool (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  name text not null check (name <> ''),
  address text not null check (address <> ''),
  login_address text not null check (login_address <> ''),
  redirects text[] not null check (cardinality(redirects) > 0),
  is_open boolean not null default true,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district_id, id)
);
select platform.distribute('lti.tool');
create unique index tool_address on lti.tool (district_id, cluster_id, address) where is_open;
grant select, insert, update on lti.tool to yanzhen_app;

-- What tokens for a tool are signed with, and what its pseudonyms are made from: sealed, and the owner's alone to read.
create table lti.tool_key (
  district_id int not null,
  tool_id uuid not null,
  public_jwk jsonb not null,
  sealed bytea not null,
  primary key (district_id, tool_id)
);
select platform.distribute('lti.tool_key');
alter table lti.tool_key add constraint tool_key_tool foreign key (district_id, tool_id) references lti.tool (district_id, id);
