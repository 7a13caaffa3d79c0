set local citus.multi_shard_modify_mode to 'sequential';

-- A course of the repository. What stands in `content` is being written; what the house sees are its versions.
create table courses.entry (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  school_id int not null,
  partner_school_ids int[] not null default '{}',
  -- The number under which a ledger tells the same course: it is then counted here and not there.
  code text,
  name text not null check (name <> ''),
  stages text[] not null check (stages <@ array['学前', '小学', '初中', '高中', '中职', '长者']),
  subject text,
  theme text,
  audience text not null check (audience in ('本校', '学区', '全区', '公开')),
  licence text not null check (licence in ('署名', '署名-非商业', '署名-非商业-禁止改编', '仅限学区内使用')),
  state text not null check (state in ('编写中', '学校审核', '专家评审', '学区审定', '已入库')),
  kinds_sought text[] not null default '{}' check (kinds_sought <@ array['共建', '特色', '精品', '长程']),
  kinds text[] not null default '{}' check (kinds <@ array['共建', '特色', '精品', '长程']),
  content jsonb not null,
  -- Of the last version; 0 before the first.
  published int not null default 0 check (published >= 0),
  admitted_on date,
  withdrawn_at timestamptz,
  revision int not null default 1,
  -- Of a copy: from which course, and which of its versions has been taken in last.
  origin_district_id int,
  origin_id uuid,
  origin_version int,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district_id, id),
  check ((origin_id is null) = (origin_version is null) and (origin_id is null) = (origin_district_id is null))
);
select platform.distribute('courses.entry');
create index entry_by_cluster on courses.entry (district_id, cluster_id, changed_at);
create index entry_by_school on courses.entry (district_id, school_id);
create unique index entry_code on courses.entry (district_id, cluster_id, code) where code is not null;
create unique index entry_copy on courses.entry (district_id, school_id, origin_district_id, origin_id) where origin_id is not null;
grant select, insert, update, delete on courses.entry to yanzhen_app;

-- What was published, word for word; never changed. Authors are named in it as they wish to be: it is their work.
create table courses.version (
  district_id int not null,
  entry_id uuid not null,
  number int not null check (number > 0),
  name text not null,
  content jsonb not null,
  byline text not null,
  note text not null default '',
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (district_id, entry_id, number)
);
select platform.distribute('courses.version');
alter table courses.version add constraint version_of_entry
  foreign key (district_id, entry_id) references courses.entry (district_id, id) on delete cascade;
grant select, insert on courses.version to yanzhen_app;

create table courses.author (
  district_id int not null,
  entry_id uuid not null,
  teacher_id uuid not null,
  school_id int not null,
  place smallint not null,
  primary key (district_id, entry_id, teacher_id)
);
select platform.distribute('courses.author');
alter table courses.author add constraint author_of_entry
  foreign key (district_id, entry_id) references courses.entry (district_id, id) on delete cascade;
create index author_by_teacher on courses.author (district_id, teacher_id);
select platform.protect('courses.author', 'school_id');
grant select, insert, update, delete on courses.author to yanzhen_app;

-- What was said of a course on its way in; `round` is the number of the version that was asked for.
create table courses.review (
  district_id int not null,
  id uuid not null,
  entry_id uuid not null,
  round int not null,
  step text not null check (step in ('学校审核', '专家评审', '学区审定')),
  reviewer_id uuid not null,
  reviewer_name text not null,
  verdict text not null check (verdict in ('通过', '退回')),
  scores jsonb not null default '[]',
  kinds text[] not null default '{}',
  words text not null default '',
  reviewed_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('courses.review');
alter table courses.review add constraint review_of_entry
  foreign key (district_id, entry_id) references courses.entry (district_id, id) on delete cascade;
create index review_by_entry on courses.review (district_id, entry_id, round);
grant select, insert on courses.review to yanzhen_app;

-- 长程课程: one theme through the ages, and what each step hands on to the next.
create table courses.path (
  district_id int not null,
  id uuid not null,
  cluster_id int not null,
  name text not null check (name <> ''),
  aims text not null default '',
  revision int not null default 1,
  changed_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('courses.path');
create unique index path_name on courses.path (district_id, cluster_id, name);
grant select, insert, update, delete on courses.path to yanzhen_app;

create table courses.path_step (
  district_id int not null,
  path_id uuid not null,
  step text not null check (step in ('学前', '小学', '初中', '高中', '长者')),
  entry_id uuid,
  aims text not null default '',
  gives text not null default '',
  primary key (district_id, path_id, step)
);
select platform.distribute('courses.path_step');
alter table courses.path_step add constraint step_of_path
  foreign key (district_id, path_id) references courses.path (district_id, id) on delete cascade;
grant select, insert, update, delete on courses.path_step to yanzhen_app;
