set local citus.multi_shard_modify_mode to 'sequential';

-- Letters that leave the house: by mail, or into a chat by its bot. Written with what they tell about; under one key there
-- is one of a channel. What they say and where they go is sealed, and taken away when they are gone. 'sending' stands before
-- the letter is handed over: found there by another process, it may have arrived, and goes out once more, marked so.
create table platform.letter (
  district_id int not null,
  id uuid not null,
  channel text not null check (channel in ('mail', 'webhook')),
  key text not null,
  account_id uuid,
  asked_by uuid,
  shown text not null,
  subject text not null,
  content bytea,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'repeated', 'unsure', 'failed')),
  marked boolean not null default false,
  tries smallint not null default 0,
  created_at timestamptz not null,
  ended_at timestamptz,
  reason text,
  primary key (district_id, id)
);
select platform.distribute('platform.letter');
create unique index letter_key on platform.letter (district_id, channel, key);
create index letter_ended on platform.letter (ended_at) where ended_at is not null;

-- Behind the wall nobody finds a letter: they are written and sent as the owner.
alter table platform.letter enable row level security;
