import { sql } from 'kysely'
import type { MovedFact, TeacherFacts } from '#platform/teacher-facts.ts'

/** What says that somebody is a teacher of the register. */
const tables = ['identity.account', 'identity.invitation'] as const

/** An account, or an invitation to one, belongs to the same person when two entries are one. The teacher's page tells nothing of it. */
export const accountsOfTeachers: TeacherFacts = {
  name: 'identity.accounts',
  title: '账号',
  list: () => Promise.resolve([]),
  move: async (db, from, to) => {
    const moved: MovedFact[] = []
    for (const table of tables) {
      const { rows } = await sql<MovedFact>`
        update ${sql.table(table)} set teacher_id = ${to.teacherId}
        where teacher_district_id = ${from.districtId} and teacher_id = ${from.teacherId}
        returning ${`${table}:`}::text || id as id, 0 as school_id, 0 as school_year`.execute(db)
      moved.push(...rows)
    }
    return moved
  },
  moveBack: async (db, ids, from, to) => {
    for (const table of tables) {
      const own = ids.filter((id) => id.startsWith(`${table}:`)).map((id) => id.slice(table.length + 1))
      await sql`update ${sql.table(table)} set teacher_id = ${to.teacherId}
        where teacher_district_id = ${from.districtId} and teacher_id = ${from.teacherId}
          and id = any (${own}::uuid[])`.execute(db)
    }
  },
}
