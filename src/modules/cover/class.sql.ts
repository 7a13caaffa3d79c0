import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Term } from '#shared/week.ts'

/** Schools of some districts in a school year. */
interface Of {
  districtIds: readonly number[]
  schoolIds: readonly number[]
  schoolYear: number
}

const lessonsOf = ({ districtIds, schoolIds, schoolYear }: Of) => sql`cover.timetable t
  join cover.lesson l on l.district_id = t.district_id and l.timetable_id = t.id
  where t.district_id = any (${districtIds}::int[]) and t.school_id = any (${schoolIds}::int[])
    and t.school_year = ${schoolYear}`

/** The classes that the timetables of these schools name in a school year. */
export async function listClassNames(db: Db, of: Of): Promise<string[]> {
  const { rows } = await sql<{ className: string }>`
    select distinct l.class_name from ${lessonsOf(of)}`.execute(db)
  return rows.map((row) => row.className)
}

/** That a teacher teaches a class a subject in a term. */
export interface Taught {
  schoolId: number
  className: string
  subject: string
  teacherId: string
  term: Term
}

/** Who teaches which class what, by the timetables of a school year; said once, however often a week. */
export async function listTaught(db: Db, of: Of): Promise<Taught[]> {
  const { rows } = await sql<Taught>`
    select distinct t.school_id, l.class_name, l.subject, l.teacher_id, t.term from ${lessonsOf(of)}
    order by t.school_id, l.class_name, l.subject, l.teacher_id, t.term`.execute(db)
  return rows
}
