import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { FactKey } from '#platform/facts.ts'

/**
 * Schools of which something is on file in a year whose list of schools is there, and whose figures are not counted yet. What
 * expires later stands for every year from its own on.
 */
export async function listUncounted(db: Db, districtIds: readonly number[]): Promise<FactKey[]> {
  const { rows } = await sql<FactKey>`
    select distinct f.district_id, f.school_id, y.school_year, f.source
    from (
      select district_id, school_id, school_year as from_year, school_year as until_year, 'pupil-services.months' as source
      from pupil_services.month_sheet
      union all
      select district_id, school_id, school_year, school_year, 'pupil-services.parent-schools'
      from pupil_services.parent_school
      union all
      select district_id, school_id, from_year, 9999::smallint, 'pupil-services.aid' from pupil_services.aid
      union all
      select district_id, school_id, school_year, school_year, 'pupil-services.activities' from pupil_services.activity
      union all
      select p.district_id, p.school_id, a.school_year, a.school_year, 'pupil-services.activities'
      from pupil_services.part p
      join pupil_services.activity a on a.district_id = p.district_id and a.id = p.activity_id
    ) f
    join platform.recorded y on y.district_id = f.district_id and y.school_id = f.school_id
      and y.source = 'organizations.schools' and y.school_year between f.from_year and f.until_year
    where f.district_id = any (${districtIds}::int[])
      and not exists (select from platform.recorded r where r.district_id = f.district_id and r.school_id = f.school_id
        and r.school_year = y.school_year and r.source = f.source)`.execute(db)
  return rows
}

/** What has expired is marked so, and what is good again no longer; returns the schools and years whose figures that touches. */
export async function markLapsed(
  db: Db,
  districtIds: readonly number[],
  today: string,
): Promise<{ districtId: number; schoolId: number; schoolYear: number }[]> {
  const { rows } = await sql<{ districtId: number; schoolId: number; schoolYear: number }>`
    with changed as (
      update pupil_services.aid set lapsed = until_day < ${today}::date
      where district_id = any (${districtIds}::int[]) and lapsed <> (until_day < ${today}::date)
      returning district_id, school_id, from_year)
    select distinct c.district_id, c.school_id, r.school_year from changed c
    join platform.recorded r on r.district_id = c.district_id and r.school_id = c.school_id
      and r.source = 'pupil-services.aid' and r.school_year >= c.from_year`.execute(db)
  return rows
}
