set local citus.multi_shard_modify_mode to 'sequential';

-- A cluster has one draft of a school year. Where two were begun at the same moment before this was held, the latest is the
-- draft; the others are spare: somebody wrote in them, so they stay until they are dropped or issued.
alter table publishing.report add column spare boolean not null default false;

update publishing.report r set spare = true
where status in ('draft', 'issuing') and exists (
  select from publishing.report o
  where o.district_id = r.district_id and o.unit_id = r.unit_id and o.school_year = r.school_year
    and o.status in ('draft', 'issuing') and (o.created_at, o.id) > (r.created_at, r.id));

create unique index report_one_draft on publishing.report (district_id, unit_id, school_year)
  where status in ('draft', 'issuing') and not spare;
