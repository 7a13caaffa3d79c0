import { sql } from 'kysely'
import { dayInWords } from '#shared/day.ts'
import type { MovedFact, TeacherFacts } from '#platform/teacher-facts.ts'
import { listStaysOf, type PoolRow } from './pool.sql.ts'

const inWords = ({ status, since, until, leftOn }: PoolRow & { since: string }): string => {
  const end = leftOn ?? until
  return `${status}，${dayInWords(since)}${end === null ? '起' : `至${dayInWords(end)}`}`
}

/** That somebody was proposed and not taken is no matter of whoever reads the page. */
const wasIn = (stay: PoolRow): stay is PoolRow & { since: string } => stay.since !== null

/** The table of a fact is told by what its id ends with. */
const tables = { member: 'posts.pool_member', application: 'posts.application' } as const
type Kind = keyof typeof tables

/**
 * A teacher's stays in the pool: shown on the teacher's page, and moved with the applications for a title when two entries are
 * one person. An open stay or application that the other has too stays with the entry that goes.
 */
export const postsOfTeachers: TeacherFacts = {
  name: 'posts.pool',
  title: '骨干教师蓄水池',
  list: async ({ db }, { districtId, teacherId }) =>
    (await listStaysOf(db, districtId, teacherId)).filter(wasIn).map((stay) => ({
      schoolYear: stay.schoolYear,
      day: stay.since,
      words: inWords(stay),
    })),
  move: async (db, from, to) => {
    const members = await sql<MovedFact>`
      update posts.pool_member m set teacher_id = ${to.teacherId}
      where m.district_id = ${from.districtId} and m.teacher_id = ${from.teacherId}
        and not exists (select from posts.pool_member k where k.district_id = m.district_id
          and k.cluster_id = m.cluster_id and k.teacher_id = ${to.teacherId} and k.status in ('待定', '在池')
          and m.status in ('待定', '在池'))
      returning m.id::text || '|member' as id, m.school_id, m.school_year`.execute(db)
    const applications = await sql<MovedFact>`
      update posts.application a set teacher_id = ${to.teacherId}
      where a.district_id = ${from.districtId} and a.teacher_id = ${from.teacherId}
        and not exists (select from posts.application k where k.district_id = a.district_id
          and k.quota_id = a.quota_id and k.teacher_id = ${to.teacherId} and k.status <> '已撤回' and a.status <> '已撤回')
      returning a.id::text || '|application' as id, a.school_id, a.school_year`.execute(db)
    return [...members.rows, ...applications.rows]
  },
  moveBack: async (db, ids, from, to) => {
    for (const kind of Object.keys(tables) as Kind[]) {
      const own = ids.filter((id) => id.endsWith(`|${kind}`)).map((id) => id.slice(0, 36))
      await sql`update ${sql.table(tables[kind])} set teacher_id = ${to.teacherId}
        where district_id = ${from.districtId} and teacher_id = ${from.teacherId}
          and id = any (${own}::uuid[])`.execute(db)
    }
  },
}
