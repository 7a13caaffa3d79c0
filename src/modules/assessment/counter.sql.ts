import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Measure } from '#platform/measure.ts'

/** Some schools of a district in one school year. */
export interface SchoolsOfYear {
  districtId: number
  schoolYear: number
  schoolIds: readonly number[]
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

/** The school years of which anything was handed in in the district, each with its schools. */
export async function listRecordedYears(db: Db, districtId: number): Promise<SchoolsOfYear[]> {
  const { rows } = await sql<SchoolsOfYear>`
    select district_id, school_year, array_agg(distinct school_id) as school_ids from platform.recorded
    where district_id = ${districtId} group by district_id, school_year order by school_year`.execute(db)
  return rows
}

/** What was handed in of these schools: from which sources, of which schools. */
export async function listRecorded(db: Db, of: SchoolsOfYear): Promise<{ source: string; schoolIds: number[] }[]> {
  const { rows } = await sql<{ source: string; schoolIds: number[] }>`
    select source, array_agg(school_id) as school_ids from platform.recorded
    where district_id = ${of.districtId} and school_id = any (${of.schoolIds}::int[]) and school_year = ${of.schoolYear}
    group by source`.execute(db)
  return rows
}

/** Takes away some measures' counters of these schools, and the district's own of that year. */
export async function deleteCounters(db: Db, of: SchoolsOfYear, measures: readonly string[]): Promise<void> {
  await db
    .deleteFrom('assessment.counter')
    .where('districtId', '=', of.districtId)
    .where('unitId', 'in', [...of.schoolIds, of.districtId])
    .where('schoolYear', '=', of.schoolYear)
    .where('measure', 'in', measures)
    .execute()
}

export async function deleteDistrictCounters(db: Db, districtId: number): Promise<void> {
  await db.deleteFrom('assessment.counter').where('districtId', '=', districtId).execute()
}

export async function insertCounters(db: Db, of: SchoolsOfYear, measure: Measure): Promise<void> {
  await sql`
    insert into assessment.counter (district_id, unit_id, school_year, measure, part, value)
    ${counted(of, measure)}`.execute(db)
}

/** The district's own rows of that year: the sum over its schools, each once. */
export async function insertRollups(
  db: Db,
  of: Omit<SchoolsOfYear, 'schoolIds'>,
  measures: readonly string[],
): Promise<void> {
  await sql`
    insert into assessment.counter (district_id, unit_id, school_year, measure, part, value)
    ${rolledUp(of)} and measure = any (${measures}::text[]) group by measure, part`.execute(db)
}

/** Where a district's counters of one measure and year differ from a count from scratch over all schools that handed in. */
export function listSchoolDifferences(db: Db, of: SchoolsOfYear, measure: Measure): Promise<Difference[]> {
  const stored = sql`
    select * from assessment.counter
    where district_id = ${of.districtId} and school_year = ${of.schoolYear} and measure = ${measure.name}
      and unit_id <> ${of.districtId}`
  return differences(db, stored, counted(of, measure))
}

/** Where a district's own rows of a year differ from the sum over its schools' counters. */
export function listRollupDifferences(db: Db, of: Omit<SchoolsOfYear, 'schoolIds'>): Promise<Difference[]> {
  const stored = sql`
    select * from assessment.counter
    where district_id = ${of.districtId} and school_year = ${of.schoolYear} and unit_id = ${of.districtId}`
  return differences(db, stored, sql`${rolledUp(of)} group by measure, part`)
}

async function differences(db: Db, stored: RawBuilder<unknown>, recounted: RawBuilder<unknown>): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    select district_id, unit_id, school_year, measure, part, s.value as stored, r.value as recounted
    from (${stored}) s full join (${recounted}) r using (district_id, unit_id, school_year, measure, part)
    where s.value is distinct from r.value
    order by unit_id, part`.execute(db)
  return rows
}

/** Each school has a row for the part '', be it 0: that says that the source was handed in. */
function counted({ districtId, schoolYear, schoolIds }: SchoolsOfYear, measure: Measure): RawBuilder<unknown> {
  const scope = { districtIds: [districtId], schoolIds, schoolYears: [schoolYear] }
  return sql`
    select ${districtId}::int as district_id, school_id as unit_id, ${schoolYear}::smallint as school_year,
      ${measure.name}::text as measure, part, sum(weight)::bigint as value
    from (
      select school_id, '' as part, 0 as weight from unnest(${schoolIds}::int[]) as handed_in (school_id)
      union all
      select c.school_id, c.part, c.weight from (${measure.select(scope)}) c where c.counted
    ) each_one
    group by school_id, part`
}

const rolledUp = ({ districtId, schoolYear }: Omit<SchoolsOfYear, 'schoolIds'>) => sql`
  select ${districtId}::int as district_id, ${districtId}::int as unit_id, ${schoolYear}::smallint as school_year,
    measure, part, sum(value)::bigint as value
  from assessment.counter
  where district_id = ${districtId} and school_year = ${schoolYear} and unit_id <> ${districtId}`
