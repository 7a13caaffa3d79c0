import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, teacherName, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import type { PoolMember } from './pool.contract.ts'

const { c1, s1, s2 } = PLACES
const url = `/api/units/${c1}/pool`
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const listed = async (person: Person, year = YEAR): Promise<PoolMember[]> =>
  (await asPerson(app, person).get(`${url}?year=${year}`)).json().members
const open = async (person: Person) => (await listed(person)).filter(({ status }) => status !== '已出池')
const proposal = (...ids: string[]) => ({ year: YEAR, teacherIds: ids })
const decision = { accept: true, decidedBy: '学区办', decidedOn: '2023-10-08', since: '2023-09-01' }

test('a school proposes its own, the office is told and decides, the school is told', async () => {
  const principal = asPerson(app, 'principal')
  const offered = (await principal.get(`${url}/candidates?year=${YEAR}`)).json().candidates
  expect(offered).toMatchObject([{ name: teacherName(s1, 1), level: '区骨干' }])
  const named = (await principal.get(`${url}/candidates?year=${YEAR}&q=js${s1}2`)).json().candidates
  expect(named).toMatchObject([{ name: teacherName(s1, 2), level: null }])

  const ids = [teacherId(s1, 1), teacherId(s1, 2)]
  expect((await principal.post(url, proposal(...ids))).json()).toEqual({ proposed: 2, already: 0 })
  expect((await principal.post(url, proposal(...ids))).json()).toEqual({ proposed: 0, already: 2 })
  const today = (await asPerson(app, 'office').get('/api/today')).json()
  expect(JSON.stringify(today)).toContain('决定 2 位教师是否进入骨干教师蓄水池')
  expect(JSON.stringify((await asPerson(app, 'office').get('/api/notices')).json())).toContain('推荐 2 位教师')

  const memberIds = (await open('office')).map(({ id }) => id)
  const office = asPerson(app, 'office')
  const late = { ...decision, memberIds, until: '2023-08-31' }
  expect((await office.post(`${url}/decisions`, late)).json().facts.issues[0].path).toBe('until')
  expect((await office.post(`${url}/decisions`, { ...decision, memberIds })).json()).toEqual({ decided: 2 })
  expect((await office.post(`${url}/decisions`, { ...decision, memberIds })).statusCode).toBe(409)
  expect(JSON.stringify((await principal.get('/api/notices')).json())).toContain('本校 2 位教师进入骨干教师蓄水池')
  expect(await open('principal')).toMatchObject([
    { name: teacherName(s1, 1), status: '在池', since: '2023-09-01', decidedBy: '学区办', can: ['leave', 'task'] },
    { name: teacherName(s1, 2), status: '在池' },
  ])
})

test('tasks are noted one line each, and whoever left stays in the years in which they were there', async () => {
  const principal = asPerson(app, 'principal')
  const [first] = await open('principal')
  const member = `/api/pool-members/${first!.id}`
  const task = { kind: '带教', what: '带教两名青年教师', fromDay: '2023-09-01' }
  const { id } = (await principal.post(`${member}/tasks`, task)).json()
  await principal.post(`${member}/tasks`, { ...task, kind: '领衔', what: '领衔语文工作坊', untilDay: '2024-06-30' })
  expect((await asPerson(app, 'office').del(`/api/pool-tasks/${id}`)).statusCode).toBe(200)
  expect((await open('office'))[0]!.tasks).toMatchObject([{ kind: '领衔', untilDay: '2024-06-30' }])

  expect((await principal.post(`${member}/leave`, { on: '2023-08-01', why: '调离' })).json().facts.issues).toHaveLength(
    1,
  )
  expect((await principal.post(`${member}/leave`, { on: '2024-10-01', why: '调往外区' })).statusCode).toBe(200)
  expect((await principal.post(`${member}/leave`, { on: '2024-10-01', why: '调往外区' })).statusCode).toBe(409)
  expect((await principal.post(`${member}/tasks`, task)).statusCode).toBe(409)
  const left = async (year: number) => (await listed('office', year)).find((one) => one.id === first!.id)
  expect(await left(2024)).toMatchObject({ status: '已出池', leftWhy: '调往外区' })
  expect(await left(2025)).toBeUndefined()
})

test('a principal proposes nobody of another school, and reads them masked, without what was said of them', async () => {
  const refused = await asPerson(app, 'principal').post(url, proposal(teacherId(s2, 1)))
  expect(refused.json().code).toBe('posts.notToPropose')
  await asPerson(app, 'office').post(url, { ...proposal(teacherId(s2, 1)), words: '教学成绩突出' })
  const theirs = (await open('principal')).find(({ schoolId }) => schoolId === s2)
  expect(theirs).toMatchObject({ name: '钱**', masked: true, proposedWords: null, can: [] })
  const [own] = (await open('office')).filter(({ schoolId }) => schoolId === s2)
  expect(own).toMatchObject({ name: teacherName(s2, 1), proposedWords: '教学成绩突出', can: ['decide'] })
  expect(
    (await asPerson(app, 'principal').post(`${url}/decisions`, { ...decision, memberIds: [own!.id] })).statusCode,
  ).toBe(403)
  expect((await asPerson(app, 'teacher').get(`${url}?year=${YEAR}`)).statusCode).toBe(403)
})
