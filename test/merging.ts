import { sql } from 'kysely'
import type { Database, Db } from '#platform/database/database.ts'
import type { App } from '../src/main/app.ts'
import { PLACES, teacherId } from './cast.ts'
import { asPerson } from './http.ts'

const { s1 } = PLACES
/** The entry that goes, which has facts of every kind, and the one that stays. */
export const GONE = teacherId(s1, 1)
export const KEPT = teacherId(s1, 3)

export async function mergeTwo(app: App): Promise<string> {
  const reply = await asPerson(app, 'office').post(`/api/teachers/${KEPT}/merge`, { goneId: GONE })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return (reply.json() as { mergeId: string }).mergeId
}

export async function undoMerge(app: App, mergeId: string): Promise<void> {
  const reply = await asPerson(app, 'office').post(`/api/teacher-merges/${mergeId}/undo`)
  if (reply.statusCode !== 200) throw new Error(reply.body)
}

export const asOwner = <T>(database: Database, run: (db: Db) => Promise<T>): Promise<T> =>
  database.transact('owner', run)

/** All rows of some tables, told apart by nothing but what stands in them. */
export const dump = (database: Database, tables: readonly string[]): Promise<Record<string, string[]>> =>
  asOwner(database, async (db) => {
    const all: Record<string, string[]> = {}
    for (const table of tables) {
      const { rows } = await sql<{ row: string }>`
        select to_jsonb(t)::text as row from ${sql.table(table)} t order by to_jsonb(t)::text collate "C"`.execute(db)
      all[table] = rows.map(({ row }) => row)
    }
    return all
  })

/** Of which teacher the rows of a table are, with some of its columns. */
export const whose = (database: Database, table: string, columns: string, column = 'teacher_id') =>
  asOwner(database, async (db) => {
    const { rows } = await sql<{ whose: string; told: string }>`
      select case ${sql.ref(column)} when ${KEPT}::uuid then 'kept' when ${GONE}::uuid then 'gone' end as whose,
        concat_ws(' ', ${sql.raw(columns)}) as told
      from ${sql.table(table)} where ${sql.ref(column)} in (${KEPT}::uuid, ${GONE}::uuid) order by concat_ws(' ', ${sql.raw(columns)}) collate "C"`.execute(
      db,
    )
    return rows.map(({ whose: of, told }) => [of, told])
  })
