import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, openSessions, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp, type Asking } from '../../../test/http.ts'
import { insertListed } from '../../../test/walls/season.ts'
import type { App } from '../../main/app.ts'
import { planner } from './plan.jobs.ts'

const { districtA, c1, s1, s2, s3 } = PLACES
const YEAR = 2024
const clock = { now: new Date('2024-06-01T02:00:00Z') }
let database: Database
let app: App
let seasonId: string

beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', async (db) => {
    for (const school of [s1, s2]) {
      const rows = await db.selectFrom('people.teacherYear').selectAll().where('schoolId', '=', school).where('schoolYear', '=', YEAR - 1).execute() // prettier-ignore
      const next = rows.map((row) => ({ ...row, schoolYear: YEAR }))
      await db.insertInto('people.teacherYear').values(next as never).execute() // prettier-ignore
      await insertListed(db, districtA, school, YEAR)
    }
    const profiles = await db.selectFrom('organizations.schoolProfile').selectAll().where('schoolYear', '=', YEAR - 1).execute() // prettier-ignore
    await db.insertInto('organizations.schoolProfile').values(profiles.map((row) => ({ ...row, schoolYear: YEAR })) as never).execute() // prettier-ignore
  })
  app = await testApp(database, { now: () => clock.now })
})
afterAll(async () => {
  await planner.close()
  await app.close()
  await database.close()
})
beforeEach(async () => {
  clock.now = new Date('2024-06-01T02:00:00Z')
  await database.transact('owner', openSessions)
  const days = { wishesDue: '2024-06-20', needsDue: '2024-06-21', schoolYear: YEAR }
  seasonId = (await done(office(), `/api/units/${c1}/rotation-season`, days)).id
  const settings = `/api/rotation-seasons/${seasonId}/settings`
  const { rules, weights, keptPercent } = await read(office(), settings)
  await office().patch(settings, { rules: { ...rules, teams: 0 }, weights, keptPercent })
})
afterEach(() =>
  database.transact('owner', async (db) => {
    for (const table of ['planMove', 'plan', 'wish', 'season'] as const)
      await db.deleteFrom(`rotationPlanning.${table}`).execute()
    await db.deleteFrom('mobility.rotation').where('schoolYear', '=', YEAR).execute()
    await db.deleteFrom('mobility.batch').where('schoolYear', '=', YEAR).execute()
  }),
)

