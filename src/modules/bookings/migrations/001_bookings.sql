set local citus.multi_shard_modify_mode to 'sequential';

create schema bookings;
grant usage on schema bookings to yanzhen_app;
create extension if not exists btree_gist;

-- One use of one venue that somebody asked for. What was asked together (several venues, a series) has one request. school_id has
-- the venue, user_school_id uses it; a visitor has no school, and a partner's venue has none. moves counts how often it was moved.
create table bookings.booking (
  district_id int not null,
  id uuid not null,
  request_id uuid not null,
  cluster_id int not null,
  venue_id uuid not null,
  school_id int,
  user_school_id int,
  account_id uuid,
  booked_by text not null,
  phone text not null default '',
  purpose text not null check (purpose <> ''),
  head_count int not null check (head_count between 1 and 20000),
  classes text not null default '',
  from_at timestamptz not null,
  until_at timestamptz not null,
  status text not null check (status in ('待审', '已定', '已谢绝', '已取消', '未到', '已用')),
  words text not null default '',
  moves smallint not null default 0,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district_id, id),
  check (until_at > from_at)
);
select platform.distribute('bookings.booking');
create index booking_by_venue on bookings.booking (district_id, venue_id, from_at);
create index booking_by_account on bookings.booking (district_id, account_id, from_at);
create index booking_by_user_school on bookings.booking (district_id, user_school_id, from_at);
create index booking_by_school on bookings.booking (district_id, school_id, from_at);
create index booking_by_request on bookings.booking (district_id, request_id);
create index booking_open on bookings.booking (district_id, until_at) where status in ('待审', '已定');

-- What is taken: a booking that waits or stands has one row, with the time before and after that the venue needs. The database
-- itself lets no two meet; a booking that gives its time back loses its row.
create table bookings.hold (
  district_id int not null,
  booking_id uuid not null,
  venue_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  primary key (district_id, booking_id),
  constraint never_twice exclude using gist (district_id with =, venue_id with =, during with &&)
);
select platform.distribute('bookings.hold');
create index hold_by_begin on bookings.hold (district_id, lower(during));

-- What a booking takes along of the venue's equipment.
create table bookings.lent (
  district_id int not null,
  booking_id uuid not null,
  equipment_id uuid not null,
  quantity int not null check (quantity > 0),
  primary key (district_id, booking_id, equipment_id)
);
select platform.distribute('bookings.lent');
create index lent_by_equipment on bookings.lent (district_id, equipment_id);

-- How much of it is out in five minutes: the check is what keeps a stock from going below zero.
create table bookings.stock_slot (
  district_id int not null,
  equipment_id uuid not null,
  slot timestamptz not null,
  used int not null,
  stock int not null,
  primary key (district_id, equipment_id, slot),
  constraint stock_never_below_zero check (used between 0 and stock)
);
select platform.distribute('bookings.stock_slot');

-- Who would take a time that is taken now; the first for whom it fits moves up by itself.
create table bookings.waiting (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  venue_id uuid not null,
  school_id int,
  user_school_id int,
  account_id uuid,
  booked_by text not null,
  phone text not null default '',
  purpose text not null,
  head_count int not null,
  classes text not null default '',
  from_at timestamptz not null,
  until_at timestamptz not null,
  equipment jsonb not null default '[]',
  status text not null check (status in ('候补', '已递补', '已退出', '已过期')),
  booking_id uuid,
  made_at timestamptz not null,
  primary key (district_id, id),
  check (until_at > from_at)
);
select platform.distribute('bookings.waiting');
create index waiting_by_venue on bookings.waiting (district_id, venue_id, from_at) where status = '候补';
create index waiting_by_account on bookings.waiting (district_id, account_id);

-- How often one school may use a school's venues in a week, month or term. kind: '' is all its venues together.
create table bookings.quota (
  district_id int not null,
  id uuid not null,
  school_id int not null,
  kind text not null default '',
  span text not null check (span in ('周', '月', '学期')),
  uses smallint not null check (uses between 1 and 999),
  primary key (district_id, id)
);
select platform.distribute('bookings.quota');
create unique index quota_key on bookings.quota (district_id, school_id, kind, span);

-- Who came, once: by the code at the place, by position, by the host's code, or told by the host afterwards. came_at is when it
-- happened, received_at when it reached the server; they differ where there was no network.
create table bookings.check_in (
  district_id int not null,
  booking_id uuid not null,
  school_id int,
  user_school_id int,
  way text not null check (way in ('二维码', '定位', '备用码', '现场登记')),
  came_at timestamptz not null,
  received_at timestamptz not null,
  account_id uuid,
  by_name text not null,
  distance_m int,
  accuracy_m int,
  head_count int not null check (head_count between 1 and 20000),
  classes text not null default '',
  rating smallint check (rating between 1 and 5),
  again text check (again in ('愿意', '不一定', '不愿意')),
  remark text not null default '',
  primary key (district_id, booking_id)
);
select platform.distribute('bookings.check_in');
alter table bookings.check_in add constraint check_in_booking foreign key (district_id, booking_id) references bookings.booking (district_id, id);

-- The secret behind a venue's codes; who reads it can make them, so nobody reads it but the server.
create table bookings.venue_key (
  district_id int not null,
  venue_id uuid not null,
  secret bytea not null,
  made_at timestamptz not null,
  primary key (district_id, venue_id)
);
select platform.distribute('bookings.venue_key');

-- Addresses of calendars: whoever has the token reads the calendar. Only its digest is kept.
create table bookings.feed (
  district_id int not null,
  id uuid not null,
  account_id uuid not null,
  about text not null check (about in ('person', 'school', 'venue')),
  subject_id text not null,
  token_hash bytea not null,
  made_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('bookings.feed');
create index feed_by_token on bookings.feed (token_hash);
create unique index feed_key on bookings.feed (district_id, account_id, about, subject_id);

-- A booking says who asked and how to call them: it is read by the schools on both sides, by those over them, and by who asked.
select platform.protect('bookings.booking', 'school_id', 'user_school_id');
create policy own on bookings.booking using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
select platform.protect('bookings.waiting', 'school_id', 'user_school_id');
create policy own on bookings.waiting using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
select platform.protect('bookings.check_in', 'school_id', 'user_school_id');
create policy own on bookings.check_in using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
alter table bookings.venue_key enable row level security;
alter table bookings.feed enable row level security;
create policy own on bookings.feed using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);
grant select, insert, update on bookings.booking, bookings.waiting, bookings.check_in to yanzhen_app;
grant select, insert, delete on bookings.hold, bookings.lent to yanzhen_app;
grant select, insert, update on bookings.stock_slot to yanzhen_app;
grant select, insert, update, delete on bookings.quota, bookings.feed to yanzhen_app;
