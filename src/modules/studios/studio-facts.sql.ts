import { sql } from 'kysely'
import { dayInWords } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Db } from '#platform/database/database.ts'
import type { TeacherFacts } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'

const hosts: TeacherRows = { table: 'studios.studio', column: 'host_id' }
const applicants: TeacherRows = { table: 'studios.application', column: 'host_id' }
/** Nobody is in a studio twice at a time. */
const members: TeacherRows = {
  table: 'studios.member',
  clash: sql`k.studio_id = r.studio_id and k.until_day is null and r.until_day is null`,
}
const all = [hosts, applicants, members]

export interface StudioPart {
  name: string
  part: '主持' | '参加'
  from: string
  until: string | null
}

/** What a teacher is, and was, in studios. */
export async function listParts(db: Db, { districtId, teacherId }: { districtId: number; teacherId: string }) {
  const { rows } = await sql<StudioPart>`
    select s.name, '主持' as part, s.from_day as "from", least(s.ended_on, s.until_day) as until from studios.studio s
    where s.host_district_id = ${districtId} and s.host_id = ${teacherId}::uuid
    union all
    select s.name, '参加' as part, m.from_day as "from", m.until_day as until from studios.member m
    join studios.studio s on s.district_id = m.district_id and s.id = m.studio_id
    where m.teacher_district_id = ${districtId} and m.teacher_id = ${teacherId}::uuid
    order by 3 desc limit 100`.execute(db)
  return rows
}

/** The studios that a teacher hosts or learns in. */
export const studiosOfTeachers: TeacherFacts = {
  name: 'studios.parts',
  title: '工作室',
  list: async ({ db }, teacher) =>
    (await listParts(db, teacher)).map(({ name, part, from, until }) => ({
      ...{ schoolYear: schoolYearOf(from), day: from },
      words: `${part}${name}，${dayInWords(from)}${until ? `至${dayInWords(until)}` : '起'}`,
    })),
  move: async (db, from, to) => {
    const moved = []
    for (const rows of all) moved.push(...(await moveRows(db, rows, from, to)))
    return moved
  },
  moveBack: async (db, ids, from, to) => {
    for (const rows of all) await moveRowsBack(db, rows, ids, { from, to })
  },
}
