import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { migrations, testDatabase, testDatabaseInMemory } from '../../../test/database.ts'
import type { Database, Db } from '../database/database.ts'
import { backUp } from './back-up.ts'
import { listSequences, listTables, schemasOf } from './catalog.ts'
import { restore } from './restore.ts'
import { readRows } from './rows.ts'

vi.setConfig({ testTimeout: 180_000 })

const home = mkdtempSync(join(tmpdir(), 'yanzhen-backup-'))
const file = join(home, 'backup.zip')
let source: Database
let target: Database
let elsewhere: Database

const silent = () => {}
const exec = (db: Db, text: string) => sql.raw(text).execute(db)

/** Rows that are easily spoilt on the way: quotes, line ends, null, large numbers, bytes, arrays, a child before its parent. */
async function fill(database: Database): Promise<void> {
  await database.transact('owner', async (db) => {
    await exec(
      db,
      `insert into organizations.unit (id, kind, parent_id, district_id, code, name, short_name, pinyin, initials, longitude)
       values (310112, 'district', null, 310112, '310112', '闵行区', '闵行', 'minhang', 'mh', 121.38000000000001),
              (1000, 'cluster', 310112, 310112, null, E'“颛桥”\\n学区\\u2028\\\\', '颛桥', 'zhuanqiao', 'zq', null)`,
    )
    await exec(db, `select nextval('organizations.unit_number')`)
    await exec(
      db,
      `insert into people.teacher_year (district_id, teacher_id, school_year, school_id, staff_no, name, pinyin, initials,
                                        born_on, eligible, eligible_reason)
       select 310112, gen_random_uuid(), 2023, 1, n::text, '教师' || n, 'js', 'js', date '1980-01-01' + n, n % 2 = 0, 'null'
       from generate_series(1, 5000) n`,
    )
    await exec(
      db,
      `insert into platform.audit (district_id, id, at, actor_name, verb, title, result, facts)
       values (310112, gen_random_uuid(), '2023-09-01 08:00:00.123456+08', '', '{"a": null}', E'\\t', 'done',
               '{"n": 12345678901234567890, "deep": {"snake_case": [1, "二", null]}}')`,
    )
    await exec(
      db,
      `insert into platform.stale (district_id, school_id, school_year, source) values (310112, 1, 2023, 'x')`,
    )
    await exec(
      db,
      `insert into courses.course (district_id, id, cluster_id, school_year, code, name, school_id, partner_school_ids,
                                   co_built, featured, exported)
       values (310112, gen_random_uuid(), 1000, 2023, 'A', '剪纸', 1, '{2,3}', true, false, true)`,
    )
    await exec(
      db,
      `insert into identity.account (id, login, name, password_hash, created_at)
       values ('0193b000-0000-7000-8000-000000000000', 'a', 'b', 'c', now())`,
    )
    await exec(
      db,
      `insert into identity.session (token_hash, account_id, created_at, seen_at)
       values ('\\x00ff0a', '0193b000-0000-7000-8000-000000000000', now(), now())`,
    )
  })
}

/** Every table's lines and every sequence's state. */
async function contentsOf(database: Database): Promise<Record<string, unknown>> {
  return database.transact('owner', async (db) => {
    const contents: Record<string, unknown> = { sequences: await listSequences(db, schemasOf(migrations)) }
    for (const table of await listTables(db, schemasOf(migrations))) {
      const chunks: Buffer[] = []
      for await (const chunk of readRows(db, table)) chunks.push(chunk)
      contents[table.name] = Buffer.concat(chunks).toString()
    }
    return contents
  })
}

const dataOf = (name: string) => {
  const dataDir = join(home, name)
  mkdirSync(dataDir, { recursive: true })
  return dataDir
}
const save = (database: Database) => backUp(database, dataOf('from'), file, new Date(), silent)
const bringBack = (database: Database, dataDir: string, replace = false) =>
  restore(database, { file, dataDir, migrations, replace }, silent)

beforeAll(async () => {
  source = await testDatabase()
  target = await testDatabase()
  elsewhere = await testDatabaseInMemory()
  await fill(source)
})
beforeEach(() => {
  mkdirSync(join(home, 'from/uploads/2023'), { recursive: true })
  mkdirSync(join(home, 'from/pgdata'), { recursive: true })
  writeFileSync(join(home, 'from/uploads/2023/名册.xlsx'), Buffer.alloc(300_000, 7))
  writeFileSync(join(home, 'from/pgdata/PG_VERSION'), '18')
})
afterAll(async () => {
  for (const database of [source, target, elsewhere]) await database.close()
  rmSync(home, { recursive: true, force: true })
})

