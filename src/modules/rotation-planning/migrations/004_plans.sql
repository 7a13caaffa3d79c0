set local citus.multi_shard_modify_mode to 'sequential';

-- Why the planner found no plan when it was asked last: the rules that contradict each other; null where it found one.
alter table rotation_planning.season add column conflict jsonb;
alter table rotation_planning.season add column planned_at timestamptz;
grant update (conflict, planned_at) on rotation_planning.season to yanzhen_app;

-- A plan of a season, never changed: what the office changes by hand is another plan that comes from it. cost and least are in
-- the planner's units; input_hash tells whether what it was made from is still so.
create table rotation_planning.plan (
  district_id int not null,
  id uuid not null,
  season_id uuid not null,
  cluster_id int not null,
  number int not null,
  origin text not null check (origin in ('planner', 'hand')),
  favours text[] not null,
  parent_id uuid,
  note text,
  cost bigint not null,
  least bigint,
  figures jsonb not null,
  faults int not null,
  input_hash text not null,
  made_at timestamptz not null,
  made_by text not null,
  batch_id uuid,
  dropped_at timestamptz,
  primary key (district_id, id)
);
select platform.distribute('rotation_planning.plan');
create unique index plan_number on rotation_planning.plan (district_id, season_id, number);
alter table rotation_planning.plan add constraint plan_season foreign key (district_id, season_id) references rotation_planning.season (district_id, id);

-- Who goes where; to_school_id null: who is called back before the term is over.
create table rotation_planning.plan_move (
  district_id int not null,
  plan_id uuid not null,
  teacher_id uuid not null,
  cluster_id int not null,
  from_school_id int not null,
  to_school_id int,
  stage text not null,
  primary key (district_id, plan_id, teacher_id)
);
select platform.distribute('rotation_planning.plan_move');
alter table rotation_planning.plan_move add constraint plan_move_plan foreign key (district_id, plan_id) references rotation_planning.plan (district_id, id);

select rotation_planning.keep_close('rotation_planning.plan', 'cluster_id');
select rotation_planning.keep_close('rotation_planning.plan_move', 'cluster_id');
grant select, insert, update (note, batch_id, dropped_at) on rotation_planning.plan to yanzhen_app;
grant select, insert on rotation_planning.plan_move to yanzhen_app;
