import { sql, type RawBuilder } from 'kysely'
import type { Db } from './database/database.ts'

/** A table of facts that imports write: every row says by which import it came (import_id) and whose figures it counts in. */
export interface FactTable {
  /** 'people.teacher_year' */
  name: string
  /** Its primary key. */
  key: readonly string[]
  /** Persons change its rows by hand, and it keeps whose they were (edited_import_id). */
  edited?: true
}

/** A row of facts whole, as its table has it; rows travel as text, so that nothing renames or rounds what stands in them. */
export interface FactRow {
  /** Its primary key, written out. */
  place: string
  importId: string | null
  row: string
}

const same = (columns: readonly string[]) =>
  sql.join(
    columns.map((column) => sql`t.${sql.ref(column)} = k.${sql.ref(column)}`),
    sql` and `,
  )

const rowsOf = (table: FactTable, rows: RawBuilder<unknown>) =>
  sql`jsonb_populate_recordset(null::${sql.table(table.name)}, ${rows}::jsonb)`

const placeOf = (table: FactTable) =>
  sql`concat_ws('|', ${sql.join(table.key.map((column) => sql`t.${sql.ref(column)}`))})`

/** The rows that have these values in these columns; `like` is a JSON array of objects. */
export async function listFactRows(
  db: Db,
  table: FactTable,
  columns: readonly string[],
  like: string,
): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select ${placeOf(table)} as place, t.import_id, to_jsonb(t)::text as "row"
    from ${sql.table(table.name)} t join ${rowsOf(table, sql`${like}`)} k on ${same(columns)}`.execute(db)
  return rows
}

/** Whose the rows are that have these values in these columns: how many each import brought. */
export async function countByImport(
  db: Db,
  table: FactTable,
  columns: readonly string[],
  like: string,
): Promise<{ importId: string; rows: number }[]> {
  const { rows } = await sql<{ importId: string; rows: number }>`
    select t.import_id, count(*)::int as "rows"
    from ${sql.table(table.name)} t join ${rowsOf(table, sql`${like}`)} k on ${same(columns)}
    where t.import_id is not null group by t.import_id`.execute(db)
  return rows
}

/** Rows that an import brought and that a person has changed since. */
export async function listEditedRows(db: Db, table: FactTable, importId: string): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select ${placeOf(table)} as place, t.import_id, to_jsonb(t)::text as "row"
    from ${sql.table(table.name)} t where t.edited_import_id = ${importId}`.execute(db)
  return rows
}

export interface FactScope {
  districtId: number
  schoolId: number
  schoolYear: number
}

/** In whose figures the rows of an import count. */
export async function listFactScopes(db: Db, table: FactTable, importId: string): Promise<FactScope[]> {
  const { rows } = await sql<FactScope>`
    select distinct district_id, school_id, school_year from ${sql.table(table.name)}
    where import_id = ${importId}`.execute(db)
  return rows
}

/** Imports other than this one that have rows of these schools. */
export async function listOtherImports(
  db: Db,
  table: FactTable,
  importId: string,
  schoolIds: readonly number[],
): Promise<string[]> {
  const { rows } = await sql<{ importId: string }>`
    select distinct import_id from ${sql.table(table.name)}
    where school_id = any (${schoolIds}::int[]) and import_id <> ${importId}`.execute(db)
  return rows.map((row) => row.importId)
}

export async function deleteFactsOf(db: Db, table: FactTable, importId: string): Promise<void> {
  await sql`delete from ${sql.table(table.name)} where import_id = ${importId}`.execute(db)
}

/** Puts rows on file as they once stood; `rows` is a JSON array of whole rows. */
export async function insertFactRows(db: Db, table: FactTable, rows: string): Promise<void> {
  await sql`insert into ${sql.table(table.name)} select k.* from ${rowsOf(table, sql`${rows}`)} k`.execute(db)
}

/** Of these schools those that have any row in a school year. */
export async function listSchoolsWithRows(
  db: Db,
  table: FactTable,
  schoolIds: readonly number[],
  schoolYear: number,
): Promise<number[]> {
  const { rows } = await sql<{ schoolId: number }>`
    select distinct school_id from ${sql.table(table.name)}
    where school_id = any (${schoolIds}::int[]) and school_year = ${schoolYear}`.execute(db)
  return rows.map(({ schoolId }) => schoolId)
}
