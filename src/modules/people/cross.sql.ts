import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { NONE, type Cell, type Facet } from './facet.rules.ts'
import { wanted, type TeacherQuery } from './teacher.sql.ts'

const valueOf = (facet: Facet) =>
  ({
    school: sql`t.school_id::text`,
    stage: sql`coalesce(t.stage, ${NONE}::text)`,
    subject: sql`coalesce(t.subject, ${NONE}::text)`,
    title: sql`coalesce(t.title, ${NONE}::text)`,
    backbone: sql`coalesce(t.backbone, ${NONE}::text)`,
    leader: sql`coalesce(t.subject_leader, ${NONE}::text)`,
    eligible: sql`case when t.eligible then 'yes' else 'no' end`,
  })[facet]

/** How many teachers have each pair of values: one row a pair, those without any left out. */
export async function countCross(db: Db, query: TeacherQuery, rows: Facet, columns: Facet): Promise<Cell[]> {
  const found = await sql<Cell>`
    select ${valueOf(rows)} as "row", ${valueOf(columns)} as "column", count(*)::int as n
    from people.teacher_year t where ${wanted(query)} group by 1, 2`.execute(db)
  return found.rows
}

/** The subjects that these schools have on file in a year. */
export async function listSubjects(db: Db, query: TeacherQuery): Promise<string[]> {
  const { rows } = await sql<{ subject: string }>`
    select distinct t.subject from people.teacher_year t
    where ${wanted({ schools: query.schools, year: query.year })} and t.subject is not null`.execute(db)
  return rows.map(({ subject }) => subject)
}
