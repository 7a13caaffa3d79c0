import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { projectRoot, readConfig } from '#platform/config.ts'
import { smallLedger, writeLedger } from '../../../test/ledger-files.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { openInstallation } from '../../main/installation.ts'

const kills = Number(process.env['YANZHEN_KILLS'] ?? 3)
const folder = temporaryFolder()
const dataDir = () => folder.path('data')
const versions = [101, 102, 103]
const fileOf = (version: number) => folder.path(`甲学区2023学年${version}.xlsx`)

/** A ledger of more than one batch whose every sheet carries the version's number. */
async function writeVersion(version: number): Promise<string> {
  const ledger = smallLedger()
  const teachers = ledger.get('教师')!
  const more = Array.from({ length: 2500 }, (_, at) => [
    `1${String(at).padStart(5, '0')}`,
    ...teachers.rows[0]!.slice(1),
  ])
  teachers.rows.push(...more)
  for (const row of teachers.rows) row[6] = `学科${version}`
  for (const row of ledger.get('学校')!.rows) row[7] = version
  for (const row of ledger.get('课程')!.rows) row[6] = version
  return writeLedger(fileOf(version), ledger)
}

/** Starts taking ledgers, kills the process so long after it has said a word, and returns what it had acknowledged. */
async function killed(word: 'open' | 'took', milliseconds: number): Promise<number[]> {
  const { DATABASE_URL: _, ...env } = process.env
  const args = ['--import', 'tsx', 'test/take-ledgers.ts', ...versions.map(fileOf)]
  const child = spawn(process.execPath, args, {
    cwd: projectRoot(),
    env: { ...env, YANZHEN_DATA: dataDir() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const closed = once(child, 'close')
  const heard = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes(word)) resolve()
    })
  })
  await Promise.race([heard, closed])
  await pause(milliseconds)
  expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await closed
  return [...said.matchAll(/took .*?(\d{3})\.xlsx/g)].map(([, version]) => Number(version))
}

/** The version that each table speaks of, over all its rows; [] where nothing was ever taken. */
async function standing(): Promise<number[]> {
  const { database } = await openInstallation({ ...readConfig({}), dataDir: dataDir() })
  try {
    return await database.transact('owner', async (db) => {
      const { rows } = await sql<{ version: number }>`
        select distinct substr(subject, 3)::int as version from people.teacher_year
        union select distinct pupils from organizations.school_profile
        union select distinct benefiting_students from courses.course`.execute(db)
      const { rows: counts } = await sql<{ teachers: number; imports: number }>`
        select (select count(*) from people.teacher_year) as teachers,
          (select count(*) from transfer.import where status <> 'taken') as imports`.execute(db)
      expect(counts[0]).toEqual({ teachers: rows.length === 0 ? 0 : 2508, imports: 0 })
      return rows.map(({ version }) => version)
    })
  } finally {
    await database.close()
  }
}

test(
  `an import that is killed with its process, ${kills} times, is there whole or not at all`,
  async () => {
    for (const version of versions) await writeVersion(version)
    let last: number | undefined
    for (let round = 0; round < kills; round++) {
      const acknowledged = await killed('open', Math.random() * 6000)
      last = acknowledged.at(-1) ?? last
      const now = await standing()
      expect(now.length, String(now)).toBeLessThanOrEqual(1)
      const begun = acknowledged.length % versions.length
      const possible = [last, versions[begun]]
      expect(possible).toContain(now[0])
      last = now[0]
    }
    expect((await killed('took', 0)).length).toBeGreaterThan(0)
    expect(await standing()).toHaveLength(1)
  },
  120_000 + kills * 40_000,
)
