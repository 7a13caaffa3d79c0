import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Db } from '#platform/database/database.ts'
import { actorToday } from '#modules/identity/who.actions.ts'
import { accountId, cast, PEOPLE, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { insertListed } from '../../../test/walls/season.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { readPlannerInput } from './index.ts'
import { loadSeason } from './season.load.ts'

const { districtA, c1, s1, s2, s3 } = PLACES
const YEAR = 2023
let now = new Date('2024-05-01T02:00:00Z')
let database: Database
let app: App
let seasonId: string
let season: string
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', async (db) => {
    await insertListed(db, districtA, s1, YEAR)
    await insertListed(db, districtA, s2, YEAR)
  })
  app = await testApp(database, { now: () => now })
  const days = { wishesDue: '2024-05-20', needsDue: '2024-05-31', schoolYear: YEAR }
  seasonId = (await asPerson(app, 'office').post(`/api/units/${c1}/rotation-season`, days)).json().id
  season = `/api/rotation-seasons/${seasonId}`
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const office = () => asPerson(app, 'office')
const principal = () => asPerson(app, 'principal')
const handIn = (body: object, school: number = s1) =>
  principal().post(`${season}/schools/${school}`, { ...nothing, ...body })
const nothing = { needs: [], mostOut: null, mostIn: null, kept: [] }
const page = async () => (await principal().get(`/api/units/${s1}/rotation-needs`)).json().pages[0]
const board = async () => (await office().get(`${season}/schools`)).json().schools
const keep = (n: number) => ({ teacherId: teacherId(s1, n), reason: '教研组长' })
const said = { needs: [{ stage: '小学', subject: '语文', lacks: 2 }], mostOut: 1, kept: [keep(1)] }

test('a school finds its register as a grid, hands in with one press, and finds again what it said', async () => {
  expect(await page()).toMatchObject({
    lines: [{ stage: '未填', subject: '未填', teachers: 3, lacks: 0 }],
    bound: { most: 1, eligible: 2, percent: 20 },
    handedInAt: null,
    can: ['keep', 'answer'],
  })
  expect((await board()).map(({ state }: { state: string }) => state)).toEqual(['missing', 'missing', 'missing'])
  expect((await handIn(said)).statusCode).toBe(200)
  expect(await page()).toMatchObject({ mostOut: 1, kept: [keep(1)], handedInBy: '陈校长' })
  expect((await page()).lines).toContainEqual({ stage: '小学', subject: '语文', teachers: 0, lacks: 2 })
  const line = (await board()).find(({ schoolId }: { schoolId: number }) => schoolId === s1)
  expect(line).toMatchObject({ state: 'handed-in', lacks: 2, spares: 0, kept: 1, mostOut: 1 })
})

test('one kept too many is refused with the bound, and what stood before stays', async () => {
  const reply = await handIn({ kept: [keep(1), keep(2)] })
  expect(reply.json().facts.issues).toEqual([
    { path: 'kept', message: '本校符合条件 2 人，按 20% 最多留 1 人，现在选了 2 人，请去掉 1 人' },
  ])
  expect((await page()).kept).toEqual([keep(1)])
})

test('whom another school still keeps under a merged entry is kept all the same', async () => {
  await handIn({ ...said, kept: [] })
  const row = { districtId: districtA, seasonId, clusterId: c1, schoolId: s2, ...keep(1) }
  const elsewhere = (db: Db) => db.insertInto('rotationPlanning.keptTeacher').values(row).execute()
  await database.transact('owner', elsewhere)
  expect((await handIn(said)).statusCode).toBe(200)
  await database.transact('owner', (db) => db.deleteFrom('rotationPlanning.keptTeacher').execute())
  expect((await handIn(said)).statusCode).toBe(200)
})

test('a principal hands in for the own school alone', async () => {
  expect((await handIn({}, s2)).statusCode).toBe(403)
})

test('the office reminds those who have not handed in, once a day, and is told who has nobody', async () => {
  const reply = (await office().post(`${season}/reminders`)).json()
  expect(reply.nobody.map(({ schoolId }: { schoolId: number }) => schoolId).sort()).toEqual([s2, s3])
  expect((await asPerson(app, 'liaison').get('/api/today')).body).not.toContain('报送2023学年交流轮岗需求')
})

