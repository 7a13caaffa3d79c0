import { sql } from 'kysely'
import { dayInWords } from '#shared/day.ts'
import type { Db } from '#platform/database/database.ts'
import type { MovedFact, TeacherFacts, TeacherKey } from '#platform/teacher-facts.ts'

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
  move: async (db, from, to) => {
    const { rows } = await sql<MovedFact>`
      update mobility.rotation r set teacher_id = ${to.teacherId}
      where r.district_id = ${from.districtId} and r.teacher_id = ${from.teacherId}
        and not exists (select from mobility.rotation k where k.district_id = ${to.districtId}
          and k.teacher_id = ${to.teacherId} and k.to_school_id = r.to_school_id and k.start_on = r.start_on)
      returning r.id, r.school_id, r.school_year`.execute(db)
    return rows
  },
  moveBack: async (db, ids, from, to) => {
    await sql`update mobility.rotation set teacher_id = ${to.teacherId}
      where district_id = ${from.districtId} and teacher_id = ${from.teacherId} and id = any (${ids}::uuid[])`.execute(
      db,
    )
  },
  countedAt: async (db, teachers) => {
    const { rows } = await sql<{ districtId: number; schoolId: number; schoolYear: number }>`
      select distinct r.district_id, r.school_id, r.school_year from mobility.rotation r
      where r.district_id = any (${[...new Set(teachers.map(({ districtId }) => districtId))]}::int[])
        and r.teacher_id = any (${[...new Set(teachers.map(({ teacherId }) => teacherId))]}::uuid[])
        and r.school_year = any (${[...new Set(teachers.map(({ schoolYear }) => schoolYear))]}::int[])`.execute(db)
    return rows
  },
}
