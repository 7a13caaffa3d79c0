set local citus.multi_shard_modify_mode to 'sequential';

-- How the authors wish to be named; null: as their names and schools give it.
alter table courses.entry add column byline text;

-- What is new, said with the version that is asked for.
alter table courses.entry add column note text not null default '';

-- What the version was admitted as.
alter table courses.version add column kinds text[] not null default '{}' check (kinds <@ array['共建', '特色', '精品', '长程']);

create index entry_by_origin on courses.entry (district_id, origin_district_id, origin_id) where origin_id is not null;

-- Of a published course: who is to see it once the next version is published; null: as before.
alter table courses.entry add column audience_sought text check (audience_sought in ('本校', '学区', '全区', '公开'));
