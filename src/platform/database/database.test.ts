import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { Database, Db } from './database.ts'
import { tidyUp } from './maintenance.ts'

let database: Database
const owner = <T>(work: (db: Db) => Promise<T>) => database.transact('owner', work)
const rowsOf = async <T>(db: Db, text: string) => (await sql.raw<T>(text).execute(db)).rows

beforeAll(async () => {
  database = await testDatabase()
  await owner(async (db) => {
    await sql
      .raw('create table public.purse (id int primary key, cents bigint not null check (cents >= 0))')
      .execute(db)
    await sql.raw('create table public.note (purse_id int constraint note_purse references purse (id))').execute(db)
    await sql.raw('insert into purse select n, 1000 from generate_series(1, 20) n').execute(db)
  })
})
afterAll(() => database.close())

const total = async (db: Db) => (await rowsOf<{ sum: number }>(db, 'select sum(cents) as sum from purse'))[0]!.sum

test('days stay text, counts are numbers, moments are dates, jsonb and arrays are values', async () => {
  const [row] = await owner((db) =>
    rowsOf(
      db,
      `select date '2023-09-01' as day, count(*) as count, 12.50::numeric as amount, '{"a": [1]}'::jsonb as facts,
              timestamptz '2023-09-01 08:00+08' as moment, '{1,2}'::int[] as numbers, null::text as nothing,
              '颛桥' as text, true as yes, '\\x00ff'::bytea as bytes`,
    ),
  )
  expect(row).toEqual({
    day: '2023-09-01',
    count: 1,
    amount: 12.5,
    facts: { a: [1] },
    moment: new Date('2023-09-01T00:00:00Z'),
    numbers: [1, 2],
    nothing: null,
    text: '颛桥',
    yes: true,
    bytes: Buffer.from([0, 255]),
  })
})

test('work that passes over a failed statement is not taken for done', async () => {
  const work = owner(async (db) => {
    await sql.raw('update purse set cents = cents + 1').execute(db)
    await sql
      .raw('select 1 / 0')
      .execute(db)
      .catch(() => {})
  })
  await expect(work).rejects.toThrow('nothing was committed')
  expect(await owner(total)).toBe(20_000)
})

test.each([
  ['insert into purse values (1, 0)', '23505', 'purse_pkey'],
  ['insert into purse values (99, -1)', '23514', 'purse_cents_check'],
  ['insert into note values (99)', '23503', 'note_purse'],
  ['insert into purse values (99, null)', '23502', undefined],
  ['selekt 1', '42601', undefined],
  [`select 'x'::int`, '22P02', undefined],
  ['select 1 / 0', '22012', undefined],
])('%s fails with SQLSTATE %s and names the constraint %s', async (statement, code, constraint) => {
  const failure = await owner((db) => sql.raw(statement).execute(db)).catch((error: unknown) => error)
  expect(failure).toMatchObject({ code, constraint })
  expect(await owner(total)).toBe(20_000)
})

test('the wall falls with its transaction, be it finished or failed', async () => {
  const sees = { all: false, districtIds: [310112], schoolIds: [] }
  const wall = { accountId: '00000000-0000-7000-8000-000000000000', managesAccounts: false, sees }
  const who = `select current_user as "user", current_setting('app.district_ids', true) as districts`
  const [before] = await owner((db) => rowsOf(db, who))
  expect(await database.transact(wall, (db) => rowsOf(db, who))).toEqual([
    { user: 'yanzhen_app', districts: '{310112}' },
  ])
  await expect(database.transact(wall, (db) => sql.raw('select 1 / 0').execute(db))).rejects.toThrow()
  const [after] = await owner((db) => rowsOf<{ user: string; districts: string | null }>(db, who))
  expect(after!.user).toBe((before as { user: string }).user)
  expect(after!.districts ?? '').toBe('')
})

