import { sql } from 'kysely'
import { schoolYearName } from '#shared/school-year.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherFacts, TeacherKey } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'
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

/** Of two wishes of one season the newer stays. */
const wishRows: TeacherRows = {
  table: 'rotation_planning.wish',
  id: 'season_id',
  clash: sql`k.season_id = r.season_id`,
  better: sql`r.stated_at > k.stated_at`,
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
  move: (db, from, to) => moveRows(db, wishRows, from, to),
  moveBack: (db, ids, from, to) => moveRowsBack(db, wishRows, ids, { from, to }),
}