const office = () => asPerson(app, 'office')
const principal = () => asPerson(app, 'principal')
async function read(asker: Asking, url: string) {
  const reply = await asker.get(url)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
async function done(asker: Asking, url: string, body: object) {
  const reply = await asker.post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const refused = async (url: string, body: object) => (await office().post(url, body)).json()

/** A plan of the planner's, and one by hand in which the first of S1 goes to S2. */
async function planned(moves?: object[]): Promise<string> {
  await office().post(`/api/rotation-seasons/${seasonId}/plans`, { choices: false })
  await app.jobs.settled()
  const { plans } = await read(office(), `/api/rotation-seasons/${seasonId}/plans`)
  const made = `/api/rotation-plans/${plans.at(-1).id}`
  if (!moves) return made
  return `/api/rotation-plans/${(await done(office(), `${made}/versions`, { moves, recalls: [] })).planId}`
}
const goes = (school: number, n: number, toSchoolId: number) => ({ teacherId: teacherId(school, n), toSchoolId })
const fields = { title: '2024学年交流轮岗', startOn: '2024-09-01', termYears: 2, ftePercent: 100, exceptions: [] }
const reason = '区里同意先试行'

describe('a plan is adopted', () => {
  test('what it would make is filled in, and one button makes it a batch that names its plan', async () => {
    const plan = await planned()
    const proposal = await read(office(), `${plan}/adoption`)
    expect(proposal).toMatchObject({ title: '2024学年交流轮岗', startOn: '2024-09-01', until: null, faults: [], isCurrent: true, adopted: null }) // prettier-ignore
    expect(proposal.moves).toHaveLength(1)
    expect(proposal.moves[0]).toMatchObject({ form: '定期交流', taken: null })
    const { batchId } = await done(office(), `${plan}/adoption`, fields)
    const batch = await read(office(), `/api/rotation-batches/${batchId}`)
    expect(batch).toMatchObject({
      title: '2024学年交流轮岗',
      state: '拟定',
      rotations: 1,
      planId: plan.split('/').at(-1),
    })
    expect(batch.steps[0].words).toBe('采用方案 1')
    expect(batch.lines[0]).toMatchObject({ startOn: '2024-09-01', endOn: '2026-08-31', ftePercent: 100 })
    expect(await read(office(), plan)).toMatchObject({
      plan: { adopted: { batchId, state: '拟定' } },
      adopted: { number: 1, opinions: [{ agrees: null }, { agrees: null }] },
      can: ['change', 'adopt'],
    })
    expect((await read(office(), `/api/rotation-seasons/${seasonId}/plans`)).plans[0].adopted).toMatchObject({ batchId }) // prettier-ignore
  })

  test('what is said of one teacher holds for that one; who is left out is not in the batch', async () => {
    const plan = await planned([goes(s1, 1, s2), goes(s2, 1, s1), goes(s2, 2, s1)])
    const exceptions = [
      { teacherId: teacherId(s2, 1), leftOut: true },
      { teacherId: teacherId(s2, 2), form: '走教', ftePercent: 40, weeklyLessons: 6, termYears: 1 },
    ]
    const { batchId } = await done(office(), `${plan}/adoption`, { ...fields, exceptions, reason })
    const { lines } = await read(office(), `/api/rotation-batches/${batchId}`)
    expect(lines).toMatchObject([
      { name: teacherName(s1, 1), form: '定期交流', ftePercent: 100, endOn: '2026-08-31' },
      { name: teacherName(s2, 2), form: '走教', ftePercent: 40, weeklyLessons: 6, endOn: '2025-08-31' },
    ])
  })

  test('one that breaks rules only with a reason, which stays with the batch', async () => {
    const plan = await planned([goes(s1, 1, s2), goes(s1, 2, s2)])
    expect((await read(office(), `${plan}/adoption`)).faults.length).toBeGreaterThan(0)
    expect(await refused(`${plan}/adoption`, fields)).toMatchObject({
      code: 'rotationPlanning.needsReason',
      status: 422,
    })
    const { batchId } = await done(office(), `${plan}/adoption`, { ...fields, reason })
    const { steps } = await read(office(), `/api/rotation-batches/${batchId}`)
    expect(steps[0].words).toMatch(/^采用方案 2，其中 \d+ 处不合规则，理由：区里同意先试行$/)
  })

  test('it is told where its ground has changed, and where somebody is at another school already', async () => {
    const plan = await planned([goes(s1, 1, s2)])
    await database.transact('owner', (db) =>
      db.updateTable('mobility.rotation').set({ endOn: '2025-08-31' }).where('teacherId', '=', teacherId(s1, 1)).execute(),
    ) // prettier-ignore
    const proposal = await read(office(), `${plan}/adoption`)
    expect(proposal.isCurrent).toBe(false)
    expect(proposal.moves[0].taken).toMatchObject({ until: '2025-08-31' })
    expect((await refused(`${plan}/adoption`, { ...fields, reason })).code).toBe('mobility.overlap')
    const leftOut = { exceptions: [{ teacherId: teacherId(s1, 1), leftOut: true }] }
    expect((await refused(`${plan}/adoption`, { ...fields, ...leftOut, reason })).code).toBe('rotationPlanning.nobodyGoes') // prettier-ignore
    await database.transact('owner', (db) =>
      db.updateTable('mobility.rotation').set({ endOn: null }).where('teacherId', '=', teacherId(s1, 1)).execute(),
    ) // prettier-ignore
  })

  test('not twice, and of two at once one wins and the other is led to the batch', async () => {
    const plan = await planned()
    const both = await Promise.all([office().post(`${plan}/adoption`, fields), office().post(`${plan}/adoption`, fields)]) // prettier-ignore
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const [won, lost] = both.sort((a, b) => a.statusCode - b.statusCode).map((reply) => reply.json())
    expect(lost).toMatchObject({ code: 'rotationPlanning.planTaken', facts: { batchId: won.batchId } })
    expect(lost.title).toBe('方案 1 已经采用，批次是“2024学年交流轮岗”，不用再采用一次。')
    const { batches } = await read(office(), `/api/units/${c1}/rotation-batches?year=${YEAR}`)
    expect(batches).toHaveLength(1)
    expect((await office().del(plan)).json().code).toBe('rotationPlanning.planAdopted')
  })

  test('again once its batch was deleted or taken back', async () => {
    const plan = await planned()
    const first = (await done(office(), `${plan}/adoption`, fields)).batchId
    expect((await office().del(`/api/rotation-batches/${first}`)).statusCode).toBe(200)
    expect((await read(office(), plan)).adopted).toBeNull()
    const second = (await done(office(), `${plan}/adoption`, { ...fields, until: '2024-06-10' })).batchId
    await done(office(), `/api/rotation-batches/${second}/withdraw`, { reason: '重新商量' })
    expect((await done(office(), `${plan}/adoption`, fields)).batchId).not.toBe(second)
  })

  test('the district reads it and does not adopt; schools do neither', async () => {
    const plan = await planned()
    expect((await asPerson(app, 'district').get(plan)).json().can).toEqual(['change'])
    expect((await asPerson(app, 'district').post(`${plan}/adoption`, fields)).statusCode).toBe(403)
    expect((await principal().get(`${plan}/adoption`)).statusCode).toBe(404)
  })
})

describe('schools say their word, and the office takes another plan', () => {
  const heard = { ...fields, until: '2024-06-10', reason }

  test('each school’s word stands with the plan', async () => {
    const plan = await planned([goes(s1, 1, s2), goes(s2, 1, s1)])
    const { batchId, unreached } = await done(office(), `${plan}/adoption`, heard)
    expect(unreached).toEqual(['春申小学'])
    await done(principal(), `/api/rotation-batches/${batchId}/opinions`, {
      schoolId: s1,
      agrees: false,
      words: '语文缺人',
    })
    const { adopted } = await read(office(), plan)
    expect(adopted).toMatchObject({ state: '听取意见', heardUntil: '2024-06-10', replaceable: true })
    expect(adopted.opinions).toMatchObject([
      { schoolId: s1, agrees: false, words: '语文缺人', by: '陈校长' },
      { schoolId: s2, agrees: null },
    ])
  })

  test('another plan takes its place in one go; the school hears what changed for it', async () => {
    const plan = await planned([goes(s1, 1, s2), goes(s2, 1, s1)])
    const first = (await done(office(), `${plan}/adoption`, heard)).batchId
    await done(principal(), `/api/rotation-batches/${first}/opinions`, {
      schoolId: s1,
      agrees: false,
      words: '语文缺人',
    })
    const moves = [goes(s1, 2, s2), goes(s2, 1, s1)]
    const next = `/api/rotation-plans/${(await done(office(), `${plan}/versions`, { moves, recalls: [] })).planId}`
    expect(await refused(`${next}/adoption`, heard)).toMatchObject({
      code: 'rotationPlanning.otherTaken',
      facts: { batchId: first },
    })
    const proposal = await read(office(), `${next}/adoption`)
    expect(proposal).toMatchObject({ adopted: { batchId: first, replaceable: true }, until: '2024-06-10' })
    expect(proposal.moves.map(({ taken }: { taken: unknown }) => taken)).toEqual([null, null])
    const instead = { insteadOf: first, instead: '听取第一小学意见后调整' }
    const { batchId } = await done(office(), `${next}/adoption`, { ...heard, ...instead })
    const old = await read(office(), `/api/rotation-batches/${first}`)
    expect(old).toMatchObject({ state: '已撤销', lines: [] })
    expect(old.steps.at(-1).words).toBe('听取第一小学意见后调整')
    expect((await read(office(), plan)).plan.adopted).toBeNull()
    expect((await read(office(), next)).adopted).toMatchObject({ batchId, state: '听取意见' })
    expect(JSON.stringify(await read(principal(), '/api/notices'))).toContain(
      '本校有变化：新增流出 1 人，不再流出 1 人。',
    )
    expect((await read(principal(), `/api/rotation-batches/${batchId}`)).opinions).toMatchObject([{ schoolId: s1, agrees: null }]) // prettier-ignore
  })

  test('a school for which nothing changed keeps its answer', async () => {
    const plan = await planned([goes(s1, 1, s2), goes(s2, 1, s3)])
    const first = (await done(office(), `${plan}/adoption`, heard)).batchId
    await done(principal(), `/api/rotation-batches/${first}/opinions`, { schoolId: s1, agrees: true })
    const moves = [goes(s1, 1, s2)]
    const next = `/api/rotation-plans/${(await done(office(), `${plan}/versions`, { moves, recalls: [] })).planId}`
    await done(office(), `${next}/adoption`, { ...heard, insteadOf: first, instead: '少去一位' })
    expect((await read(office(), next)).adopted.opinions).toMatchObject([
      { schoolId: s1, agrees: true, by: '陈校长' },
      { schoolId: s2, agrees: null },
    ])
    expect(JSON.stringify(await read(principal(), '/api/notices'))).toContain(
      '本校没有变化。沿用上次的答复，可以修改。',
    )
  })

  test('once the council has decided it is too late', async () => {
    const plan = await planned([goes(s1, 1, s2)])
    const first = (await done(office(), `${plan}/adoption`, heard)).batchId
    await database.transact('owner', (db) =>
      db.updateTable('mobility.batch').set({ state: '理事会已决定' }).where('id', '=', first).execute(),
    )
    const moves = [goes(s1, 2, s2)]
    const next = `/api/rotation-plans/${(await done(office(), `${plan}/versions`, { moves, recalls: [] })).planId}`
    const late = await refused(`${next}/adoption`, { ...heard, insteadOf: first, instead: '换一位老师' })
    expect(late.code).toBe('rotationPlanning.planDecided')
  })
})
