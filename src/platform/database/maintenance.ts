import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * Gives the room of dead rows back and brings the planner's statistics up to date: after many rows were written, and
 * every hour on the embedded engine, which has no autovacuum. One table at a time, so that requests come in between.
 */
export async function tidyUp(database: Database): Promise<void> {
  for (const table of await listTables(database)) await database.maintain(`vacuum analyze ${table}`)
}

/** The embedded engine keeps no count of changes by table; pages that nobody changed are skipped anyway. */
async function listTables(database: Database): Promise<string[]> {
  const query = sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where tableowner = current_user and schemaname not in ('pg_catalog', 'information_schema')
    order by name`
  const { rows } = await database.transact('owner', (db) => query.execute(db))
  return rows.map(({ name }) => name)
}
