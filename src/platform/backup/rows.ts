import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Column, Table } from './catalog.ts'

const FETCH_ROWS = 2_000
const INSERT_CHARACTERS = 1_000_000

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/**
 * A table's rows in the order of its key, as lines: a JSON array of each column's value as PostgreSQL writes it, or
 * null. Text goes into every type unchanged on any engine. Must run inside a transaction.
 */
export async function* readRows(db: Db, table: Table): AsyncGenerator<Buffer> {
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ')
  const order = table.key.length > 0 ? `order by ${table.key.join(', ')}` : ''
  const query = `select array_to_json(array[${values}])::text as line from ${table.sqlName} ${order}`
  await sql.raw(`declare backup no scroll cursor for ${query}`).execute(db)
  for (;;) {
    const { rows } = await sql.raw<{ line: string }>(`fetch ${FETCH_ROWS} from backup`).execute(db)
    if (rows.length === 0) break
    yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''))
  }
  await sql.raw('close backup').execute(db)
}

/** Puts lines as of readRows into a table. The columns are those that the lines were made of. */
export async function writeRows(
  db: Db,
  table: Table,
  columns: readonly string[],
  lines: AsyncIterable<string>,
  tell: (rows: number) => void,
): Promise<void> {
  const insert = insertStatement(table, columns)
  let batch: string[] = []
  let characters = 0
  const flush = async () => {
    await sql`${sql.raw(insert)} from json_array_elements(${`[${batch.join(',')}]`}::json) line`.execute(db)
    tell(batch.length)
    batch = []
    characters = 0
  }
  for await (const line of lines) {
    batch.push(line)
    characters += line.length
    if (characters >= INSERT_CHARACTERS) await flush()
  }
  if (batch.length > 0) await flush()
}

function insertStatement(table: Table, columns: readonly string[]): string {
  const typeOf = new Map(table.columns.map(({ name, type }: Column) => [name, type]))
  const values = columns.map((name, index) => `(line ->> ${index})::${typeOf.get(name)}`)
  return `insert into ${table.sqlName} (${columns.map(quoted).join(', ')}) overriding system value select ${values.join(', ')}`
}
