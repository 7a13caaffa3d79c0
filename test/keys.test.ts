import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { testDatabase } from './database.ts'
import { sourcesBelow } from './sources.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const spread = sourcesBelow(['src'], /\/migrations\/[^/]+\.sql$/).flatMap(({ text }) =>
  [...text.matchAll(/platform\.distribute\('([\w.]+)'\)/g)].map(([, table]) => table!),
)

interface Key {
  tableName: string
  indexName: string
  isPrimary: boolean
  firstColumn: string
}

const uniqueKeys = sql<Key>`
  select i.indrelid::regclass::text as table_name, i.indexrelid::regclass::text as index_name, i.indisprimary as is_primary,
         a.attname as first_column
  from pg_index i
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
  where i.indisunique or i.indisexclusion`

test('every key of a table that is spread by district begins with the district', async () => {
  const { rows } = await database.transact('owner', (db) => uniqueKeys.execute(db))
  for (const table of spread) {
    const keys = rows.filter(({ tableName }) => tableName.replaceAll('"', '') === table)
    expect(
      keys.some(({ isPrimary }) => isPrimary),
      `${table} has a primary key`,
    ).toBe(true)
    for (const { indexName, firstColumn } of keys) expect(firstColumn, indexName).toBe('district_id')
  }
})

const foreignKeys = sql<{ fromTable: string; toTable: string; columns: string[] }>`
  select k.conrelid::regclass::text as from_table, k.confrelid::regclass::text as to_table,
         array(select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) as columns
  from pg_constraint k where k.contype = 'f'`

test('a foreign key to a table that is spread carries the district', async () => {
  const { rows } = await database.transact('owner', (db) => foreignKeys.execute(db))
  for (const { fromTable, toTable, columns } of rows)
    if (spread.includes(toTable)) expect(columns, `${fromTable} → ${toTable}`).toContain('district_id')
})
