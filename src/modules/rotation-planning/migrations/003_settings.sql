set local citus.multi_shard_modify_mode to 'sequential';

-- The numbers of the rules and the weights in words, as the office has set them; null: as they follow from the documents.
alter table rotation_planning.season add column rules jsonb;
alter table rotation_planning.season add column weights jsonb;
grant update (rules, weights) on rotation_planning.season to yanzhen_app;

-- How strong a school is, 0 to 100, where the office says otherwise than its appraisal.
create table rotation_planning.standing (
  district_id int not null,
  season_id uuid not null,
  school_id int not null,
  cluster_id int not null,
  standing smallint not null check (standing between 0 and 100),
  primary key (district_id, season_id, school_id)
);
select platform.distribute('rotation_planning.standing');
alter table rotation_planning.standing add constraint standing_season foreign key (district_id, season_id) references rotation_planning.season (district_id, id);

-- 组团: teachers of one school and stage who go together or not at all. A teacher is in one team.
create table rotation_planning.team_member (
  district_id int not null,
  season_id uuid not null,
  teacher_id uuid not null,
  team_id uuid not null,
  school_id int not null,
  cluster_id int not null,
  primary key (district_id, season_id, teacher_id)
);
select platform.distribute('rotation_planning.team_member');
alter table rotation_planning.team_member add constraint team_member_season foreign key (district_id, season_id) references rotation_planning.season (district_id, id);

-- What the office fixes beforehand: this teacher to that school, not to that school, or stays.
create table rotation_planning.pin (
  district_id int not null,
  id uuid not null,
  season_id uuid not null,
  teacher_id uuid not null,
  school_id int not null,
  cluster_id int not null,
  kind text not null check (kind in ('to', 'not-to', 'stays')),
  to_school_id int,
  note text,
  primary key (district_id, id),
  check ((kind = 'stays') = (to_school_id is null))
);
select platform.distribute('rotation_planning.pin');
create unique index pin_once on rotation_planning.pin (district_id, season_id, teacher_id, coalesce(to_school_id, 0));
alter table rotation_planning.pin add constraint pin_season foreign key (district_id, season_id) references rotation_planning.season (district_id, id);

-- Plans are the office's until schools hear of them.
select rotation_planning.keep_close('rotation_planning.team_member', 'cluster_id');
select rotation_planning.keep_close('rotation_planning.pin', 'cluster_id');
select rotation_planning.keep_close('rotation_planning.standing', 'cluster_id');
grant select, insert, update, delete on rotation_planning.standing to yanzhen_app;
grant select, insert, delete on rotation_planning.team_member, rotation_planning.pin to yanzhen_app;
