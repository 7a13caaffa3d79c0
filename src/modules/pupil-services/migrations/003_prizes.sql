set local citus.multi_shard_modify_mode to 'sequential';

-- How many of a school's awards were first, second and third prizes; awards has all of them, and what has another name.
alter table pupil_services.part
  add column first_prizes int not null default 0 check (first_prizes between 0 and 9999),
  add column second_prizes int not null default 0 check (second_prizes between 0 and 9999),
  add column third_prizes int not null default 0 check (third_prizes between 0 and 9999);
