set local citus.multi_shard_modify_mode to 'sequential';

-- A path is written by a school, goes through the same three steps as a course, and is admitted as a whole. What stands in
-- its columns and steps is being written; `shown` is what was admitted last, word for word.
alter table courses.path add column school_id int not null;
alter table courses.path add column theme text;
alter table courses.path add column byline text not null default '';
alter table courses.path add column state text not null default '编写中'
  check (state in ('编写中', '学校审核', '专家评审', '学区审定', '已入库'));
-- How many times it was admitted.
alter table courses.path add column published int not null default 0 check (published >= 0);
alter table courses.path add column shown jsonb;
alter table courses.path add column admitted_on date;
alter table courses.path add column withdrawn_at timestamptz;
alter table courses.path add column created_by uuid not null;
alter table courses.path add column created_at timestamptz not null;
alter table courses.path add constraint path_shown check ((published = 0) = (shown is null));
create index path_by_school on courses.path (district_id, school_id);
create index step_by_entry on courses.path_step (district_id, entry_id);

-- What was said of a path on its way in, as of a course.
create table courses.path_review (
  district_id int not null,
  id uuid not null,
  path_id uuid not null,
  round int not null,
  step text not null check (step in ('学校审核', '专家评审', '学区审定')),
  reviewer_id uuid not null,
  reviewer_name text not null,
  verdict text not null check (verdict in ('通过', '退回')),
  scores jsonb not null default '[]',
  words text not null default '',
  reviewed_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('courses.path_review');
alter table courses.path_review add constraint review_of_path
  foreign key (district_id, path_id) references courses.path (district_id, id) on delete cascade;
create index path_review_by_path on courses.path_review (district_id, path_id, round);
grant select, insert on courses.path_review to yanzhen_app;
