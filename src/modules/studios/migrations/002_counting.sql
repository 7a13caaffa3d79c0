set local citus.multi_shard_modify_mode to 'sequential';

-- What counting asks of a studio, in the district of the school at which it stands: beside its rows of the ledger. The studio itself
-- stands in the district of its cluster, which may be another. Written with the studio, in its transaction.
create table studios.counting (
  district_id int not null,
  studio_id uuid not null,
  studio_district_id int not null,
  school_id int not null,
  line text not null check (line in ('名师工作室', '名校长工作室', '特级教师流动站', '骨干教师研修共同体', '银龄名师工作室')),
  pinyin text not null,
  field text not null,
  from_day date not null,
  until_day date not null,
  primary key (district_id, studio_id)
);
select platform.distribute('studios.counting');
insert into studios.counting (district_id, studio_id, studio_district_id, school_id, line, pinyin, field, from_day, until_day)
select school_district_id, id, district_id, school_id, line, pinyin, field, from_day, least(ended_on, until_day)
from studios.studio;
select platform.protect('studios.counting', 'school_id');
grant select, insert, update, delete on studios.counting to yanzhen_app;
