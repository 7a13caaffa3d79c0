import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, rolledBack } from '../../test/database.ts'
import type { Database } from './database/database.ts'
import { noteRecorded, noteStale } from './facts.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const key = (schoolId: number) => ({ districtId: 310112, schoolId, schoolYear: 2023, source: 'people.teachers' })

test('what was handed in stands once, what went stale stands for every write', () =>
  rolledBack(database, (inner) =>
    inner.transact('owner', async (db) => {
      for (const keys of [[key(1), key(2), key(1)], [key(2)], []]) {
        await noteRecorded(db, keys)
        await noteStale(db, keys)
      }
      const { rows } = await sql<{ recorded: number; stale: number }>`
        select (select count(*) from platform.recorded) as recorded, (select count(*) from platform.stale) as stale`.execute(
        db,
      )
      expect(rows[0]).toEqual({ recorded: 2, stale: 3 })
    }),
  ))
