set local citus.multi_shard_modify_mode to 'sequential';

-- The terms of a school year where the city's policy pack does not say them (yet), or where a district has its own.
create table venues.term (
  district_id int not null,
  school_year smallint not null,
  term text not null check (term in ('上学期', '下学期')),
  from_day date not null,
  until_day date not null,
  source text not null check (source <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (district_id, school_year, term),
  check (until_day >= from_day)
);
select platform.distribute('venues.term');

-- Days that differ from what the calendar of the state says: a make-up day follows the lessons of a weekday, a day is off.
create table venues.special_day (
  district_id int not null,
  day date not null,
  kind text not null check (kind in ('上学日', '双休日', '节假日', '寒暑假')),
  follows smallint check (follows between 1 and 7),
  words text not null default '',
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (district_id, day),
  check (follows is null or kind = '上学日')
);
select platform.distribute('venues.special_day');

-- A partner outside the schools (museum, company, park): where pupils practise. After agreement_until nothing can be booked.
create table venues.site (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  name text not null check (name <> ''),
  pinyin text not null,
  kind text not null check (kind in ('社会场馆', '企业', '园区', '社区', '高校与科研院所', '其他')),
  address text not null default '',
  longitude double precision,
  latitude double precision,
  contact_name text not null default '',
  contact_phone text not null default '',
  stages text[] not null default '{}',
  themes text[] not null default '{}',
  about text not null default '',
  how_to_visit text not null default '',
  safety text not null default '',
  access text not null default '',
  agreement_from date,
  agreement_until date,
  closed_on date,
  sample boolean not null default false,
  changed_at timestamptz not null,
  primary key (district_id, id),
  check (agreement_until >= agreement_from),
  check ((longitude is null) = (latitude is null))
);
select platform.distribute('venues.site');
create index site_by_cluster on venues.site (district_id, cluster_id);

-- What can be booked: a room or ground of a school, or a place at a partner's. stages: empty is all of them. Its place on the map is
-- its own, or its campus's, school's or partner's.
create table venues.venue (
  district_id int not null,
  id uuid not null,
  school_id int,
  site_id uuid,
  campus_id int,
  name text not null check (name <> ''),
  pinyin text not null,
  kind text not null check (kind in ('体育场馆', '图书馆', '创新实验室', '理科实验室', '外语听说测试教室', '剧场与报告厅', '工作坊', '社会场馆', '企业实践基地', '其他')),
  capacity int not null check (capacity between 1 and 20000),
  room text not null default '',
  longitude double precision,
  latitude double precision,
  stages text[] not null default '{}',
  open_to text not null default '成员校' check (open_to in ('成员校', '所有人')),
  needs_approval boolean not null default false,
  minutes_before smallint not null default 0 check (minutes_before between 0 and 240),
  minutes_after smallint not null default 0 check (minutes_after between 0 and 240),
  release_minutes smallint not null default 15 check (release_minutes between 0 and 240),
  notice_hours smallint not null default 0 check (notice_hours between 0 and 720),
  days_ahead smallint not null default 120 check (days_ahead between 1 and 400),
  about text not null default '',
  safety text not null default '',
  access text not null default '',
  closed_on date,
  sample boolean not null default false,
  changed_at timestamptz not null,
  primary key (district_id, id),
  check ((school_id is null) <> (site_id is null)),
  check ((longitude is null) = (latitude is null))
);
select platform.distribute('venues.venue');
alter table venues.venue add constraint venue_site foreign key (district_id, site_id) references venues.site (district_id, id);
create unique index venue_name_at_school on venues.venue (district_id, school_id, name) where closed_on is null and school_id is not null;
create unique index venue_name_at_site on venues.venue (district_id, site_id, name) where closed_on is null and site_id is not null;
create index venue_by_school on venues.venue (district_id, school_id);
create index venue_by_site on venues.venue (district_id, site_id);

-- When it is open, by kind of day. Times that touch are kept as one.
create table venues.opening (
  district_id int not null,
  id uuid not null,
  venue_id uuid not null,
  day_kind text not null check (day_kind in ('上学日', '双休日', '节假日', '寒暑假')),
  weekdays smallint[] not null,
  from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  until_time text not null check (until_time ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  primary key (district_id, id),
  check (until_time > from_time)
);
select platform.distribute('venues.opening');
alter table venues.opening add constraint opening_venue foreign key (district_id, venue_id) references venues.venue (district_id, id) on delete cascade;
create index opening_by_venue on venues.opening (district_id, venue_id);

-- The school's own lessons in it, from its timetable: on school days they go before every booking.
create table venues.lesson (
  district_id int not null,
  id uuid not null,
  venue_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  until_time text not null check (until_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  from_day date not null,
  until_day date not null,
  weeks text not null default '每周' check (weeks in ('每周', '单周', '双周')),
  week_one date not null,
  what text not null default '',
  primary key (district_id, id),
  check (until_time > from_time),
  check (until_day >= from_day)
);
select platform.distribute('venues.lesson');
alter table venues.lesson add constraint lesson_venue foreign key (district_id, venue_id) references venues.venue (district_id, id) on delete cascade;
create index lesson_by_venue on venues.lesson (district_id, venue_id);

-- Repairs, exams, a feast: closed from one moment to another.
create table venues.closing (
  district_id int not null,
  id uuid not null,
  venue_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  why text not null check (why <> ''),
  primary key (district_id, id)
);
select platform.distribute('venues.closing');
alter table venues.closing add constraint closing_venue foreign key (district_id, venue_id) references venues.venue (district_id, id) on delete cascade;
create index closing_by_venue on venues.closing (district_id, venue_id);

-- Things that are lent with a venue; shared: also with another venue of the same school or partner. How many are out at a time is
-- counted by bookings.
create table venues.equipment (
  district_id int not null,
  id uuid not null,
  venue_id uuid not null,
  name text not null check (name <> ''),
  unit text not null default '件',
  stock int not null check (stock between 0 and 9999),
  shared boolean not null default false,
  primary key (district_id, id)
);
select platform.distribute('venues.equipment');
alter table venues.equipment add constraint equipment_venue foreign key (district_id, venue_id) references venues.venue (district_id, id) on delete cascade;
create unique index equipment_name on venues.equipment (district_id, venue_id, name);

-- Pictures of venues and sites, as they are shown: made small before they are sent here.
create table venues.picture (
  district_id int not null,
  id uuid not null,
  venue_id uuid,
  site_id uuid,
  position smallint not null,
  words text not null check (words <> ''),
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
  width smallint not null,
  height smallint not null,
  bytes bytea not null check (octet_length(bytes) <= 500000),
  primary key (district_id, id),
  check ((venue_id is null) <> (site_id is null))
);
select platform.distribute('venues.picture');
alter table venues.picture add constraint picture_venue foreign key (district_id, venue_id) references venues.venue (district_id, id) on delete cascade;
alter table venues.picture add constraint picture_site foreign key (district_id, site_id) references venues.site (district_id, id) on delete cascade;
create index picture_by_venue on venues.picture (district_id, venue_id, position);
create index picture_by_site on venues.picture (district_id, site_id, position);

grant select, insert, update, delete on venues.term, venues.special_day, venues.site, venues.venue, venues.opening, venues.lesson,
  venues.closing, venues.equipment, venues.picture to yanzhen_app;
