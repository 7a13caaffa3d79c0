import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { FactKey } from '#platform/facts.ts'
import type { Measure, MeasureScope } from '#platform/measure.ts'

/** A school in one school year. */
export interface SchoolYear {
  schoolId: number
  schoolYear: number
}

/** A counter whose stored value is not what a recount gives; null where there is no such counter. */
export interface Difference {
  districtId: number
  unitId: number
  schoolYear: number
  measure: string
  part: string
  stored: number | null
  recounted: number | null
}

/** Which of these districts have figures that must be recounted before they are read. */
export async function listStaleDistricts(db: Db, districtIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ districtId: number }>`
    select d.district_id from unnest(${districtIds}::int[]) as d (district_id)
    where exists (select from platform.stale s where s.district_id = d.district_id)
    order by d.district_id`.execute(db)
  return rows.map(({ districtId }) => districtId)
}

/** One recount of a district at a time: two would trip over each other's rows. Held until the transaction ends. */
export async function lockCounters(db: Db, districtId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(8270413, ${districtId}::int)`.execute(db)
}

/** Everything that was ever handed in in the district: what a recount from scratch counts. */
export async function listRecorded(db: Db, districtId: number): Promise<FactKey[]> {
  const { rows } = await sql<FactKey>`
    select district_id, school_id, school_year, source from platform.recorded
    where district_id = ${districtId}`.execute(db)
  return rows
}

/** Takes away the counters of these schools and years, and the district's own rows of these years. */
export async function deleteCounters(
  db: Db,
  districtId: number,
  measures: readonly string[],
  keys: readonly SchoolYear[],
): Promise<void> {
  await sql`
    delete from assessment.counter c
    using (select school_id, school_year from ${asTable(keys)} union select ${districtId}::int, school_year from ${asTable(keys)}) k
    where c.district_id = ${districtId} and c.unit_id = k.school_id and c.school_year = k.school_year
      and c.measure = any (${measures}::text[])`.execute(db)
}

export async function deleteDistrictCounters(db: Db, districtId: number): Promise<void> {
  await db.deleteFrom('assessment.counter').where('districtId', '=', districtId).execute()
}

export async function insertCounters(
  db: Db,
  districtId: number,
  measure: Measure,
  keys: readonly SchoolYear[],
): Promise<void> {
  await sql`
    insert into assessment.counter (district_id, unit_id, school_year, measure, part, value)
    ${counted(districtId, measure, keys)}`.execute(db)
}

/** The district's own rows of these years and measures: the sum over its schools, each once. */
export async function insertRollups(
  db: Db,
  districtId: number,
  measures: readonly string[],
  schoolYears: readonly number[],
): Promise<void> {
  await sql`
    insert into assessment.counter (district_id, unit_id, school_year, measure, part, value)
    ${rolledUp(districtId, measures, schoolYears)}`.execute(db)
}

/** Where a district's counters of one measure differ from a count from scratch; `keys` is all that was handed in for it. */
export function listSchoolDifferences(
  db: Db,
  districtId: number,
  measure: Measure,
  keys: readonly SchoolYear[],
): Promise<Difference[]> {
  return differences(
    db,
    sql`
      select * from assessment.counter
      where district_id = ${districtId} and unit_id <> ${districtId} and measure = ${measure.name}`,
    counted(districtId, measure, keys),
  )
}

/** Where a district's own rows differ from the sum over its schools' counters. */
export function listRollupDifferences(
  db: Db,
  districtId: number,
  measures: readonly string[],
  schoolYears: readonly number[],
): Promise<Difference[]> {
  return differences(
    db,
    sql`select * from assessment.counter where district_id = ${districtId} and unit_id = ${districtId}`,
    rolledUp(districtId, measures, schoolYears),
  )
}

async function differences(db: Db, stored: RawBuilder<unknown>, recounted: RawBuilder<unknown>): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    select district_id, unit_id, school_year, measure, part, s.value as stored, r.value as recounted
    from (${stored}) s full join (${recounted}) r using (district_id, unit_id, school_year, measure, part)
    where s.value is distinct from r.value
    order by district_id, unit_id, school_year, measure, part`.execute(db)
  return rows
}

/** One row for each part that counts something; a source that was handed in and counts nothing is a single 0. */
function counted(districtId: number, measure: Measure, keys: readonly SchoolYear[]): RawBuilder<unknown> {
  const scope: MeasureScope = {
    districtIds: [districtId],
    schoolIds: [...new Set(keys.map(({ schoolId }) => schoolId))],
    schoolYears: [...new Set(keys.map(({ schoolYear }) => schoolYear))],
  }
  return sql`
    select r.district_id, r.school_id as unit_id, r.school_year, ${measure.name}::text as measure,
      coalesce(v.part, '') as part, coalesce(v.value, 0)::bigint as value
    from (select * from ${asTable(keys)}) k
    join platform.recorded r on r.district_id = ${districtId} and r.school_id = k.school_id
      and r.school_year = k.school_year and r.source = ${measure.source}
    left join (
      select c.school_id, c.school_year, c.part, sum(c.weight) as value
      from (${measure.select(scope)}) c where c.counted
      group by c.school_id, c.school_year, c.part
    ) v on v.school_id = k.school_id and v.school_year = k.school_year`
}

const rolledUp = (districtId: number, measures: readonly string[], schoolYears: readonly number[]) => sql`
  select district_id, ${districtId}::int as unit_id, school_year, measure, part, sum(value)::bigint as value
  from assessment.counter
  where district_id = ${districtId} and unit_id <> ${districtId} and school_year = any (${schoolYears}::smallint[])
    and measure = any (${measures}::text[])
  group by district_id, school_year, measure, part`

const asTable = (keys: readonly SchoolYear[]) => sql`
  unnest(${keys.map(({ schoolId }) => schoolId)}::int[], ${keys.map(({ schoolYear }) => schoolYear)}::smallint[])
    as keyed (school_id, school_year)`
