set local citus.multi_shard_modify_mode to 'sequential';

create schema assessment;
grant usage on schema assessment to yanzhen_app;

-- The value of one measure for one school and school year; a district's row (unit_id = district_id) is the sum over its schools,
-- each once. A row stands only where the source was recorded: no row is no data, 0 is a counted nothing.
create table assessment.counter (
  district_id int not null,
  unit_id int not null,
  school_year smallint not null,
  measure text not null,
  part text not null,
  value bigint not null,
  primary key (district_id, unit_id, school_year, measure, part) include (value)
);
select platform.distribute('assessment.counter');
create index counter_by_measure on assessment.counter (district_id, school_year, measure);
grant select on assessment.counter to yanzhen_app;

-- The district's or the town's appraisal of a school in a school year.
create table assessment.appraisal (
  district_id int not null,
  school_id int not null,
  school_year smallint not null,
  grade text not null check (grade in ('优秀', '良好', '合格', '不合格')),
  import_id uuid,
  source_row int,
  primary key (district_id, school_id, school_year)
);
select platform.distribute('assessment.appraisal');
grant select, insert, update, delete on assessment.appraisal to yanzhen_app;
