set local citus.multi_shard_modify_mode to 'sequential';

create schema identity;
grant usage on schema identity to yanzhen_app;

create table identity.account (
  id uuid primary key,
  login text not null,
  name text not null,
  password_hash text not null,
  must_change_password boolean not null default false,
  failures smallint not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  closed_at timestamptz
);
select platform.reference('identity.account');
create unique index account_login on identity.account (lower(login));

-- A role at an organization, from one day to another (both included).
create table identity."grant" (
  id uuid primary key,
  account_id uuid not null,
  role text not null check (role in ('city-officer', 'district-officer', 'cluster-office', 'principal', 'liaison', 'teacher', 'expert', 'administrator')),
  unit_id int not null,
  from_day date not null,
  until_day date
);
select platform.reference('identity.grant');
alter table identity."grant" add constraint grant_account foreign key (account_id) references identity.account (id);
alter table identity."grant" add constraint grant_unit foreign key (unit_id) references organizations.unit (id);
create index grant_by_account on identity."grant" (account_id);

create table identity.session (
  token_hash bytea primary key,
  account_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  address text,
  agent text
);
select platform.reference('identity.session');
alter table identity.session add constraint session_account foreign key (account_id) references identity.account (id);
create index session_by_account on identity.session (account_id);

-- An account is a person: seen by that person and by who keeps the accounts.
alter table identity.account enable row level security;
create policy account_seen on identity.account using (
  id = nullif(current_setting('app.account_id', true), '')::uuid
  or current_setting('app.manages_accounts', true) = 'on');
alter table identity.session enable row level security;
create policy session_seen on identity.session using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
alter table identity."grant" enable row level security;
create policy grant_seen on identity."grant" using (
  account_id = nullif(current_setting('app.account_id', true), '')::uuid
  or current_setting('app.manages_accounts', true) = 'on');
-- The hash of a password is nobody's to read, and only the owner writes an account.
grant select (id, login, name, must_change_password, created_at, closed_at) on identity.account to yanzhen_app;
grant select, delete on identity.session to yanzhen_app;
grant select on identity."grant" to yanzhen_app;
