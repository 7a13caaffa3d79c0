set local citus.multi_shard_modify_mode to 'sequential';

create schema pupil_services;
grant usage on schema pupil_services to yanzhen_app;

-- What schools may tell of in numbers: the services and referrals of the city's policies, written from them. Nothing else can be
-- told, because the counts below refer to it.
create table pupil_services.item (
  code text not null primary key,
  title text not null,
  position smallint not null,
  is_referral boolean not null
);
select platform.reference('pupil_services.item');
grant select on pupil_services.item to yanzhen_app;

-- A school has told of a month. Who it was to is nowhere: there is no column for it.
create table pupil_services.month_sheet (
  district_id int not null,
  school_id int not null,
  month date not null check (extract(day from month) = 1),
  school_year smallint not null,
  handed_in_at timestamptz not null,
  primary key (district_id, school_id, month)
);
select platform.distribute('pupil_services.month_sheet');

create table pupil_services.month_count (
  district_id int not null,
  school_id int not null,
  month date not null,
  school_year smallint not null,
  item text not null,
  times int not null check (times between 1 and 9999),
  people int not null default 0 check (people between 0 and 99999),
  primary key (district_id, school_id, month, item)
);
select platform.distribute('pupil_services.month_count');
alter table pupil_services.month_count add constraint month_count_sheet foreign key (district_id, school_id, month) references pupil_services.month_sheet (district_id, school_id, month) on delete cascade;
alter table pupil_services.month_count add constraint month_count_item foreign key (item) references pupil_services.item (code);
create index month_count_by_year on pupil_services.month_count (district_id, school_id, school_year);

-- The parents' school of a school, as it stood in a school year; established_on is empty where there is none yet.
create table pupil_services.parent_school (
  district_id int not null,
  school_id int not null,
  school_year smallint not null,
  established_on date,
  head text not null default '',
  lessons smallint not null default 0 check (lessons between 0 and 999),
  evidence text not null default '',
  changed_at timestamptz not null,
  primary key (district_id, school_id, school_year)
);
select platform.distribute('pupil_services.parent_school');

-- How a school is ready to save a life: a defibrillator until its pads or battery expire, a training until its certificates do.
-- lapsed is written when until_day has passed, so that what counts rests on rows and not on the clock.
create table pupil_services.aid (
  district_id int not null,
  id uuid not null,
  school_id int not null,
  kind text not null check (kind in ('AED', '救护培训')),
  place text not null default '' check (kind <> 'AED' or place <> ''),
  people int check (people between 1 and 9999),
  from_day date not null,
  from_year smallint not null,
  until_day date not null,
  checked_on date,
  ended_on date,
  lapsed boolean not null default false,
  changed_at timestamptz not null,
  primary key (district_id, id),
  check (until_day >= from_day),
  check ((kind = '救护培训') = (people is not null))
);
select platform.distribute('pupil_services.aid');
create index aid_by_school on pupil_services.aid (district_id, school_id);

select platform.protect('pupil_services.month_sheet', 'school_id');
select platform.protect('pupil_services.month_count', 'school_id');
select platform.protect('pupil_services.parent_school', 'school_id');
select platform.protect('pupil_services.aid', 'school_id');
grant select, insert, update, delete on pupil_services.month_sheet, pupil_services.month_count, pupil_services.parent_school,
  pupil_services.aid to yanzhen_app;
