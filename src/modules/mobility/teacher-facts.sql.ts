import { sql } from 'kysely'
import { dayInWords } from '#shared/day.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherFacts, TeacherKey } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'

interface FoundRotation {
  schoolYear: number
  startOn: string
  endOn: string | null
  form: string
  status: string
  fromSchool: string
  toSchool: string
}

async function listRotationsOf(db: Db, { districtId, teacherId }: TeacherKey): Promise<FoundRotation[]> {
  const { rows } = await sql<FoundRotation>`
    select r.school_year, r.start_on, r.end_on, r.form, r.status, f.name as from_school, d.name as to_school
    from mobility.rotation r
    join organizations.unit f on f.id = r.from_school_id
    join organizations.unit d on d.id = r.to_school_id
    where r.district_id = ${districtId} and r.teacher_id = ${teacherId} order by r.start_on desc`.execute(db)
  return rows
}

/** Of one stay that stands under both entries, the one that went through the procedure remains, with all that was said of it. */
const rotationRows: TeacherRows = {
  table: 'mobility.rotation',
  year: 'school_year',
  clash: sql`k.to_school_id = r.to_school_id and k.start_on = r.start_on`,
  better: sql`r.batch_id is not null and k.batch_id is null`,
}

/** A teacher's rotations: shown on the teacher's page, and moved when two entries are one person. */
export const rotationsOfTeachers: TeacherFacts = {
  name: 'mobility.rotations',
  title: '交流轮岗',
  list: async ({ db }, teacher) =>
    (await listRotationsOf(db, teacher)).map(({ schoolYear, startOn, endOn, form, status, fromSchool, toSchool }) => ({
      schoolYear,
      day: startOn,
      words: `${form}，${fromSchool} → ${toSchool}，${status}${endOn ? `（至${dayInWords(endOn)}）` : ''}`,
    })),
  move: (db, from, to) => moveRows(db, rotationRows, from, to),
  moveBack: (db, ids, from, to) => moveRowsBack(db, rotationRows, ids, { from, to }),
  countedAt: async (db, teachers) => {
    const { rows } = await sql<{ districtId: number; schoolId: number; schoolYear: number }>`
      select distinct r.district_id, r.school_id, r.school_year from mobility.rotation r
      where r.district_id = any (${[...new Set(teachers.map(({ districtId }) => districtId))]}::int[])
        and r.teacher_id = any (${[...new Set(teachers.map(({ teacherId }) => teacherId))]}::uuid[])
        and r.school_year = any (${[...new Set(teachers.map(({ schoolYear }) => schoolYear))]}::int[])`.execute(db)
    return rows
  },
}
