import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'

export interface TakenGap {
  id: string
  day: string
  fromTime: string
  untilTime: string
  subject: string
  className: string
  school: string
  takenAt: Date
}

/** Read as the owner, for the teacher who took them. */
export async function listTakenGaps(db: Db, { districtId, teacherId }: TeacherKey, since: Date): Promise<TakenGap[]> {
  const { rows } = await sql<TakenGap>`
    select p.id, p.day, p.from_time, p.until_time, p.subject, p.class_name, u.name as school,
      coalesce(p.taken_at, p.day::timestamptz) as taken_at
    from cover.gap p
    join organizations.unit u on u.id = p.school_id
    where p.district_id = ${districtId} and p.taken_teacher_id = ${teacherId}::uuid and p.state = 'taken'
      and p.day >= ${since}::timestamptz::date
    order by p.day, p.period, p.id limit 2000`.execute(db)
  return rows
}
