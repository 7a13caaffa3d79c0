import { sql } from 'kysely'
import { schoolYearName } from '#shared/school-year.ts'
import type { Db } from '#platform/database/database.ts'
import type { MovedFact, TeacherFacts, TeacherKey } from '#platform/teacher-facts.ts'

/** The tables that hold a teacher, by the column that says which. */
const holders = [
  { table: 'cover.given', column: 'teacher_id', school: 'school_id', year: sql`school_year` },
  { table: 'cover.gap', column: 'teacher_id', school: 'school_id', year: sql`school_year` },
  { table: 'cover.gap', column: 'taken_teacher_id', school: 'school_id', year: sql`school_year` },
  { table: 'cover.post', column: 'teacher_id', school: 'school_id', year: sql`school_year` },
  { table: 'cover.lesson', column: 'teacher_id', school: 'school_id', year: sql`0` },
  { table: 'cover.absence', column: 'teacher_id', school: 'school_id', year: sql`0` },
] as const

type Holder = (typeof holders)[number]

async function moveIn(
  db: Db,
  { table, column, school, year }: Holder,
  from: TeacherKey,
  to: TeacherKey,
): Promise<MovedFact[]> {
  const { rows } = await sql<MovedFact>`
    update ${sql.table(table)} set ${sql.ref(column)} = ${to.teacherId}
    where district_id = ${from.districtId} and ${sql.ref(column)} = ${from.teacherId}
    returning ${`${table}:${column}:`}::text || id as id, ${sql.ref(school)} as school_id, ${year}::int as school_year`.execute(
    db,
  )
  return rows
}

async function moveBackIn(db: Db, { table, column }: Holder, ids: readonly string[], from: TeacherKey, to: TeacherKey) {
  const prefix = `${table}:${column}:`
  const own = ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length))
  if (own.length === 0) return
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to.teacherId}
    where district_id = ${from.districtId} and ${sql.ref(column)} = ${from.teacherId} and id = any (${own}::uuid[])`.execute(
    db,
  )
}

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
    for (const holder of holders) moved.push(...(await moveIn(db, holder, from, to)))
    return moved
  },
  moveBack: async (db, ids, from, to) => {
    for (const holder of holders) await moveBackIn(db, holder, ids, from, to)
  },
}
