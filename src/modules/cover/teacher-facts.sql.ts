import { sql } from 'kysely'
import { schoolYearName } from '#shared/school-year.ts'
import type { Db } from '#platform/database/database.ts'
import type { MovedFact, TeacherFacts, TeacherKey } from '#platform/teacher-facts.ts'
import { moveRows, moveRowsBack, type TeacherRows } from '#platform/teacher-rows.ts'

/** The rows of lessons that are a teacher's. One lesson has one gap, and of a gap one is asked once: who said yes, or is asked already, stays. */
const held: readonly TeacherRows[] = [
  { table: 'cover.given', year: 'school_year' },
  {
    table: 'cover.gap',
    year: 'school_year',
    clash: sql`k.day = r.day and k.period = r.period and k.state <> 'withdrawn' and r.state <> 'withdrawn'`,
    better: sql`r.state = 'taken' and k.state <> 'taken'`,
  },
  { table: 'cover.gap', column: 'taken_teacher_id', year: 'school_year' },
  {
    table: 'cover.ask',
    clash: sql`k.gap_id = r.gap_id`,
    better: sql`(coalesce(r.answer = 'yes', false), r.asked_at is not null)
      > (coalesce(k.answer = 'yes', false), k.asked_at is not null)`,
  },
  { table: 'cover.post', year: 'school_year' },
  { table: 'cover.lesson' },
  { table: 'cover.absence' },
]

interface FoundLesson {
  schoolYear: number
  term: string
  kind: string
  toSchool: string
  n: number
  lastDay: string
}

async function listLessonsGiven(db: Db, { districtId, teacherId }: TeacherKey): Promise<FoundLesson[]> {
  const { rows } = await sql<FoundLesson>`
    select g.school_year, g.term, g.kind, u.name as to_school, count(*) as n, max(g.day) as last_day from cover.given g
    join organizations.unit u on u.id = g.to_school_id
    where g.district_id = ${districtId} and g.teacher_id = ${teacherId} and g.state = '已确认'
    group by 1, 2, 3, 4 order by last_day desc`.execute(db)
  return rows
}

/** Lessons that a teacher gave for others: on the teacher's page by term and school, and moved when two entries are one person. */
export const lessonsOfTeachers: TeacherFacts = {
  name: 'cover.lessons',
  title: '代课和兼课',
  list: async ({ db }, teacher) =>
    (await listLessonsGiven(db, teacher)).map(({ schoolYear, term, kind, toSchool, n, lastDay }) => ({
      schoolYear,
      day: lastDay,
      words: `${schoolYearName(schoolYear)}${term}在${toSchool}${kind} ${n} 节`,
    })),
  move: async (db, from, to) => {
    const moved: MovedFact[] = []
    for (const rows of held) moved.push(...(await moveRows(db, rows, from, to)))
    await renameInDrafts(db, from, to)
    return moved
  },
  moveBack: async (db, ids, from, to) => {
    for (const rows of held) await moveRowsBack(db, rows, ids, { from, to })
  },
}

/** A timetable that was read and waits for a yes names teachers too. It is gone after a day, so nothing of this is taken back. */
async function renameInDrafts(db: Db, from: TeacherKey, to: TeacherKey): Promise<void> {
  await sql`update cover.timetable_draft
    set lessons = replace(lessons::text, ${from.teacherId}::text, ${to.teacherId}::text)::jsonb
    where district_id = ${from.districtId} and strpos(lessons::text, ${from.teacherId}::text) > 0`.execute(db)
}
