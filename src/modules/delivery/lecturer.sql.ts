import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import type { Term } from '#shared/week.ts'

export interface TaughtRow {
  course: string
  school: string
  schoolId: number
  schoolYear: number
  term: Term
  mode: string
  state: string
  /** How many times of it were held. */
  held: number
}

/** The shared courses that a teacher gives or gave. */
export async function listTaught(db: Db, { districtId, teacherId }: TeacherKey): Promise<TaughtRow[]> {
  const { rows } = await sql<TaughtRow>`
    select o.course, u.name as school, l.school_id, o.school_year, o.term, o.mode, o.state,
      (select count(*)::int from delivery.session n where n.district_id = o.district_id and n.offering_id = o.id
        and n.state = '已上') as held
    from delivery.lecturer l
    join delivery.offering o on o.district_id = l.district_id and o.id = l.offering_id
    join organizations.unit u on u.id = o.school_id
    where l.district_id = ${districtId} and l.teacher_id = ${teacherId}::uuid
    order by o.school_year desc, o.term desc, o.course`.execute(db)
  return rows
}
