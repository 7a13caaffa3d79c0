import { sql } from 'kysely'
import { dayInWords, dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { TeacherFacts } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'

const convenors: TeacherRows = { table: 'teaching_research.union_convenor' }
const lecturers: TeacherRows = { table: 'teaching_research.event', column: 'lecturer_id', year: 'school_year' }
const tasks: TeacherRows = { table: 'teaching_research.event_task' }
/** Of two sign-ins to one activity one is enough. */
const signs: TeacherRows = { table: 'teaching_research.event_sign', clash: sql`k.event_id = r.event_id` }
const mentors: TeacherRows = { table: 'teaching_research.pair', column: 'mentor_id', school: 'mentor_school_id', year: 'school_year' } // prettier-ignore
const mentees: TeacherRows = { table: 'teaching_research.pair', column: 'mentee_id', year: 'school_year' }
const all = [convenors, lecturers, tasks, signs, mentors, mentees]

/** What a teacher does in unions: convening them, and coming to what they hold. */
export const researchOfTeachers: TeacherFacts = {
  name: 'teaching-research.work',
  title: '联合教研',
  list: async ({ db }, { districtId, teacherId }) => {
    const { rows: convened } = await sql<{ name: string; fromDay: string; untilDay: string | null }>`
      select u.name, c.from_day, c.until_day from teaching_research.union_convenor c
      join teaching_research.research_union u on u.district_id = c.district_id and u.id = c.union_id
      where c.teacher_district_id = ${districtId} and c.teacher_id = ${teacherId} order by c.from_day desc`.execute(db)
    const { rows: came } = await sql<{ name: string; theme: string; form: string; fromAt: Date }>`
      select u.name, e.theme, e.form, e.from_at from teaching_research.event_sign g
      join teaching_research.event e on e.district_id = g.district_id and e.id = g.event_id
      join teaching_research.research_union u on u.district_id = e.district_id and u.id = e.union_id
      where g.teacher_district_id = ${districtId} and g.teacher_id = ${teacherId} and e.status <> '已取消'
      order by e.from_at desc limit 100`.execute(db)
    return [
      ...convened.map(({ name, fromDay, untilDay }) => ({
        ...{ schoolYear: schoolYearOf(fromDay), day: fromDay },
        words: `召集${name}，${dayInWords(fromDay)}${untilDay ? `至${dayInWords(untilDay)}` : '起'}`,
      })),
      ...came.map(({ name, theme, form, fromAt }) => ({
        ...{ schoolYear: schoolYearOf(dayOf(fromAt)), day: dayOf(fromAt) },
        words: `参加${form}：${theme}（${name}）`,
      })),
    ]
  },
  move: async (db, from, to) => {
    const moved = []
    for (const rows of all) moved.push(...(await moveRows(db, rows, from, to)))
    return moved
  },
  moveBack: async (db, ids, from, to) => {
    for (const rows of all) await moveRowsBack(db, rows, ids, { from, to })
  },
}
