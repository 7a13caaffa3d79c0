import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { insertListed } from '../../../test/walls/season.ts'
import type { App } from '../../main/app.ts'
import { planner } from './plan.jobs.ts'

const { districtA, c1, s1, s2 } = PLACES
const YEAR = 2023
let database: Database
let app: App
let seasonId: string

beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', async (db) => {
    await insertListed(db, districtA, s1, YEAR)
    await insertListed(db, districtA, s2, YEAR)
  })
  app = await testApp(database, { now: () => new Date('2024-05-01T02:00:00Z') })
})
afterAll(async () => {
  await planner.close()
  await app.close()
  await database.close()
})
beforeEach(async () => {
  const days = { wishesDue: '2024-05-20', needsDue: '2024-05-31', schoolYear: YEAR }
  seasonId = (await office().post(`/api/units/${c1}/rotation-season`, days)).json().id
  // Two teachers of a school cannot go as a team of three.
  const settings = `/api/rotation-seasons/${seasonId}/settings`
  const { rules, weights, keptPercent } = (await office().get(settings)).json()
  await office().patch(settings, { rules: { ...rules, teams: 0 }, weights, keptPercent })
})
afterEach(() =>
  database.transact('owner', async (db) => {
    for (const table of ['planMove', 'plan', 'wish', 'season'] as const)
      await db.deleteFrom(`rotationPlanning.${table}`).execute()
  }),
)

const office = () => asPerson(app, 'office')
const url = () => `/api/rotation-seasons/${seasonId}/plans`
const wish = (school: number, n: number, body: object) =>
  office().post(`/api/rotation-seasons/${seasonId}/teachers/${teacherId(school, n)}/wish`, body)

async function make(choices = false) {
  const asked = await office().post(url(), { choices })
  expect(asked.statusCode).toBe(200)
  await app.jobs.settled()
  return (await office().get(url())).json()
}

describe('plans of a season', () => {
  test('the planner makes one that keeps every rule, and says that none is better', async () => {
    await wish(s1, 1, { attitude: 'willing', ranked: [s2] })
    const { plans, conflict } = await make()
    expect(conflict).toBeNull()
    expect(plans).toMatchObject([{ number: 1, origin: 'planner', isProved: true, gapPercent: 0, faults: 0, isCurrent: true, madeBy: '陈办一' }]) // prettier-ignore
    const { moves, schools, candidates, faults } = (await office().get(`/api/rotation-plans/${plans[0].id}`)).json()
    expect(moves).toMatchObject([{ teacherId: teacherId(s1, 1), name: teacherName(s1, 1), toSchoolId: s2, choice: 1, backbone: true }]) // prettier-ignore
    expect(candidates).toHaveLength(4)
    expect(faults).toEqual([])
    expect(schools.find((one: { schoolId: number }) => one.schoolId === s2)).toMatchObject({
      out: 0,
      in: 1,
      backboneIn: 1,
    })
  })

  test('asked again for the same, it is the same plan', async () => {
    const moves = async (id: string) => (await office().get(`/api/rotation-plans/${id}`)).json().moves
    await make()
    const { plans } = await make()
    expect(plans).toHaveLength(2)
    expect(await moves(plans[1].id)).toEqual(await moves(plans[0].id))
  })

  test('a draft of the board is held against the rules, and kept as a plan that comes from it', async () => {
    const { plans } = await make()
    const at = `/api/rotation-plans/${plans[0].id}`
    const none = (await office().post(`${at}/try`, { moves: [], recalls: [] })).json()
    expect(none.faults.map(({ rule }: { rule: string }) => rule)).toContain('moves')
    const moves = [{ teacherId: teacherId(s2, 1), toSchoolId: s1 }]
    const tried = (await office().post(`${at}/try`, { moves, recalls: [] })).json()
    expect(tried.figures.moves).toBe(1)
    const saved = (await office().post(`${at}/versions`, { moves, recalls: [], note: '听取意见后调整' })).json()
    expect(saved.number).toBe(2)
    const { plans: now } = (await office().get(url())).json()
    expect(now[1]).toMatchObject({ origin: 'hand', parent: 1, note: '听取意见后调整', isProved: null })
    expect(now[1].gapPercent).toBeGreaterThanOrEqual(0)
  })

  test('why a teacher goes, does not go elsewhere, does not stay; and not of a plan whose ground has changed', async () => {
    const { plans } = await make()
    const at = `/api/rotation-plans/${plans[0].id}`
    const { moves } = (await office().get(at)).json()
    const why = async (more: string) => (await office().get(`${at}/why?teacherId=${moves[0].teacherId}${more}`)).json()
    expect((await why('')).kind).toBe('price')
    expect(await why('&schoolId=0')).toMatchObject({ kind: 'price' })
    expect(await why(`&schoolId=${moves[0].fromSchoolId}`)).toMatchObject({ kind: 'refused', refusal: 'own-school' })
    await wish(s1, 2, { attitude: 'refuses', why: '家中有老人', ranked: [] })
    expect((await why('')).code).toBe('rotationPlanning.notCurrent')
    expect((await office().get(url())).json().plans[0].isCurrent).toBe(false)
  })

  test('where no plan can be, the rules that stand against each other are named with the teachers', async () => {
    for (const school of [s1, s2])
      for (const n of [1, 2]) await wish(school, n, { attitude: 'refuses', why: '不便', ranked: [] })
    const { plans, conflict } = await make()
    expect(plans).toEqual([])
    expect(conflict.map(({ rule }: { rule: string }) => rule)).toEqual(['refusals', 'moves'])
    // One of them would do, and any of the four would do as well as the others.
    const four = [s1, s2].flatMap((school) => [teacherName(school, 1), teacherName(school, 2)])
    expect(conflict[0].teachers).toEqual([expect.objectContaining({ name: expect.toSatisfy((name: string) => four.includes(name)) })]) // prettier-ignore
  })

  test('several to choose from: each is the best of what it favours', async () => {
    const { plans } = await make(true)
    expect(plans.length).toBeGreaterThanOrEqual(1)
    expect(plans.map(({ isProved }: { isProved: boolean }) => isProved)).not.toContain(false)
  })

  test('a plan that is not wanted is dropped, and its number is not used again', async () => {
    const { plans } = await make()
    await office().patch(`/api/rotation-plans/${plans[0].id}`, { note: '初稿' })
    expect((await office().del(`/api/rotation-plans/${plans[0].id}`)).statusCode).toBe(200)
    expect((await make()).plans).toMatchObject([{ number: 2 }])
  })

  test('nothing is stopped where nothing is being planned; schools do not see plans', async () => {
    expect((await office().post(`${url()}/cancel`)).json()).toEqual({ stopped: false })
    expect((await asPerson(app, 'principal').get(url())).statusCode).toBe(403)
    expect((await asPerson(app, 'outsider').get(url())).statusCode).toBe(403)
  })
})
