import { sql } from 'kysely'
import { schoolYearName } from '#shared/school-year.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherFacts, TeacherKey } from '#platform/teacher-facts.ts'
import type { Attitude } from './wish.contract.ts'

export interface StatedRow {
  seasonId: string
  schoolId: number
  schoolYear: number
  attitude: Attitude
  why: string | null
  ranked: number[]
  note: string | null
  statedBy: string
  statedOn: string
}

/** What a teacher has wished, the latest year first. */
export async function listStated(db: Db, { districtId, teacherId }: TeacherKey): Promise<StatedRow[]> {
  const { rows } = await sql<StatedRow>`
    select w.season_id, w.school_id, s.school_year, w.attitude, w.why, w.ranked, w.note, w.stated_by,
      to_char(w.stated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as stated_on
    from rotation_planning.wish w join rotation_planning.season s on s.district_id = w.district_id and s.id = w.season_id
    where w.district_id = ${districtId} and w.teacher_id = ${teacherId} order by s.school_year desc`.execute(db)
  return rows
}

/** A teacher's wishes: that they were stated stands on the teacher's page; they follow when two entries are one person. */
export const wishesOfTeachers: TeacherFacts = {
  name: 'rotation-planning.wishes',
  title: '交流轮岗意愿',
  list: async ({ db }, teacher) =>
    (await listStated(db, teacher)).map(({ schoolYear, statedOn }) => ({
      schoolYear,
      day: statedOn,
      words: `已填写${schoolYearName(schoolYear)}交流轮岗意愿`,
    })),
  move: async (db, from, to) => {
    const { rows } = await sql<{ id: string; schoolId: number; schoolYear: number }>`
      update rotation_planning.wish w set teacher_id = ${to.teacherId}
      from rotation_planning.season s
      where w.district_id = ${from.districtId} and w.teacher_id = ${from.teacherId}
        and s.district_id = w.district_id and s.id = w.season_id
        and not exists (select from rotation_planning.wish k where k.district_id = ${to.districtId}
          and k.season_id = w.season_id and k.teacher_id = ${to.teacherId})
      returning w.season_id as id, w.school_id, s.school_year`.execute(db)
    return rows
  },
  moveBack: async (db, ids, from, to) => {
    await sql`update rotation_planning.wish set teacher_id = ${to.teacherId}
      where district_id = ${from.districtId} and teacher_id = ${from.teacherId}
        and season_id = any (${ids}::uuid[])`.execute(db)
  },
}
