set local citus.multi_shard_modify_mode to 'sequential';

-- The most of its eligible teachers that a school may keep at home, of a hundred.
alter table rotation_planning.season add column kept_percent smallint not null default 20 check (kept_percent between 0 and 100);
grant update (kept_percent) on rotation_planning.season to yanzhen_app;

-- What a school has handed in, and when it was last reminded. The caps: how many may leave and come at most; null: none is set.
create table rotation_planning.school_answer (
  district_id int not null,
  season_id uuid not null,
  school_id int not null,
  cluster_id int not null,
  most_out smallint check (most_out >= 0),
  most_in smallint check (most_in >= 0),
  note text,
  handed_in_at timestamptz,
  handed_in_by text,
  reminded_at timestamptz,
  primary key (district_id, season_id, school_id)
);
select platform.distribute('rotation_planning.school_answer');
alter table rotation_planning.school_answer add constraint school_answer_season foreign key (district_id, season_id) references rotation_planning.season (district_id, id);

-- How many teachers of a subject a school lacks (> 0) or has to spare (< 0). What is level has no row.
create table rotation_planning.need (
  district_id int not null,
  season_id uuid not null,
  school_id int not null,
  cluster_id int not null,
  stage text not null,
  subject text not null,
  lacks smallint not null check (lacks <> 0),
  primary key (district_id, season_id, school_id, stage, subject)
);
select platform.distribute('rotation_planning.need');
alter table rotation_planning.need add constraint need_season foreign key (district_id, season_id) references rotation_planning.season (district_id, id);

-- Whom a school must keep at home this year, and why.
create table rotation_planning.kept_teacher (
  district_id int not null,
  season_id uuid not null,
  teacher_id uuid not null,
  school_id int not null,
  cluster_id int not null,
  reason text not null check (reason <> ''),
  primary key (district_id, season_id, teacher_id)
);
select platform.distribute('rotation_planning.kept_teacher');
alter table rotation_planning.kept_teacher add constraint kept_teacher_season foreign key (district_id, season_id) references rotation_planning.season (district_id, id);

select rotation_planning.keep_close('rotation_planning.school_answer', 'cluster_id', 'school_id');
select rotation_planning.keep_close('rotation_planning.need', 'cluster_id', 'school_id');
select rotation_planning.keep_close('rotation_planning.kept_teacher', 'cluster_id', 'school_id');
grant select, insert, update on rotation_planning.school_answer to yanzhen_app;
grant select, insert, delete on rotation_planning.need, rotation_planning.kept_teacher to yanzhen_app;