test('answers of any length come back whole', async () => {
  for (const length of [0, 1, 8_000, 262_100, 262_130, 262_143, 262_144, 262_145, 1_500_000]) {
    const [row] = await owner((db) => rowsOf<{ text: string }>(db, `select repeat('学', ${length}) as text`))
    expect(row!.text.length).toBe(length)
  }
  const rows = await owner((db) => rowsOf<{ n: number }>(db, 'select n from generate_series(1, 50000) n'))
  expect(rows.length).toBe(50_000)
})

const forbidden = new Error('taken back')

/** Moves money and finds fault with anything that another transaction could have slipped in between. */
async function move(db: Db, from: number, to: number): Promise<void> {
  const [first, second] = [Math.min(from, to), Math.max(from, to)]
  await sql`select id from purse where id in (${first}, ${second}) order by id for update`.execute(db)
  await sql`update purse set cents = cents - 1 where id = ${from}`.execute(db)
  const { rows } = await sql<{ cents: number }>`select cents from purse where id = ${from}`.execute(db)
  await sql`update purse set cents = cents + 1 where id = ${to}`.execute(db)
  expect(rows[0]!.cents).toBeTypeOf('number')
  expect(await total(db)).toBe(20_000)
}

async function operate(n: number): Promise<string> {
  const from = 1 + (n % 20)
  const to = 1 + ((n * 7 + 3) % 20)
  if (n % 5 === 0)
    return owner(async (db) => String((await sql<{ n: number }>`select ${n}::int as n`.execute(db)).rows[0]!.n))
  if (n % 5 === 1) {
    const work = owner(async (db) => {
      await move(db, from, to)
      throw forbidden
    })
    return work.catch((error: Error) => error.message)
  }
  if (n % 5 === 2) {
    return owner(async (db) => {
      await sql.raw('savepoint here').execute(db)
      await expect(sql.raw('insert into purse values (1, 0)').execute(db)).rejects.toMatchObject({ code: '23505' })
      await sql.raw('rollback to savepoint here').execute(db)
      await move(db, from, to)
      return 'moved'
    })
  }
  await owner((db) => move(db, from, to))
  return 'moved'
}

test('tidying up sweeps dead rows out of every table', async () => {
  await owner((db) => sql.raw('create table public.heap as select n from generate_series(1, 5000) n').execute(db))
  await owner((db) => sql.raw('update heap set n = n + 1').execute(db))
  const pages = `select pg_relation_size('heap') / 8192 as pages, reltuples::int as known from pg_class where relname = 'heap'`
  await tidyUp(database)
  const [before] = await owner((db) => rowsOf<{ pages: number; known: number }>(db, pages))
  await owner((db) => sql.raw('update heap set n = n + 1').execute(db))
  const [after] = await owner((db) => rowsOf<{ pages: number; known: number }>(db, pages))
  expect(before!.known).toBe(5000)
  expect(after!.pages).toBe(before!.pages)
})

test('600 operations side by side, with roll-backs and savepoints, never mix', async () => {
  const results = await Promise.all(Array.from({ length: 600 }, (_, n) => operate(n)))
  const expected = Array.from({ length: 600 }, (_, n) =>
    n % 5 === 0 ? String(n) : n % 5 === 1 ? 'taken back' : 'moved',
  )
  expect(results).toEqual(expected)
  expect(await owner(total)).toBe(20_000)
  const moved = await owner((db) => rowsOf<{ id: number; cents: number }>(db, 'select * from purse order by id'))
  const cents = new Map(moved.map(({ id }) => [id, 1000]))
  for (let n = 0; n < 600; n += 1) {
    if (n % 5 < 2) continue
    const [from, to] = [1 + (n % 20), 1 + ((n * 7 + 3) % 20)]
    cents.set(from, cents.get(from)! - 1)
    cents.set(to, cents.get(to)! + 1)
  }
  expect(moved).toEqual([...cents].map(([id, value]) => ({ id, cents: value })))
})
