import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'

export interface FrozenYear {
  schoolYear: number
  schoolName: string
  eligible: boolean
  reason: string
}

/** What frozen lists say of a teacher. */
export async function listFrozenYearsOf(db: Db, { districtId, teacherId }: TeacherKey): Promise<FrozenYear[]> {
  const { rows } = await sql<FrozenYear>`
    select e.school_year, u.name as school_name, e.eligible, e.reason
    from people.eligible_row e join organizations.unit u on u.id = e.school_id
    where e.district_id = ${districtId} and e.teacher_id = ${teacherId} order by e.school_year desc`.execute(db)
  return rows
}
