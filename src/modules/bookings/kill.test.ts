import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot, readConfig } from '#platform/config.ts'
import { openDatabase } from '#platform/database/open.ts'
import { broken } from '../../../test/broken-bookings.ts'
import { databaseOfProcesses } from '../../../test/database.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'

const kills = Number(process.env['YANZHEN_KILLS'] ?? 2)
const folder = temporaryFolder()
let database: Awaited<ReturnType<typeof databaseOfProcesses>>
beforeAll(async () => {
  database = await databaseOfProcesses(folder.path('data'))
})
afterAll(() => database.drop())

/** Starts a stream of bookings, kills its process in the midst of it, and returns the requests that were confirmed. */
async function killed(round: number, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/book-stream.ts', String(round)], {
    cwd: projectRoot(),
    env: { ...process.env, ...database.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const closed = once(child, 'close')
  const heard = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('booked')) resolve()
    })
  })
  await Promise.race([heard, closed])
  await pause(milliseconds)
  expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await closed
  return [...said.matchAll(/booked (\S+)\n/g)].map(([, id]) => id!)
}

/** How many bookings each request has after a new start, and what does not hold. */
async function standing(): Promise<{ requests: Map<string, number>; wrong: unknown[] }> {
  const opened = await openDatabase(readConfig(database.env))
  try {
    return await opened.transact('owner', async (db) => {
      const { rows } = await sql<{ requestId: string; n: number }>`
        select b.request_id, count(*)::int as n from bookings.booking b
        join bookings.lent l on l.district_id = b.district_id and l.booking_id = b.id group by 1`.execute(db)
      const requests = new Map(rows.map(({ requestId, n }) => [requestId, n]))
      return { requests, wrong: (await broken(db)).rows }
    })
  } finally {
    await opened.close()
  }
}

test(
  `a process that is killed ${kills} times while it books loses nothing it confirmed and leaves nothing by halves`,
  async () => {
    const confirmed: string[] = []
    for (let round = 0; round < kills; round += 1) {
      confirmed.push(...(await killed(round, Math.random() * 1500)))
      const { requests, wrong } = await standing()
      expect(wrong).toEqual([])
      expect(new Set(requests.values())).toEqual(new Set([2]))
      for (const id of confirmed) expect(requests.get(id), id).toBe(2)
      // What was under way when the process died may stand too: one request a round at the most.
      expect(requests.size - confirmed.length).toBeLessThanOrEqual(round + 1)
    }
  },
  120_000 + kills * 60_000,
)
