import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { cast, factId, PLACES, teacherId, teacherName, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import type { Application } from './quota.contract.ts'

const { c1, s1, s2 } = PLACES
const url = `/api/units/${c1}/title-quotas`
const title = '高级教师'
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

const read = async (person: Person = 'office') => (await asPerson(app, person).get(`${url}?year=${YEAR}`)).json()
const quotaNow = async () => (await read()).quotas.find((one: { title: string }) => one.title === title)
const grant = (n: number) =>
  asPerson(app, 'office').post(url, { year: YEAR, title, n, number: `闵教人〔2023〕${n}号`, givenOn: '2023-10-08' })
const decide = (id: string, kind: string) =>
  asPerson(app, 'office').post(`/api/title-applications/${id}/decision`, {
    ...{ kind, decidedBy: '学区管理委员会', decidedOn: '2023-10-20', words: '到会 9 人，同意 8 票' },
  })
const applicationOf = async (teacher: string): Promise<Application> =>
  (await read()).applications.find((one: Application) => one.teacherId === teacher && one.title === title)

test('the district gives places, each document on record, and none is taken that was given out', async () => {
  expect((await grant(0)).json().facts.issues[0].path).toBe('n')
  expect((await grant(2)).json()).toEqual({ granted: 2 })
  expect((await grant(-1)).json()).toEqual({ granted: 1 })
  expect((await grant(-2)).json().facts.issues[0].message).toContain('最多减少 1 个')
  expect(await quotaNow()).toMatchObject({
    granted: 1,
    allotted: 0,
    grants: [{ n: 2 }, { n: -1, number: '闵教人〔2023〕-1号' }],
  })
})

test('a school puts candidates forward with what is on file for them', async () => {
  const principal = asPerson(app, 'principal')
  const { id } = await quotaNow()
  const { candidates } = (await principal.get(`/api/title-quotas/${id}/candidates?schoolId=${s1}`)).json()
  expect(candidates.map(({ name }: { name: string }) => name)).toEqual([teacherName(s1, 2), teacherName(s1, 3)])
  const apply = (n: number, schoolId: number = s1) =>
    principal.post(`/api/title-quotas/${id}/applications`, { teacherId: teacherId(schoolId, n), schoolId, reasons: '教学成绩突出' }) // prettier-ignore
  expect((await apply(1)).json()).toMatchObject({ code: 'posts.otherTitle' })
  expect((await apply(2)).statusCode).toBe(200)
  expect((await apply(2)).json()).toMatchObject({ code: 'posts.appliedBefore' })
  expect((await apply(2, s2)).statusCode).toBe(403)
  expect((await apply(3)).statusCode).toBe(200)
  expect(JSON.stringify((await asPerson(app, 'office').get('/api/today')).json())).toContain(
    '有 2 位教师申报高级职称名额',
  )
  expect(JSON.stringify((await asPerson(app, 'office').get('/api/notices')).json())).toContain(
    '春申中学申报一个高级教师名额',
  )
})

test('two who are given the last place at once: one gets it, the other does not, and every change is kept', async () => {
  const [second, third] = [await applicationOf(teacherId(s1, 2)), await applicationOf(teacherId(s1, 3))]
  const replies = await Promise.all([decide(second.id, 'allot'), decide(third.id, 'allot')])
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(replies.find(({ statusCode }) => statusCode === 409)!.json().code).toBe('posts.quotaFull')
  expect(await quotaNow()).toMatchObject({ granted: 1, allotted: 1 })
  const [won, lost] = replies[0]!.statusCode === 200 ? [second, third] : [third, second]

  const withdrawal = `/api/title-applications/${won.id}/withdrawal`
  expect((await asPerson(app, 'principal').post(withdrawal, { why: '本人放弃' })).statusCode).toBe(409)
  expect((await decide(won.id, 'takeBack')).json()).toEqual({ granted: 1, allotted: 0 })
  expect((await decide(lost.id, 'allot')).statusCode).toBe(200)
  expect((await asPerson(app, 'principal').post(withdrawal, { why: '本人放弃' })).statusCode).toBe(200)
  const { steps } = await applicationOf(won.teacherId)
  expect(steps.map(({ what }) => what)).toEqual(['申报', '给名额', '收回名额', '撤回申报'])
  expect(steps[1]).toMatchObject({ decidedBy: '学区管理委员会', words: '到会 9 人，同意 8 票' })

  const result = { result: '已通过', on: '2024-06-01' }
  expect((await asPerson(app, 'office').post(`/api/title-applications/${won.id}/result`, result)).statusCode).toBe(409)
  expect((await asPerson(app, 'office').post(`/api/title-applications/${lost.id}/result`, result)).statusCode).toBe(200)
  expect(await quotaNow()).toMatchObject({ allotted: 1, passed: 1, failed: 0 })
  expect((await decide(lost.id, 'takeBack')).statusCode).toBe(409)
})

test('the database itself gives out no more places than there are', async () => {
  const more = database.transact('owner', (db) =>
    sql`update posts.quota set allotted = 2 where id = ${factId('quota', 1)}`.execute(db),
  )
  await expect(more).rejects.toThrow(/quota_kept|against|422/)
})

test('a school reads the candidates of others masked, and nothing of what was said about them', async () => {
  const office = asPerson(app, 'office')
  const { id } = await quotaNow()
  await office.post(`/api/title-quotas/${id}/applications`, {
    teacherId: teacherId(s2, 2),
    schoolId: s2,
    reasons: '带教出色',
  })
  const { applications } = await read('principal')
  expect(applications.find(({ schoolId }: Application) => schoolId === s2)).toMatchObject({
    ...{ name: '钱**', masked: true, reasons: null, steps: [], can: [] },
  })
})
