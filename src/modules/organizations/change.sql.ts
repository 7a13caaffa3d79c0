import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Measure, MeasureScope } from '#platform/measure.ts'
import type { Membership } from './membership.rules.ts'

/** What stood of one school in one cluster. */
export interface Stand {
  clusterId: number
  schoolId: number
  memberships: Membership[]
  keptYears: number[]
}

export interface ChangeRow {
  id: string
  clusterId: number
  otherClusterId: number | null
  kind: 'join' | 'leave' | 'role' | 'move' | 'close'
  told: string
  byDistrict: boolean
  madeAt: Date
  undoneAt: Date | null
  before: Stand[]
  after: Stand[]
}

export async function insertChange(db: Db, change: Omit<ChangeRow, 'undoneAt'>): Promise<void> {
  const { before, after, ...rest } = change
  await db
    .insertInto('organizations.membershipChange')
    .values({ ...rest, before: JSON.stringify(before), after: JSON.stringify(after) })
    .execute()
}

export async function findChange(db: Db, id: string): Promise<ChangeRow | undefined> {
  const { rows } = await sql<ChangeRow>`
    select id, cluster_id, other_cluster_id, kind, told, by_district, made_at, undone_at, before, after
    from organizations.membership_change where id = ${id}`.execute(db)
  return rows[0]
}

/** What was changed by hand in a cluster lately, the last first. */
export async function listChanges(db: Db, clusterId: number): Promise<Omit<ChangeRow, 'before' | 'after'>[]> {
  const { rows } = await sql<Omit<ChangeRow, 'before' | 'after'>>`
    select id, cluster_id, other_cluster_id, kind, told, by_district, made_at, undone_at
    from organizations.membership_change
    where cluster_id = ${clusterId} or other_cluster_id = ${clusterId}
    order by made_at desc, id desc limit 30`.execute(db)
  return rows
}

export async function markUndone(db: Db, id: string, at: Date): Promise<void> {
  await sql`update organizations.membership_change set undone_at = ${at} where id = ${id}`.execute(db)
}

export async function deleteKeptYears(db: Db, clusterId: number, schoolId: number): Promise<void> {
  await sql`delete from organizations.kept_year where cluster_id = ${clusterId} and school_id = ${schoolId}`.execute(db)
}

export async function insertKeptYears(
  db: Db,
  clusterId: number,
  schoolId: number,
  schoolYears: readonly number[],
): Promise<void> {
  await sql`insert into organizations.kept_year (cluster_id, school_id, school_year)
    select ${clusterId}::int, ${schoolId}::int, y from unnest(${schoolYears}::smallint[]) y`.execute(db)
}

/** The school years of which anything is on record for a school. */
export async function listRecordedYears(db: Db, districtId: number, schoolId: number): Promise<number[]> {
  const { rows } = await sql<{ schoolYear: number }>`
    select distinct school_year from platform.recorded
    where district_id = ${districtId} and school_id = ${schoolId} order by 1`.execute(db)
  return rows.map(({ schoolYear }) => schoolYear)
}

/** What a school adds to a measure in each school year; years in which it adds nothing are left out. */
export async function listWeights(
  db: Db,
  measure: Measure,
  scope: MeasureScope,
): Promise<{ schoolYear: number; value: number }[]> {
  const { rows } = await sql<{ schoolYear: number; value: number }>`
    select school_year, sum(weight)::float8 as value from (${measure.select(scope)}) found
    where counted group by school_year having sum(weight) <> 0`.execute(db)
  return rows
}
