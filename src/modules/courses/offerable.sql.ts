import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** A published course of a school, as one teaches it for others. */
export interface Offerable {
  id: string
  name: string
  stages: string[]
  subject: string | null
}

/** The courses of the repository that a school leads, adopted or builds with others. */
export async function listOfferable(db: Db, districtId: number, schoolId: number): Promise<Offerable[]> {
  const { rows } = await sql<Offerable>`
    select e.id, e.name, e.stages, e.subject from courses.entry e
    where e.district_id = ${districtId} and e.published > 0 and e.withdrawn_at is null
      and (e.school_id = ${schoolId} or ${schoolId}::int = any (e.partner_school_ids))
    order by e.name, e.id limit 500`.execute(db)
  return rows
}