test('all tables, sequences and files come back, on the same engine and on the other', async () => {
  const manifest = await save(source)
  expect(manifest.files.map(({ path }) => path)).toEqual(['uploads/2023/名册.xlsx'])
  const expected = await contentsOf(source)
  expect(String(expected['people.teacher_year']).match(/\n/g)).toHaveLength(5000)
  for (const database of [target, elsewhere]) {
    const dataDir = dataOf(`to-${database.engine}-${database === target}`)
    await bringBack(database, dataDir)
    expect(await contentsOf(database)).toEqual(expected)
    expect(readFileSync(join(dataDir, 'uploads/2023/名册.xlsx'))).toEqual(Buffer.alloc(300_000, 7))
  }
})

test('what was restored goes on: numbers follow, foreign keys and the wall hold', async () => {
  const unit = `insert into organizations.unit (id, kind, parent_id, district_id, name, short_name, pinyin, initials)`
  await target.transact('owner', async (db) => {
    const { rows } = await sql<{ n: number }>`select nextval('organizations.unit_number') as n`.execute(db)
    expect(rows[0]!.n).toBe(1_000_001)
    await exec(
      db,
      `insert into platform.stale (district_id, school_id, school_year, source) values (310112, 1, 2023, 'y')`,
    )
  })
  const orphan = target.transact('owner', (db) =>
    exec(db, `${unit} values (5, 'school', 77, 310112, 'x', 'x', 'x', 'x')`),
  )
  await expect(orphan).rejects.toMatchObject({ code: '23503', constraint: 'unit_parent' })
  const outsider = {
    accountId: newAccount,
    managesAccounts: false,
    sees: { all: false, districtIds: [], schoolIds: [] },
  }
  const seen = await target.transact(outsider, (db) => exec(db, 'select * from people.teacher_year'))
  expect(seen.rows).toEqual([])
})
const newAccount = '0193b000-0000-7000-8000-00000000000f'

test('an installation with data is refused, and replaced when told so', async () => {
  const before = await contentsOf(target)
  await expect(bringBack(target, dataOf('fresh'))).rejects.toMatchObject({ code: 'backup.notEmpty' })
  expect(await contentsOf(target)).toEqual(before)
  const dataDir = dataOf('used')
  writeFileSync(join(dataDir, 'old.txt'), 'old')
  await bringBack(target, dataDir, true)
  expect(await contentsOf(target)).toEqual(await contentsOf(source))
  expect(() => readFileSync(join(dataDir, 'old.txt'))).toThrow()
})

test('a damaged archive, a foreign file and a backup of another version change nothing', async () => {
  await save(source)
  const whole = readFileSync(file)
  const before = await contentsOf(target)
  const refused = async (content: Buffer, code: string) => {
    writeFileSync(file, content)
    await expect(bringBack(target, dataOf('fresh'), true)).rejects.toMatchObject({ code })
  }
  const spoilt = Buffer.from(whole)
  const middle = spoilt.indexOf('tables/people.teacher_year.jsonl') + 5_000
  spoilt.fill(0x5a, middle, middle + 40)
  await refused(spoilt, 'backup.damaged')
  await refused(Buffer.from('no archive'), 'backup.notBackup')
  writeFileSync(file, whole)
  const older = { file, dataDir: dataOf('fresh'), migrations: migrations.slice(0, -1), replace: true }
  await expect(restore(target, older, silent)).rejects.toMatchObject({ code: 'backup.fromOtherVersion' })
  expect(await contentsOf(target)).toEqual(before)
})

test('a backup of an older version is brought up to the schema of this one', async () => {
  await save(source)
  const added = { name: 'platform/999_later.sql', text: 'create table platform.later (n int)', checksum: 'later' }
  const later = [...migrations, added]
  await restore(target, { file, dataDir: dataOf('later'), migrations: later, replace: true }, silent)
  const { rows } = await target.transact('owner', (db) => exec(db, 'select * from platform.later'))
  expect(rows).toEqual([])
})

test('a database that was never set up has nothing to back up, and no file is left behind', async () => {
  await elsewhere.transact('owner', (db) => exec(db, 'drop table public.yanzhen_migration'))
  const none = join(home, 'none.zip')
  const failing = backUp(elsewhere, dataOf('none'), none, new Date(), silent)
  await expect(failing).rejects.toMatchObject({ code: 'backup.nothingToBackUp' })
  expect(() => readFileSync(`${none}.part`)).toThrow()
})
