set local citus.multi_shard_modify_mode to 'sequential';

-- The files that a course may name: those that its writers put in, and those that came with its origin. A file stands in
-- the district in which it was put in.
create table courses.entry_file (
  district_id int not null,
  entry_id uuid not null,
  file_id uuid not null,
  file_district_id int not null,
  primary key (district_id, entry_id, file_id)
);
select platform.distribute('courses.entry_file');
alter table courses.entry_file add constraint file_of_entry
  foreign key (district_id, entry_id) references courses.entry (district_id, id) on delete cascade;
grant select, insert, update, delete on courses.entry_file to yanzhen_app;
