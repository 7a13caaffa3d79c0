set local citus.multi_shard_modify_mode to 'sequential';

create schema workbench;
grant usage on schema workbench to yanzhen_app;

-- What a person is told in the product. Under one kind and key a person is told once. `digest` is the day of the letter
-- that gathers what came in since the last one, where the person wants it so.
create table workbench.notice (
  district_id int not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  key text not null,
  title text not null,
  text text not null,
  link text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  digest date,
  primary key (district_id, id)
);
select platform.distribute('workbench.notice');
create unique index notice_key on workbench.notice (district_id, account_id, kind, key);
create index notice_by_account on workbench.notice (account_id, id desc);
create index notice_by_time on workbench.notice (created_at);

-- Where else a person wants to be told. The address is sealed (that of a bot is its key); `shown` is what may be shown of it.
-- A mail address is confirmed by a code that was sent to it.
create table workbench.channel (
  id uuid primary key,
  account_id uuid not null,
  channel text not null check (channel in ('mail', 'webhook')),
  bot text check (bot in ('wecom', 'dingtalk', 'json')),
  shown text not null,
  address bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  code_hash bytea,
  code_until timestamptz,
  code_tries smallint not null default 0
);
select platform.reference('workbench.channel');

-- What a person does not want by a channel: everything not named here is told.
create table workbench.muted (
  account_id uuid not null,
  topic text not null,
  channel text not null check (channel in ('mail', 'webhook')),
  primary key (account_id, topic, channel)
);
select platform.reference('workbench.muted');

-- When a person is told outside the product: once a day at an hour, or at once but not in the quiet hours.
create table workbench.habit (
  account_id uuid primary key,
  digest_hour smallint check (digest_hour between 0 and 23),
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_until smallint check (quiet_until between 0 and 23)
);
select platform.reference('workbench.habit');

alter table workbench.channel add constraint channel_account foreign key (account_id) references identity.account (id);
alter table workbench.muted add constraint muted_account foreign key (account_id) references identity.account (id);
alter table workbench.habit add constraint habit_account foreign key (account_id) references identity.account (id);
create index channel_by_account on workbench.channel (account_id);

-- All of it is the person's own; the address and the code are read by the owner alone.
alter table workbench.notice enable row level security;
create policy notice_own on workbench.notice using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
alter table workbench.channel enable row level security;
create policy channel_own on workbench.channel using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
alter table workbench.muted enable row level security;
create policy muted_own on workbench.muted using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
alter table workbench.habit enable row level security;
create policy habit_own on workbench.habit using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select on workbench.notice to yanzhen_app;
grant update (read_at) on workbench.notice to yanzhen_app;
grant select (id, account_id, channel, bot, shown, created_at, confirmed_at, code_until), delete on workbench.channel to yanzhen_app;
grant select, insert, update, delete on workbench.muted to yanzhen_app;
grant select, insert, update on workbench.habit to yanzhen_app;
