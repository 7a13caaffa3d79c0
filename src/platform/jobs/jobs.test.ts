import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { Problem } from '#shared/problem.ts'
import type { System } from '../cli.ts'
import { readConfig, projectRoot } from '../config.ts'
import type { Database } from '../database/database.ts'
import { readPolicies } from '../policies/read.ts'
import { systemOf } from '../../main/contexts.ts'
import { testDatabase } from '../../../test/database.ts'
import type { AnyJobKind, NewJob } from './job.ts'
import { findJob, type JobState } from './job.sql.ts'
import { Jobs } from './jobs.ts'

let database: Database
let system: System
let now = new Date('2026-03-01T00:00:00Z')
const policies = readPolicies(projectRoot())

beforeAll(async () => {
  database = await testDatabase()
  system = systemOf({ database, config: readConfig({}), policies, now: () => now })
})
beforeEach(() => system.inContext(async ({ db }) => void (await sql`delete from platform.job`.execute(db))))
afterAll(() => database.close())

const jobsOf = (...kinds: AnyJobKind[]) => new Jobs(system, kinds, { log: () => {}, now: () => now })
const ask = (job: Partial<NewJob> & { kind: string }) =>
  system.inContext((ctx) => ctx.enqueue({ districtId: 310112, payload: {}, ...job }))
const stateOf = (id: string | undefined): Promise<JobState | undefined> =>
  system.inContext(({ db }) => findJob(db, id!))

/** A kind that notes what it was given, and does what it is told. */
function kind(name: string, run: AnyJobKind['run'], tries = 1): AnyJobKind {
  return { name, title: name, tries, run }
}

describe('a job', () => {
  test('is done once, with what it returned kept', async () => {
    const seen: unknown[] = []
    const id = await ask({ kind: 'test.note', payload: { n: 7 } })
    const jobs = jobsOf(kind('test.note', async (_, { payload }) => ({ got: seen.push(payload) })))
    await jobs.settled()
    await jobs.settled()
    await jobs.stop()
    expect(seen).toEqual([{ n: 7 }])
    expect(await stateOf(id)).toMatchObject({ status: 'done', result: { got: 1 }, failure: null })
  })

  test('waits once under one key, and again when the first is done', async () => {
    const first = await ask({ kind: 'test.note', key: 'a' })
    expect(await ask({ kind: 'test.note', key: 'a' })).toBeUndefined()
    const jobs = jobsOf(kind('test.note', async () => ({})))
    await jobs.settled()
    await jobs.stop()
    expect(first).toBeDefined()
    expect(await ask({ kind: 'test.note', key: 'a' })).toBeDefined()
  })

  test('is not taken up before it is due', async () => {
    const id = await ask({ kind: 'test.note', dueAt: new Date(now.getTime() + 60_000) })
    const jobs = jobsOf(kind('test.note', async () => ({})))
    await jobs.settled()
    expect(await stateOf(id)).toMatchObject({ status: 'waiting' })
    now = new Date(now.getTime() + 60_000)
    await jobs.settled()
    await jobs.stop()
    expect(await stateOf(id)).toMatchObject({ status: 'done' })
  })

  test('that was rolled back with its transaction never was', async () => {
    let ran = 0
    const undo = system.inContext(async (ctx) => {
      await ctx.enqueue({ kind: 'test.note', districtId: 310112, payload: {} })
      throw new Error('undone')
    })
    await expect(undo).rejects.toThrow('undone')
    const jobs = jobsOf(kind('test.note', async () => void ran++))
    await jobs.settled()
    await jobs.stop()
    expect(ran).toBe(0)
  })
})

describe('a job that fails', () => {
  test('is tried again a while later, as often as its kind says, and then told', async () => {
    let ran = 0
    const told: string[] = []
    const failing = kind('test.fail', async () => Promise.reject(new Error(`no ${++ran}`)), 2)
    const id = await ask({ kind: 'test.fail' })
    const jobs = jobsOf({ ...failing, failed: async (_, __, reason) => void told.push(reason) })
    await jobs.settled()
    expect(await stateOf(id)).toMatchObject({ status: 'waiting' })
    now = new Date(now.getTime() + 3600_000)
    await jobs.settled()
    await jobs.stop()
    expect(ran).toBe(2)
    expect(await stateOf(id)).toMatchObject({ status: 'failed' })
    expect(told).toHaveLength(1)
  })

  test('with a problem is not tried again: its sentence is the reason', async () => {
    const problem = new Problem('test.no', 422, '没有可用的数据。')
    const id = await ask({ kind: 'test.fail' })
    const jobs = jobsOf(kind('test.fail', async () => Promise.reject(problem), 5))
    await jobs.settled()
    await jobs.stop()
    expect(await stateOf(id)).toMatchObject({ status: 'failed', failure: '没有可用的数据。' })
  })
})

describe('a job that was broken off', () => {
  test('is taken up by the next process, and given up after its last try', async () => {
    const id = await ask({ kind: 'test.break' })
    await system.inContext(({ db }) =>
      sql`update platform.job set status = 'running', tries = 1, leased_until = ${new Date(now.getTime() - 1)}`.execute(
        db,
      ),
    )
    let ran = 0
    const jobs = jobsOf(kind('test.break', async () => void ran++, 2))
    await jobs.settled()
    await jobs.stop()
    expect(ran).toBe(1)
    expect(await stateOf(id)).toMatchObject({ status: 'done' })
  })

  test('is left alone while its lease lasts', async () => {
    const id = await ask({ kind: 'test.break' })
    await system.inContext(({ db }) =>
      sql`update platform.job set status = 'running', leased_until = ${new Date(now.getTime() + 60_000)}`.execute(db),
    )
    const jobs = jobsOf(kind('test.break', async () => ({})))
    await jobs.settled()
    await jobs.stop()
    expect(await stateOf(id)).toMatchObject({ status: 'running' })
  })
})

test('jobs of one kind run one after the other, kinds side by side', async () => {
  let at = 0
  let most = 0
  let other = 0
  const slow = async () => {
    most = Math.max(most, ++at)
    await new Promise((resolve) => setTimeout(resolve, 5))
    at--
  }
  for (let n = 0; n < 4; n++) await ask({ kind: 'test.slow' })
  await ask({ kind: 'test.other' })
  const jobs = jobsOf(
    kind('test.slow', slow),
    kind('test.other', async () => void other++),
  )
  await jobs.settled()
  await jobs.stop()
  expect({ most, other }).toEqual({ most: 1, other: 1 })
})

test('jobs are looked for by themselves only once they were started', async () => {
  const dueAt = new Date(now.getTime() + 60_000)
  const id = await ask({ kind: 'test.late', dueAt })
  const jobs = jobsOf(kind('test.late', async () => ({})))
  const before = now
  await jobs.settled()
  now = dueAt
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await stateOf(id)).toMatchObject({ status: 'waiting' })
  await jobs.start()
  await expect.poll(() => stateOf(id)).toMatchObject({ status: 'done' })
  await jobs.stop()
  now = before
})
