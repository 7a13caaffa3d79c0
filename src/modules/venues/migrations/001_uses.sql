set local citus.multi_shard_modify_mode to 'sequential';

create schema venues;
grant usage on schema venues to yanzhen_app;

create table venues.venue_use (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_year smallint not null,
  row_key text not null,
  used_on date not null,
  venue_name text not null,
  venue_kind text not null check (venue_kind in ('创新实验室', '图书馆', '体育场馆', '其他')),
  school_id int not null,
  user_school_id int not null,
  head_count int not null default 0 check (head_count >= 0),
  import_id uuid,
  source_row int,
  primary key (district_id, id)
);
select platform.distribute('venues.venue_use');
create unique index venue_use_key on venues.venue_use (district_id, cluster_id, school_year, row_key);
create index venue_use_by_school on venues.venue_use (district_id, school_id, school_year) include (venue_kind, user_school_id);
grant select, insert, update, delete on venues.venue_use to yanzhen_app;
