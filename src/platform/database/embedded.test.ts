import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { projectRoot } from '../config.ts'
import type { Database } from './database.ts'
import { databaseOnEngine, openEmbedded } from './embedded.ts'
import { Engine } from './engine.ts'
import { lockFolder } from './lock.ts'
import { engineTemplate } from './template.ts'

// Starting an engine takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const home = mkdtempSync(join(tmpdir(), 'yanzhen-embedded-'))
const template = engineTemplate(projectRoot())
afterAll(() => rmSync(home, { recursive: true, force: true }))

const run = (database: Database, statement: string) =>
  database.transact('owner', async (db) => (await sql.raw<Record<string, unknown>>(statement).execute(db)).rows)

test('what was written is there after the folder is opened again, and no half-made folder is left', async () => {
  const folder = join(home, 'kept')
  writeFileSync(join(home, 'kept.tmp'), 'left by a start that was cut short')
  const first = await openEmbedded(folder, template)
  await run(first, 'create table t as select 1 as n')
  await first.close()
  expect(existsSync(`${folder}.tmp`)).toBe(false)
  const second = await openEmbedded(folder, template)
  expect(await run(second, 'select n from t')).toEqual([{ n: 1 }])
  expect(await run(second, 'show fsync')).toEqual([{ fsync: 'on' }])
  await second.close()
  expect(existsSync(`${folder}.lock`)).toBe(false)
})

test('a folder that another process holds is refused with its number, and taken over once that is killed', async () => {
  const folder = join(home, 'held')
  const script = `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    lockFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  await expect(openEmbedded(folder, template)).rejects.toThrow(
    `数据文件夹 ${folder} 正由另一个雁阵（进程 ${child.pid}）使用，请先停止它再试。`,
  )
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  await (await openEmbedded(folder, template)).close()
})

test('the same process cannot open a folder twice', async () => {
  const unlock = lockFolder(join(home, 'twice'))
  expect(() => lockFolder(join(home, 'twice'))).toThrow(`进程 ${process.pid}`)
  unlock()
  lockFolder(join(home, 'twice'))()
})

const alive = { pid: process.ppid, born: null, at: Date.now() }
const stale = {
  'of a process that is gone': { ...alive, pid: 2 ** 30 },
  ...(process.platform === 'linux' && {
    'of a process number that a younger process has now': { ...alive, born: '1' },
  }),
  'taken before the machine was started': { ...alive, at: 1_000_000_000_000 },
  'of this process number, taken by an earlier process': { ...alive, pid: process.pid },
  'that nobody can read': 'nonsense',
}

test.each(Object.entries(stale))('a lock %s is taken over', (_, content) => {
  const folder = join(home, 'stale')
  writeFileSync(`${folder}.lock`, JSON.stringify(content))
  lockFolder(folder)()
  expect(existsSync(`${folder}.lock`)).toBe(false)
})

test('a lock of a process that lives is respected, though nothing tells when it was born', () => {
  const folder = join(home, 'living')
  writeFileSync(`${folder}.lock`, JSON.stringify(alive))
  expect(() => lockFolder(folder)).toThrow(`进程 ${process.ppid}`)
})

test('a folder that is no database is refused in one sentence', async () => {
  const folder = join(home, 'broken')
  await (await openEmbedded(folder, template)).close()
  writeFileSync(join(folder, 'global', 'pg_control'), 'x'.repeat(8192))
  await expect(openEmbedded(folder, template)).rejects.toThrow(`内置数据库打不开 ${folder}`)
  expect(existsSync(`${folder}.lock`)).toBe(false)
})

test('when the engine stops, whoever waits and whoever comes later is told', async () => {
  const database = await openEmbedded(join(home, 'kept'), template)
  const all = [run(database, 'copy t from stdin'), run(database, 'select 1'), run(database, 'select 2')]
  for (const result of await Promise.allSettled(all))
    expect(result).toMatchObject({ reason: { code: 'database.engineStopped' } })
  await expect(run(database, 'select 1')).rejects.toThrow('内置数据库已停止工作')
  await database.close()
})

test('a transaction that waits for another one is cut off instead of holding up everybody for ever', async () => {
  const database = databaseOnEngine(await Engine.start({ folder: join(home, 'kept'), patienceMs: 300 }))
  const nested = database.transact('owner', async (db) => {
    await sql.raw('create table never (n int)').execute(db)
    await run(database, 'select 1')
    await sql.raw('select 2').execute(db)
  })
  await expect(nested).rejects.toThrow('not queryable')
  expect(await run(database, `select to_regclass('never') is null as gone`)).toEqual([{ gone: true }])
  await database.close()
})

test('the template carries the version of the engine', () => {
  const { version } = JSON.parse(
    readFileSync(join(projectRoot(), 'node_modules/@electric-sql/pglite/package.json'), 'utf8'),
  ) as { version: string }
  expect(template.endsWith(`engine-${version}`)).toBe(true)
})
