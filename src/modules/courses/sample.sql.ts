import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { LedgerCourse } from './sample.rules.ts'

/** What a cluster's latest ledger tells of its courses, in the order of their numbers. */
export async function listLedgerCourses(
  db: Db,
  { districtId, clusterId }: { districtId: number; clusterId: number },
): Promise<(LedgerCourse & { schoolYear: number })[]> {
  const { rows } = await sql<LedgerCourse & { schoolYear: number }>`
    select c.code, c.name, c.stage, c.school_id, c.partner_school_ids, c.co_built, c.featured, c.exported, c.school_year
    from courses.course c
    where c.district_id = ${districtId} and c.cluster_id = ${clusterId} and c.stage is not null
      and c.school_year = (select max(o.school_year) from courses.course o where o.district_id = ${districtId}
        and o.cluster_id = ${clusterId})
    order by c.code`.execute(db)
  return rows
}
