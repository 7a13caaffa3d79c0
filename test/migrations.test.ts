import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { rolledBack, testDatabase } from './database.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a test leaves nothing behind', async () => {
  const count = (db: Database) =>
    db.transact('owner', async (trx) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from platform.recorded`.execute(trx)
      return rows[0]!.n
    })
  await rolledBack(database, async (inner) => {
    await inner.transact('owner', (db) =>
      sql`insert into platform.recorded values (310112, 1, 2023, 'people.teachers')`.execute(db),
    )
    expect(await count(inner)).toBe(1)
  })
  expect(await count(database)).toBe(0)
})
