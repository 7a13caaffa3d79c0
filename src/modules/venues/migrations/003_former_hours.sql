set local citus.multi_shard_modify_mode to 'sequential';

-- The hours that a venue had up to a day, the day included: what happened then is counted against them. A set as it was, empty where
-- it was not open at all.
create table venues.former_hours (
  district_id int not null,
  venue_id uuid not null,
  until_day date not null,
  openings jsonb not null,
  primary key (district_id, venue_id, until_day)
);
select platform.distribute('venues.former_hours');
alter table venues.former_hours add constraint former_hours_venue foreign key (district_id, venue_id) references venues.venue (district_id, id) on delete cascade;
grant select, insert on venues.former_hours to yanzhen_app;
