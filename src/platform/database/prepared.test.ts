import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { Database, Db } from './database.ts'
import { prepared } from './prepared.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const add = (db: Db, n: number) => sql<{ n: number }>`${prepared} select ${n}::int + 1 as n`.execute(db)
const kept = (db: Db) =>
  sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements where statement like '%prepared%'`.execute(
    db,
  )

test('what is marked is parsed once a connection, and answers for each parameter', async () => {
  const seen = await database.transact('owner', async (db) => {
    const answers = [await add(db, 1), await add(db, 2), await add(db, 3)].map(({ rows }) => rows[0]!.n)
    return { answers, kept: (await kept(db)).rows[0]!.n }
  })
  expect(seen.answers).toEqual([2, 3, 4])
  expect(seen.kept).toBeGreaterThanOrEqual(1)
})

test('many connections keep the same statement side by side, after an error too', async () => {
  const broken = database.transact('owner', async (db) => {
    await add(db, 1)
    await sql`select 1 / 0`.execute(db)
  })
  await expect(broken).rejects.toThrow('division by zero')
  const answers = Array.from({ length: 20 }, (_, n) => database.transact('owner', (db) => add(db, n)))
  expect((await Promise.all(answers)).map(({ rows }) => rows[0]!.n)).toEqual(
    Array.from({ length: 20 }, (_, n) => n + 1),
  )
})
