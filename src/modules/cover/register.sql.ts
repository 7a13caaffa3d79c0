import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** A teacher as the latest register of a school, not later than a school year, has them. */
export interface SchoolTeacher {
  districtId: number
  teacherId: string
  schoolId: number
  staffNo: string
  name: string
  pinyin: string
  stage: string | null
  subject: string | null
}

/** The teachers of these schools of a district, each at the school of the latest year on file. */
export async function listTeachersAt(
  db: Db,
  districtId: number,
  schoolIds: readonly number[],
  schoolYear: number,
): Promise<SchoolTeacher[]> {
  const { rows } = await sql<SchoolTeacher>`
    select * from (
      select distinct on (t.teacher_id) t.district_id, t.teacher_id, t.school_id, t.staff_no, t.name, t.pinyin, t.stage, t.subject
      from people.teacher_year t
      join (select school_id, max(school_year) as school_year from people.teacher_year
        where district_id = ${districtId} and school_id = any (${schoolIds}::int[]) and school_year <= ${schoolYear}
        group by school_id) l on l.school_id = t.school_id and l.school_year = t.school_year
      where t.district_id = ${districtId} and t.school_id = any (${schoolIds}::int[])
      order by t.teacher_id, t.school_year desc) t
    order by t.pinyin collate "C", t.teacher_id`.execute(db)
  return rows
}

/** The names of teachers by the latest year on file, whichever school they are at. */
export async function listTeachersNamed(
  db: Db,
  districtId: number,
  teacherIds: readonly string[],
): Promise<Pick<SchoolTeacher, 'teacherId' | 'schoolId' | 'name' | 'pinyin' | 'staffNo'>[]> {
  const { rows } = await sql<SchoolTeacher>`
    select distinct on (t.teacher_id) t.teacher_id, t.school_id, t.name, t.pinyin, t.staff_no from people.teacher_year t
    where t.district_id = ${districtId} and t.teacher_id = any (${teacherIds}::uuid[])
    order by t.teacher_id, t.school_year desc`.execute(db)
  return rows
}
