import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'

/** A meeting of a mentor and a mentee. */
export interface CalendarMeeting {
  id: string
  day: string
  subject: string
  schools: string
  writtenAt: Date
}

/** Those of a teacher, on either side, or of a school's pairs. Read as the owner: no name of anybody is among it. */
export async function listCalendarMeetings(
  db: Db,
  districtIds: readonly number[],
  whose: TeacherKey | { schoolId: number },
  since: Date,
): Promise<CalendarMeeting[]> {
  const which =
    'teacherId' in whose
      ? sql`((p.mentor_district_id = ${whose.districtId} and p.mentor_id = ${whose.teacherId}::uuid)
          or (p.district_id = ${whose.districtId} and p.mentee_id = ${whose.teacherId}::uuid))`
      : sql`(p.mentor_school_id = ${whose.schoolId} or p.school_id = ${whose.schoolId})`
  const { rows } = await sql<CalendarMeeting>`
    select e.id, e.held_on as day, p.subject, a.name || '与' || b.name as schools, e.written_at
    from teaching_research.pair_entry e
    join teaching_research.pair p on p.district_id = e.district_id and p.id = e.pair_id
    join organizations.unit a on a.id = p.mentor_school_id
    join organizations.unit b on b.id = p.school_id
    where e.district_id = any (${districtIds}::int[]) and e.kind = '活动' and e.held_on >= ${since}::timestamptz::date and ${which}
    order by e.held_on, e.id limit 2000`.execute(db)
  return rows
}
