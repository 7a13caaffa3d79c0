set local citus.multi_shard_modify_mode to 'sequential';

-- How long the way between two schools takes where the office knows it better than the map: said once, for both ways.
create table cover.travel (
  district_id int not null,
  cluster_id int not null,
  school_id int not null,
  to_school_id int not null,
  minutes smallint not null check (minutes between 0 and 240),
  primary key (district_id, cluster_id, school_id, to_school_id),
  check (school_id < to_school_id)
);
select platform.distribute('cover.travel');
grant select, insert, update, delete on cover.travel to yanzhen_app;
