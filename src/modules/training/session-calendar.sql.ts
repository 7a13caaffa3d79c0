import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'

/** Those that a teacher takes part in, that a unit holds, or of a course. */
export type SessionsOf = TeacherKey | { unitId: number } | { courseId: string }

export interface CalendarSession {
  id: string
  title: string
  unit: string
  place: string
  startsAt: Date
  endsAt: Date
  madeAt: Date
}

/** Read as the owner, for a teacher who is known to ask: no name of anybody is among it. */
export async function listCalendarSessions(
  db: Db,
  districtIds: readonly number[],
  whose: SessionsOf,
  since: Date,
): Promise<CalendarSession[]> {
  const which =
    'teacherId' in whose
      ? sql`c.district_id = ${whose.districtId} and exists (select from training.enrolment e
          where e.district_id = c.district_id and e.course_id = c.id and e.teacher_id = ${whose.teacherId}::uuid)`
      : 'unitId' in whose
        ? sql`c.unit_id = ${whose.unitId}`
        : sql`c.id::text = ${whose.courseId}`
  const { rows } = await sql<CalendarSession>`
    select s.id, c.title, u.name as unit, s.place, s.starts_at, s.ends_at, c.made_at
    from training.session s
    join training.course c on c.district_id = s.district_id and c.id = s.course_id
    join organizations.unit u on u.id = c.unit_id
    where s.district_id = any (${districtIds}::int[]) and s.starts_at >= ${since} and ${which}
    order by s.starts_at, s.id limit 2000`.execute(db)
  return rows
}
