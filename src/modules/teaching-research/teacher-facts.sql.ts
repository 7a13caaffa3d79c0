import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { MovedFact, TeacherFacts, TeacherKey } from '#platform/teacher-facts.ts'

/** Lessons and talks that a teacher gave. */
export const activitiesOfTeachers: TeacherFacts = {
  name: 'teaching-research.activities',
  title: '公开教学和教研',
  list: async ({ db }, { districtId, teacherId }) => {
    const { rows } = await sql<{ schoolYear: number; heldOn: string; form: string; unionName: string; theme: string }>`
      select school_year, held_on, form, union_name, theme from teaching_research.activity
      where district_id = ${districtId} and lecturer_id = ${teacherId} order by held_on desc limit 100`.execute(db)
    return rows.map(({ schoolYear, heldOn, form, unionName, theme }) => ({
      schoolYear,
      day: heldOn,
      words: `${form}：${theme}（${unionName}）`,
    }))
  },
  move: async (db, from, to) => {
    const { rows } = await sql<MovedFact>`
      update teaching_research.activity set lecturer_id = ${to.teacherId}
      where district_id = ${from.districtId} and lecturer_id = ${from.teacherId}
      returning id, school_id, school_year`.execute(db)
    return rows
  },
  moveBack: async (db, ids, from, to) => {
    await sql`update teaching_research.activity set lecturer_id = ${to.teacherId}
      where district_id = ${from.districtId} and lecturer_id = ${from.teacherId} and id = any (${ids}::uuid[])`.execute(
      db,
    )
  },
}

const sides = ['mentor', 'mentee'] as const
type Side = (typeof sides)[number]

/** Gives one side of a teacher's pairs to another teacher, but for pairs that would then be there twice or be one person. */
async function moveSide(db: Db, side: Side, from: TeacherKey, to: TeacherKey): Promise<MovedFact[]> {
  const [own, other] = side === 'mentor' ? ['mentor_id', 'mentee_id'] : ['mentee_id', 'mentor_id']
  const { rows } = await sql<MovedFact>`
    update teaching_research.mentoring m set ${sql.ref(own!)} = ${to.teacherId}
    where m.district_id = ${from.districtId} and ${sql.ref(`m.${own}`)} = ${from.teacherId}
      and ${sql.ref(`m.${other}`)} <> ${to.teacherId}
      and not exists (select from teaching_research.mentoring k where k.district_id = ${to.districtId}
        and k.school_year = m.school_year and ${sql.ref(`k.${own}`)} = ${to.teacherId}
        and ${sql.ref(`k.${other}`)} = ${sql.ref(`m.${other}`)})
    returning m.id, m.school_id, m.school_year`.execute(db)
  return rows.map((fact) => ({ ...fact, id: `${fact.id}|${side}` }))
}

async function moveSideBack(
  db: Db,
  side: Side,
  ids: readonly string[],
  { from, to }: { from: TeacherKey; to: TeacherKey },
): Promise<void> {
  const own = sql.ref(`${side}_id`)
  const moved = ids.filter((id) => id.endsWith(`|${side}`)).map((id) => id.slice(0, 36))
  await sql`update teaching_research.mentoring set ${own} = ${to.teacherId}
    where district_id = ${from.districtId} and ${own} = ${from.teacherId} and id = any (${moved}::uuid[])`.execute(db)
}

/** Whom a teacher guides, and who guides them; the other person is told by the school alone. */
export const mentoringsOfTeachers: TeacherFacts = {
  name: 'teaching-research.mentorings',
  title: '跨校带教',
  list: async ({ db }, { districtId, teacherId }) => {
    const { rows } = await sql<{ schoolYear: number; guides: boolean; subject: string | null; otherSchool: string }>`
      select m.school_year, m.mentor_id = ${teacherId} as guides, m.subject, u.name as other_school
      from teaching_research.mentoring m
      join organizations.unit u on u.id = case when m.mentor_id = ${teacherId} then m.school_id else m.mentor_school_id end
      where m.district_id = ${districtId} and (m.mentor_id = ${teacherId} or m.mentee_id = ${teacherId})
      order by m.school_year desc, m.id limit 100`.execute(db)
    return rows.map(({ schoolYear, guides, subject, otherSchool }) => ({
      schoolYear,
      day: null,
      words: `${guides ? '带教' : '受'}${otherSchool}教师${guides ? '' : '带教'}${subject ? `（${subject}）` : ''}`,
    }))
  },
  move: async (db, from, to) => [
    ...(await moveSide(db, 'mentor', from, to)),
    ...(await moveSide(db, 'mentee', from, to)),
  ],
  moveBack: async (db, ids, from, to) => {
    for (const side of sides) await moveSideBack(db, side, ids, { from, to })
  },
}
