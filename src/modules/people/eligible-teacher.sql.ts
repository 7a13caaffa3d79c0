import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** Somebody whom the frozen list of a year says to be 符合交流条件; the stage is the register's of that year. */
export interface EligibleTeacher {
  districtId: number
  teacherId: string
  schoolId: number
  name: string
  pinyin: string
  stage: string | null
  subject: string | null
  backbone: string | null
  /** The rule that decided it, in words. */
  reason: string
}

/** Who is 符合交流条件 by the frozen lists of these schools, by pinyin; of all of them, or of some teachers. */
export async function listEligibleTeachers(
  db: Db,
  schools: readonly { districtId: number; schoolId: number }[],
  schoolYear: number,
  teacherIds: readonly string[] | null = null,
): Promise<EligibleTeacher[]> {
  const { rows } = await sql<EligibleTeacher>`
    select e.district_id, e.teacher_id, e.school_id, e.name, e.pinyin, t.stage, e.subject, e.backbone, e.reason
    from people.eligible_row e
    left join people.teacher_year t
      on t.district_id = e.district_id and t.teacher_id = e.teacher_id and t.school_year = e.school_year
    where e.district_id = any (${[...new Set(schools.map(({ districtId }) => districtId))]}::int[])
      and e.school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[])
      and e.school_year = ${schoolYear}::smallint and e.eligible
      and (${teacherIds}::uuid[] is null or e.teacher_id = any (${teacherIds}::uuid[]))
    order by e.pinyin collate "C", e.teacher_id`.execute(db)
  return rows
}

/** A teacher as a year's register has them, without a name: who teaches what, where. */
export interface Staff {
  teacherId: string
  schoolId: number
  stage: string | null
  subject: string | null
  backbone: boolean
}

/** The register of these schools in a year. */
export async function listStaff(
  db: Db,
  schools: readonly { districtId: number; schoolId: number }[],
  schoolYear: number,
): Promise<Staff[]> {
  const { rows } = await sql<Staff>`
    select t.teacher_id, t.school_id, t.stage, t.subject, t.backbone is not null as backbone from people.teacher_year t
    where t.district_id = any (${[...new Set(schools.map(({ districtId }) => districtId))]}::int[])
      and t.school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[])
      and t.school_year = ${schoolYear}::smallint
    order by t.teacher_id`.execute(db)
  return rows
}

/** The school of a teacher's latest year in the register; undefined of one who is in none. */
export async function findLatestSchool(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ schoolId: number }>`
    select school_id from people.teacher_year where district_id = ${districtId} and teacher_id = ${teacherId}
    order by school_year desc limit 1`.execute(db)
  return rows[0]?.schoolId
}

/** The names of teachers of a year's register. */
export async function listTeacherNames(
  db: Db,
  districtIds: readonly number[],
  teacherIds: readonly string[],
  schoolYear: number,
): Promise<{ districtId: number; teacherId: string; schoolId: number; name: string; pinyin: string }[]> {
  return db
    .selectFrom('people.teacherYear')
    .select(['districtId', 'teacherId', 'schoolId', 'name', 'pinyin'])
    .where('districtId', 'in', districtIds)
    .where('teacherId', 'in', teacherIds)
    .where('schoolYear', '=', schoolYear)
    .execute()
}
