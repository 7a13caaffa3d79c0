import { sql } from 'kysely'
import type { Database } from './database.ts'

const HOUR_MS = 3_600_000

/**
 * Brings the planner's statistics up to date after many rows were written, and on the embedded engine, which has no
 * autovacuum, gives the room of dead rows back. One table at a time, so that requests come in between.
 */
export async function tidyUp(database: Database): Promise<void> {
  if (database.engine === 'PostgreSQL') return database.maintain('analyze')
  for (const table of await listTables(database)) await database.maintain(`vacuum analyze ${table}`)
}

/** Tidies the embedded engine every hour until the function returned is called. A failure is reported, not thrown. */
export function tidyHourly(database: Database, report: (error: unknown) => void): () => void {
  if (database.engine === 'PostgreSQL') return () => {}
  const timer = setInterval(() => void tidyUp(database).catch(report), HOUR_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** The embedded engine counts no changes by table: all are gone through; pages that nobody changed are skipped. */
async function listTables(database: Database): Promise<string[]> {
  const query = sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')
    order by name`
  const { rows } = await database.transact('owner', (db) => query.execute(db))
  return rows.map(({ name }) => name)
}
