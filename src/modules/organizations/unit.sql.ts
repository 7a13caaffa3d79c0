import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { prepared } from '#platform/database/prepared.ts'
import type { UnitSubject } from './unit.contract.ts'

export interface NewUnit {
  id: number
  kind: string
  parentId: number | null
  districtId: number
  code: string | null
  name: string
  shortName: string
  pinyin: string
  initials: string
  longitude: number | null
  latitude: number | null
  sample: boolean
}

const unitColumns = sql`u.id, u.kind, u.name, u.short_name, u.district_id, d.name as district_name, u.parent_id, u.stage_scope, u.sample`

/** Any units with these numbers; `clusterIds` of a school are those whose member it is on the day. */
export async function listUnits(db: Db, ids: readonly number[], today: string): Promise<UnitSubject[]> {
  const { rows } = await sql<UnitSubject>`
    select ${unitColumns}, array(
      select m.cluster_id from organizations.membership m
      where m.school_id = u.id and m.from_day <= ${today}::date and (m.until_day is null or m.until_day >= ${today}::date)
      order by 1) as cluster_ids
    from organizations.unit u join organizations.unit d on d.id = u.district_id
    where u.id = any (${ids}::int[])
    order by u.id`.execute(db)
  return rows
}

export const findUnit = async (db: Db, id: number, today: string): Promise<UnitSubject | undefined> =>
  (await listUnits(db, [id], today))[0]

export interface Cluster {
  id: number
  kind: 'cluster' | 'group'
  name: string
  districtId: number
}

/** A cluster or group by its name as a ledger's title gives it. */
export function findCluster(db: Db, districtId: number, name: string): Promise<Cluster | undefined> {
  return db
    .selectFrom('organizations.unit')
    .select(['id', 'kind', 'name', 'districtId'])
    .where('districtId', '=', districtId)
    .where('name', '=', name)
    .where('kind', 'in', ['cluster', 'group'])
    .$castTo<Cluster>()
    .executeTakeFirst()
}

/** The clusters and groups of that name in any district: the command line knows a cluster by its name alone. */
export function listClustersNamed(db: Db, name: string): Promise<Cluster[]> {
  return db
    .selectFrom('organizations.unit')
    .select(['id', 'kind', 'name', 'districtId'])
    .where('name', '=', name)
    .where('kind', 'in', ['cluster', 'group'])
    .orderBy('districtId')
    .$castTo<Cluster>()
    .execute()
}

/** Every cluster and group on file. */
export function listClusters(db: Db): Promise<Cluster[]> {
  return db
    .selectFrom('organizations.unit')
    .select(['id', 'kind', 'name', 'districtId'])
    .where('kind', 'in', ['cluster', 'group'])
    .orderBy('id')
    .$castTo<Cluster>()
    .execute()
}

/** Numbers for units to come; a number that is not used in the end is lost. */
export async function listNewNumbers(db: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval('organizations.unit_number')::int as id from generate_series(1, ${count}::int)`.execute(db)
  return rows.map(({ id }) => id)
}

/** Puts units on file; one that is there already keeps its place in the tree and takes name and coordinates. */
export async function saveUnits(db: Db, units: readonly NewUnit[]): Promise<void> {
  await sql`
    insert into organizations.unit
      (id, kind, parent_id, district_id, code, name, short_name, pinyin, initials, longitude, latitude, sample)
    select * from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as n (id int, kind text, "parentId" int,
      "districtId" int, code text, name text, "shortName" text, pinyin text, initials text, longitude double precision,
      latitude double precision, sample boolean)
    on conflict (id) do update set name = excluded.name, short_name = excluded.short_name, pinyin = excluded.pinyin,
      initials = excluded.initials, longitude = coalesce(excluded.longitude, unit.longitude),
      latitude = coalesce(excluded.latitude, unit.latitude)`.execute(db)
}

/** What stands on file of these units, none of it about persons. */
export async function listUnitNames(
  db: Db,
  ids: readonly number[],
): Promise<{ id: number; name: string; parentId: number | null; sample: boolean }[]> {
  const { rows } = await sql<{ id: number; name: string; parentId: number | null; sample: boolean }>`${prepared}
    select id, name, parent_id, sample from organizations.unit where id = any (${ids}::int[])
    order by pinyin, id`.execute(db)
  return rows
}

export async function updateStageScope(
  db: Db,
  clusterId: number,
  scope: 'same-stage' | 'cross-stage' | null,
): Promise<void> {
  await sql`update organizations.unit set stage_scope = ${scope}
    where id = ${clusterId} and stage_scope_reason is null and stage_scope is distinct from ${scope}`.execute(db)
}

/** Codes of the districts of a city, or of every district on file. */
export async function listDistrictIds(db: Db, cityId?: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from organizations.unit
    where kind = 'district' and (${cityId ?? null}::int is null or parent_id = ${cityId ?? null}::int) order by id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
