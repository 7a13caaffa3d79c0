import { sql, type RawBuilder } from 'kysely'
import type { Db } from './database/database.ts'

/** Whose figures a write touches: one source of facts, one school, one school year. */
export interface FactKey {
  districtId: number
  schoolId: number
  schoolYear: number
  /** As measures name it: 'people.teachers'. */
  source: string
}

/** Notes that the figures of these keys must be recounted before they are read again. Call it in the write's own transaction. */
export async function noteStale(db: Db, keys: readonly FactKey[]): Promise<void> {
  if (keys.length === 0) return
  await sql`insert into platform.stale (district_id, school_id, school_year, source) ${distinct(keys)}`.execute(db)
}

/** What went stale of one school year of a district. */
export interface StaleYear {
  districtId: number
  schoolYear: number
  schoolIds: number[]
  sources: string[]
}

/** Takes the district's stale log away and returns what it named, by school year. */
export async function deleteStale(db: Db, districtId: number): Promise<StaleYear[]> {
  const { rows } = await sql<StaleYear>`
    with gone as (delete from platform.stale where district_id = ${districtId} returning *)
    select district_id, school_year, array_agg(distinct school_id) as school_ids, array_agg(distinct source) as sources
    from gone group by district_id, school_year order by school_year`.execute(db)
  return rows
}

/**
 * Notes that a source was handed in for these schools and years, be it empty: their counts are then 0 and not unknown.
 * Returns the keys of which nothing had been handed in before: their figures are to be counted for the first time.
 */
export async function noteRecorded(db: Db, keys: readonly FactKey[]): Promise<FactKey[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<FactKey>`
    insert into platform.recorded (district_id, school_id, school_year, source) ${distinct(keys)}
    on conflict do nothing
    returning district_id, school_id, school_year, source`.execute(db)
  return rows
}

/**
 * Counts a source that comes of work in the product, and of no ledger, from now on: a school's year begins to have figures
 * with its register.
 */
export async function beginToCount(db: Db, keys: readonly FactKey[]): Promise<void> {
  if (keys.length === 0) return
  const { rows } = await sql<FactKey>`
    select k.* from (${distinct(keys)}) k
    where exists (select from platform.recorded r where r.district_id = k.district_id and r.school_id = k.school_id
      and r.school_year = k.school_year and r.source = 'people.teachers')`.execute(db)
  await noteStale(db, await noteRecorded(db, rows))
}

/** Takes back that these were handed in: an import that said so is undone. */
export async function deleteRecorded(db: Db, keys: readonly FactKey[]): Promise<void> {
  if (keys.length === 0) return
  await sql`
    delete from platform.recorded r using (${distinct(keys)}) k
    where r.district_id = k.district_id and r.school_id = k.school_id and r.school_year = k.school_year
      and r.source = k.source`.execute(db)
}

/** Ordered, so that two writers who note the same keys wait for each other instead of dead-locking. */
function distinct(keys: readonly FactKey[]): RawBuilder<unknown> {
  return sql`
    select distinct district_id, school_id, school_year, source
    from unnest(${keys.map((key) => key.districtId)}::int[], ${keys.map((key) => key.schoolId)}::int[],
      ${keys.map((key) => key.schoolYear)}::smallint[], ${keys.map((key) => key.source)}::text[])
      as noted (district_id, school_id, school_year, source)
    order by 1, 2, 3, 4`
}