test('rules and weights are as the documents say until the office sets them', async () => {
  const read = async () => (await office().get(`${season}/settings`)).json()
  const { rules, weights, sources, standings } = await read()
  expect(sources.length).toBeGreaterThan(0)
  expect(rules.leastPercent).toBe(Math.max(...sources.filter((one: { rule: string }) => one.rule === 'leastPercent').map((one: { atLeast: number }) => one.atLeast))) // prettier-ignore
  expect(standings.find((one: { schoolId: number }) => one.schoolId === s1)).toMatchObject({ standing: 85, origin: 'appraisal', grade: '优秀' }) // prettier-ignore
  const to = { rules: { ...rules, leastPercent: 50, mostPercent: 40 }, weights, keptPercent: 20 }
  expect((await office().patch(`${season}/settings`, to)).json().facts.issues).toMatchObject([
    { path: 'rules.mostPercent' },
  ])
  await office().patch(`${season}/settings`, { ...to, rules: { ...to.rules, mostPercent: 75 } })
  await office().post(`${season}/standings`, { schoolId: s1, standing: 90 })
  expect(await read()).toMatchObject({ rules: { leastPercent: 50, mostPercent: 75 } })
  expect((await read()).standings.find((one: { schoolId: number }) => one.schoolId === s1).standing).toBe(90)
})

test('teams and pins are made and taken back; what contradicts the school is refused', async () => {
  const pin = (body: object) => office().post(`${season}/pins`, body)
  expect((await pin({ teacherId: teacherId(s1, 1), kind: 'to', toSchoolId: s2 })).json().facts.issues[0].message).toBe(
    `${teacherName(s1, 1)}已列入学校的留校名单，请先与学校商定`,
  )
  expect((await pin({ teacherId: teacherId(s1, 2), kind: 'to', toSchoolId: s2 })).statusCode).toBe(200)
  const team = await office().post(`${season}/teams`, { teacherIds: [teacherId(s2, 1), teacherId(s2, 2)] })
  const told = (await office().get(`${season}/teams`)).json()
  expect(told.teams).toMatchObject([{ schoolName: expect.any(String), members: [{ name: teacherName(s2, 1) }, {}] }])
  expect(told.pins).toMatchObject([{ name: teacherName(s1, 2), kind: 'to' }])
  await office().del(`${season}/teams/${team.json().id}`)
  expect((await office().get(`${season}/teams`)).json().teams).toEqual([])
})

test('the planner is given all of it, without a name, the same at each asking', async () => {
  const read = () =>
    systemOf(app.parts).inContext(async (ctx) => {
      const actor = await actorToday(ctx, { id: accountId('office'), name: PEOPLE.office.name })
      return readPlannerInput({ ...ctx, actor }, (await loadSeason(ctx, seasonId))!)
    })
  const input = await read()
  expect(JSON.stringify(await read())).toBe(JSON.stringify(input))
  expect(input.schools.map(({ id }) => id)).toEqual([s1, s2, s3])
  expect(input.teachers).toHaveLength(9)
  expect(input.teachers.find(({ id }) => id === teacherId(s1, 1))).toMatchObject({
    ...{ eligible: true, kept: true, backbone: true },
    home: s1,
  })
  expect(input).toMatchObject({
    needs: [{ school: s1, stage: '小学', subject: '语文', lacks: 2 }],
    pins: [{ teacher: teacherId(s1, 2), school: s2 }],
    caps: [{ school: s1, out: 1, in: null }],
    rules: { moves: { least: 2, most: 3 } },
  })
  expect(JSON.stringify(input)).not.toContain(teacherName(s1, 1))
})

test('after the day a school reads, and the office may still hand in', async () => {
  now = new Date('2024-06-01T02:00:00Z')
  expect((await handIn({})).json().code).toBe('rotationPlanning.needsOver')
  expect((await page()).fixed).toContain('2024年5月31日截止')
  expect((await office().post(`${season}/schools/${s2}`, nothing)).statusCode).toBe(200)
})
