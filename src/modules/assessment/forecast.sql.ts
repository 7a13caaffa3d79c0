import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Measure } from '#platform/measure.ts'

/** One day's part of a figure. Sums only: no person in it. */
export interface DayWeight {
  schoolYear: number
  /** null where the fact names no day. */
  day: string | null
  weight: number
}

interface Members {
  districtId: number
  schoolId: number
  schoolYear: number
}

/** How much of a measure fell on each day, over the schools that were members in each of the years. */
export async function listDayWeights(
  db: Db,
  members: readonly Members[],
  measure: Measure,
  dayColumn: string,
): Promise<DayWeight[]> {
  const distinct = (key: keyof Members) => [...new Set(members.map((member) => member[key]))]
  const scope = {
    districtIds: distinct('districtId'),
    schoolIds: distinct('schoolId'),
    schoolYears: distinct('schoolYear'),
  }
  const { rows } = await sql<DayWeight>`
    select c.school_year, c.cells ->> ${dayColumn} as day, sum(c.weight)::bigint as weight
    from (${measure.select(scope)}) c
    join unnest(${members.map(({ schoolId }) => schoolId)}::int[], ${members.map(({ schoolYear }) => schoolYear)}::smallint[])
      as m (school_id, school_year) on m.school_id = c.school_id and m.school_year = c.school_year
    where c.counted
    group by 1, 2`.execute(db)
  return rows
}
