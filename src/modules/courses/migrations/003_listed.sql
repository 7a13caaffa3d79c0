set local citus.multi_shard_modify_mode to 'sequential';

-- What is published of a course as it is listed, counted and searched (see passage.rules.ts): made anew from the course
-- whenever that changes. `name` and `marks` are in the form in which one searches; `marks` are numbers for the characters
-- that stand in the course and for those that stand beside one another in it.
create table courses.listed (
  district_id int not null,
  entry_id uuid not null,
  cluster_id int not null,
  school_id int not null,
  partner_school_ids int[] not null,
  audience text not null,
  stages text[] not null,
  subject text,
  theme text,
  kinds text[] not null,
  licence text not null,
  name text not null,
  -- 精品 stand first, then what is newest.
  best boolean not null,
  published_at timestamptz not null,
  name_marks int[] not null,
  marks int[] not null,
  primary key (district_id, entry_id)
);
select platform.distribute('courses.listed');
alter table courses.listed add constraint listed_of_entry
  foreign key (district_id, entry_id) references courses.entry (district_id, id) on delete cascade;

-- Its words in parts, as they are searched and, where that is not the same, as they are read.
create table courses.passage (
  district_id int not null,
  entry_id uuid not null,
  part int not null,
  body text not null,
  shown text,
  primary key (district_id, entry_id, part)
);
select platform.distribute('courses.passage');
alter table courses.passage add constraint passage_of_listed
  foreign key (district_id, entry_id) references courses.listed (district_id, entry_id) on delete cascade;

-- Says what the planner cannot know: to read the marks of a course is dear, to ask the index for them is not.
create function courses.dear(marks int[]) returns int[] language plpgsql immutable parallel safe cost 5000 as
$$ begin return marks; end $$;

-- Texts and marks lie beside the rows, in which one counts, and as they are: they hardly get smaller.
alter table courses.listed alter column marks set storage external;
alter table courses.listed alter column marks set statistics 0;
alter table courses.passage alter column body set storage external;
alter table courses.passage alter column shown set storage external;
alter table courses.passage set (toast_tuple_target = 128);

create index listed_marks on courses.listed using gin (courses.dear(marks));
-- Whatever is looked for, the index is the way to it.
alter index courses.listed_marks alter column 1 set statistics 0;
create index listed_names on courses.listed using gin (name_marks);
create index listed_order on courses.listed (best, published_at, entry_id);
create index entry_origin on courses.entry (origin_id) where origin_id is not null;
grant select, insert, update, delete on courses.listed, courses.passage to yanzhen_app;
