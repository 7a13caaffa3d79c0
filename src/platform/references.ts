import { sql } from 'kysely'
import type { Db } from './database/database.ts'

interface Place {
  schemaName: string
  tableName: string
  columnName: string
  isArray: boolean
}

/** Columns of the modules' tables that hold the number of a school or unit; what is counted anew at will is left out. */
async function listPlaces(db: Db, without: readonly string[]): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select n.nspname as schema_name, c.relname as table_name, a.attname as column_name, t.typcategory = 'A' as is_array
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attname ~ '(^|_)(school|unit)_ids?$'
      and t.typname in ('int4', '_int4') and n.nspname not in ('platform', 'pg_catalog', 'information_schema')
      and n.nspname <> all (${without}::text[]) and n.nspname || '.' || c.relname <> all (${without}::text[])
    order by 1, 2, 3`.execute(db)
  return rows
}

/**
 * Where a unit is named, with how many rows: of every table but those (or whole schemas) left out. Found in the
 * catalogue, so that a table that comes later is not forgotten. To be asked as the owner: no wall hides a row from it.
 */
export async function listReferences(
  db: Db,
  unitId: number,
  without: readonly string[],
): Promise<{ table: string; rows: number }[]> {
  const places = await listPlaces(db, without)
  const found = new Map<string, number>()
  for (const { schemaName, tableName, columnName, isArray } of places) {
    const column = sql.ref(columnName)
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(`${schemaName}.${tableName}`)}
      where ${isArray ? sql`${unitId} = any (${column})` : sql`${column} = ${unitId}`}`.execute(db)
    const table = `${schemaName}.${tableName}`
    if (rows[0]!.n > 0) found.set(table, Math.max(found.get(table) ?? 0, rows[0]!.n))
  }
  return [...found].map(([table, rows]) => ({ table, rows }))
}
