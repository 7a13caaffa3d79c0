import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { nameKey } from './judged-activity.sql.ts'
import type { unionStages } from './union.contract.ts'

export interface ClusterKey {
  districtId: number
  clusterId: number
}

export interface UnionKey {
  districtId: number
  id: string
}

export interface UnionRow extends ClusterKey {
  id: string
  name: string
  stages: (typeof unionStages)[number][]
  field: string
  since: string
  until: string | null
}

const unions = sql`select u.district_id, u.id, u.cluster_id, u.name, u.stages, u.field, u.since_day as since, u.until_day as until
  from teaching_research.research_union u`

/** All unions that a cluster ever had, by pinyin. */
export async function listUnions(db: Db, { districtId, clusterId }: ClusterKey): Promise<UnionRow[]> {
  const { rows } = await sql<UnionRow>`${unions}
    where u.district_id = ${districtId} and u.cluster_id = ${clusterId} order by u.pinyin collate "C", u.id`.execute(db)
  return rows
}

export async function findUnion(db: Db, districtIds: readonly number[], id: string): Promise<UnionRow | undefined> {
  const { rows } = await sql<UnionRow>`${unions}
    where u.district_id = any (${districtIds}::int[]) and u.id = ${id}::uuid`.execute(db)
  return rows[0]
}

/** Several unions of any cluster, by their numbers. */
export async function listUnionsById(
  db: Db,
  districtIds: readonly number[],
  ids: readonly string[],
): Promise<UnionRow[]> {
  const { rows } = await sql<UnionRow>`${unions}
    where u.district_id = any (${districtIds}::int[]) and u.id = any (${ids}::uuid[])`.execute(db)
  return rows
}

export interface UnionWritten {
  name: string
  pinyin: string
  stages: string[]
  field: string
  sinceDay: string
  untilDay: string | null
  changedAt: Date
  changedBy: string
}

/** False where another of the cluster bears the name. */
export async function insertUnion(db: Db, union: UnionWritten & ClusterKey & { id: string }): Promise<boolean> {
  const rows = await db
    .insertInto('teachingResearch.researchUnion')
    .values(union)
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function updateUnion(db: Db, { districtId, id }: UnionKey, written: UnionWritten): Promise<void> {
  await db
    .updateTable('teachingResearch.researchUnion')
    .set(written)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export interface StayRow {
  unionId: string
  schoolId: number
  /** As the school is called now. */
  name: string
  from: string
  until: string | null
}

/** The schools of these unions, those that left with the day. */
export async function listUnionSchools(db: Db, districtId: number, unionIds: readonly string[]): Promise<StayRow[]> {
  const { rows } = await sql<StayRow>`
    select s.union_id, s.school_id, n.name, s.from_day as "from", s.until_day as until
    from teaching_research.union_school s join organizations.unit n on n.id = s.school_id
    where s.district_id = ${districtId} and s.union_id = any (${unionIds}::uuid[])
    order by s.until_day desc nulls first, n.pinyin collate "C", s.id`.execute(db)
  return rows
}

export async function insertUnionSchools(
  db: Db,
  { districtId, id: unionId }: UnionKey,
  schools: readonly { id: string; schoolId: number }[],
  fromDay: string,
): Promise<void> {
  if (schools.length === 0) return
  await db
    .insertInto('teachingResearch.unionSchool')
    .values(schools.map((school) => ({ ...school, districtId, unionId, fromDay })))
    .execute()
}

const open = ({ districtId, id }: UnionKey): RawBuilder<unknown> =>
  sql`district_id = ${districtId} and union_id = ${id}::uuid and until_day is null`

/** A stay that began on the very day, or later, was none. */
export async function endUnionSchools(
  db: Db,
  key: UnionKey,
  schoolIds: readonly number[],
  lastDay: string,
): Promise<void> {
  await sql`delete from teaching_research.union_school
    where ${open(key)} and school_id = any (${schoolIds}::int[]) and from_day > ${lastDay}::date`.execute(db)
  await sql`update teaching_research.union_school set until_day = ${lastDay}::date
    where ${open(key)} and school_id = any (${schoolIds}::int[])`.execute(db)
}

export interface ConvenorRow {
  unionId: string
  districtId: number
  teacherId: string
  schoolId: number
  school: string
  name: string
  from: string
  until: string | null
}

/** Who convened these unions, the latest first; `name` by the latest register. */
export async function listConvenors(db: Db, districtId: number, unionIds: readonly string[]): Promise<ConvenorRow[]> {
  const { rows } = await sql<ConvenorRow>`
    select c.union_id, c.teacher_district_id as district_id, c.teacher_id, c.school_id, s.name as school,
      coalesce(t.name, '') as name, c.from_day as "from", c.until_day as until
    from teaching_research.union_convenor c
    join organizations.unit s on s.id = c.school_id
    left join lateral (select t.name from people.teacher_year t where t.district_id = c.teacher_district_id
      and t.teacher_id = c.teacher_id order by t.school_year desc limit 1) t on true
    where c.district_id = ${districtId} and c.union_id = any (${unionIds}::uuid[])
    order by c.until_day desc nulls first, c.from_day desc`.execute(db)
  return rows
}

/** The unions that a teacher convenes now. Read as the owner. */
export async function listConvened(
  db: Db,
  districtIds: readonly number[],
  teacher: { districtId: number; teacherId: string },
): Promise<UnionRow[]> {
  const { rows } = await sql<UnionRow>`${unions}
    join teaching_research.union_convenor c on c.district_id = u.district_id and c.union_id = u.id
    where u.district_id = any (${districtIds}::int[]) and c.teacher_district_id = ${teacher.districtId}
      and c.teacher_id = ${teacher.teacherId}::uuid and c.until_day is null`.execute(db)
  return rows
}

export async function insertConvenor(
  db: Db,
  { districtId, id: unionId }: UnionKey,
  convenor: { id: string; teacherDistrictId: number; teacherId: string; schoolId: number; fromDay: string },
): Promise<void> {
  await db
    .insertInto('teachingResearch.unionConvenor')
    .values({ ...convenor, districtId, unionId })
    .execute()
}

export async function endConvenor(db: Db, key: UnionKey, lastDay: string): Promise<void> {
  await sql`delete from teaching_research.union_convenor where ${open(key)} and from_day > ${lastDay}::date`.execute(db)
  await sql`update teaching_research.union_convenor set until_day = ${lastDay}::date where ${open(key)}`.execute(db)
}

/**
 * How much the unions of a cluster planned and held in a school year, by the ledger; what a workbook and an event both tell is
 * one. `districtIds`: those of the schools.
 */
export async function countDone(
  db: Db,
  { districtId, clusterId, districtIds }: ClusterKey & { districtIds: readonly number[] },
  year: number,
): Promise<{ unionId: string; planned: number; held: number }[]> {
  const { rows } = await sql<{ unionId: string; planned: number; held: number }>`
    select u.id as union_id,
      (select count(*)::int from teaching_research.plan_line p where p.district_id = u.district_id and p.union_id = u.id
        and p.school_year = ${year}::smallint) as planned,
      (select count(distinct (a.held_on, a.form, ${nameKey(sql`a.theme`)}))::int from teaching_research.activity a
        where a.district_id = any (${districtIds}::int[]) and a.cluster_id = u.cluster_id
          and a.union_name = u.name and a.school_year = ${year}::smallint) as held
    from teaching_research.research_union u
    where u.district_id = ${districtId} and u.cluster_id = ${clusterId}`.execute(db)
  return rows
}
