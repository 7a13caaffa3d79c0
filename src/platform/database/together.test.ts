import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { Database } from './database.ts'
import { ask, together, type Question } from './together.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

interface Numbered {
  oneNumber: number
  onDay: string
  inside: { hereToo: boolean }[]
}
const numbers = (until: number): Question<Numbered> => sql`
  select n as one_number, date '2026-09-01' + n as on_day, jsonb_build_array(jsonb_build_object('here_too', n > 1)) as inside
  from generate_series(1, ${until}::int) n order by n desc`

test('several questions have each its own rows, in order, as if each had been asked alone', async () => {
  const [both, alone] = await database.transact('owner', async (db) => [
    await together(db, { many: numbers(2), noneAtAll: numbers(0) }),
    await ask(db, numbers(2)),
  ])
  expect(both.many).toEqual([
    { oneNumber: 2, onDay: '2026-09-03', inside: [{ hereToo: true }] },
    { oneNumber: 1, onDay: '2026-09-02', inside: [{ hereToo: false }] },
  ])
  expect(both.many).toEqual(alone)
  expect(both.noneAtAll).toEqual([])
})
