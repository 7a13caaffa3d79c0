set local citus.multi_shard_modify_mode to 'sequential';

-- A file that a school brought as evidence, once, however many things it shows; moved_at: when something last began or ceased to
-- point at it. What nothing points at goes after some days.
create table pupil_services.evidence (
  district_id int not null,
  id uuid not null,
  school_id int not null,
  file_id uuid not null,
  brought_at timestamptz not null,
  moved_at timestamptz not null,
  primary key (district_id, id)
);
select platform.distribute('pupil_services.evidence');
create index evidence_by_school on pupil_services.evidence (district_id, school_id, brought_at);

-- What points at it: an activity or a device by its number, the parents' school of a year by school and year. The sheet of a month
-- has none: it is numbers alone.
create table pupil_services.evidence_use (
  district_id int not null,
  evidence_id uuid not null,
  about text not null check (about in ('联合活动', '家长学校', 'AED与救护培训')),
  thing text not null check (thing <> ''),
  position smallint not null,
  primary key (district_id, evidence_id, about, thing)
);
select platform.distribute('pupil_services.evidence_use');
alter table pupil_services.evidence_use add constraint evidence_use_evidence foreign key (district_id, evidence_id) references pupil_services.evidence (district_id, id) on delete cascade;
create index evidence_use_by_thing on pupil_services.evidence_use (district_id, about, thing);
grant select, insert, update, delete on pupil_services.evidence, pupil_services.evidence_use to yanzhen_app;
