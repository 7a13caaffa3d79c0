import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, YEAR } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2 } = PLACES
const url = `/api/units/${c1}/vacancies`
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

/** The register of the cast says neither stage nor subject. */
const known = { stage: '未填', subject: '未填' }
const agreement = {
  ...known,
  year: YEAR,
  fromSchoolId: s2,
  toSchoolId: s1,
  decidedBy: '学区办',
  decidedOn: '2023-10-08',
}
const read = async () => (await asPerson(app, 'office').get(`${url}?year=${YEAR}`)).json()

test('who teaches is counted from the register, what a school states is set against it', async () => {
  const lines = [
    { ...known, established: 6, fromDay: '2024-02-01', note: '一人退休' },
    { stage: '小学', subject: '音乐', established: 1 },
  ]
  const stated = await asPerson(app, 'liaison').post(`/api/schools/${s1}/vacancies`, { year: YEAR, lines })
  expect(stated.json()).toEqual({ lines: 2, lack: 4, spare: 0 })
  await asPerson(app, 'office').post(`/api/schools/${s2}/vacancies`, {
    year: YEAR,
    lines: [{ ...known, established: 1 }],
  })
  const { schools, lines: all, sums, meetings } = await read()
  const own = all.filter(({ schoolId }: { schoolId: number }) => schoolId === s1)
  expect(own).toMatchObject([
    { subject: '音乐', filled: 0, lack: 1 },
    { subject: '未填', established: 6, filled: 3, lack: 3, left: 3, fromDay: '2024-02-01' },
  ])
  expect(schools).toMatchObject([
    { name: '春申中学', statedBy: '陈联络', lack: 4 },
    { name: '春申小学', statedBy: '陈办一', lack: 0, spare: 2 },
    { name: '春申幼儿园', statedAt: null },
  ])
  expect(sums).toMatchObject([
    { subject: '音乐', schools: 1, lack: 1 },
    { subject: '未填', schools: 2, established: 7, filled: 6, lack: 3, spare: 2, left: 3 },
  ])
  expect(meetings).toMatchObject([{ fromSchool: '春申小学', toSchool: '春申中学', n: 2 }])
})

test('no more is agreed than there is, both schools are told, and it can be taken back with a reason', async () => {
  const office = asPerson(app, 'office')
  const agree = (n: number) => office.post(`/api/units/${c1}/post-agreements`, { ...agreement, n })
  expect((await agree(3)).json().facts.issues).toMatchObject([{ path: 'n', message: expect.stringContaining('2 人') }])
  const { id } = (await agree(1)).json()
  expect(JSON.stringify((await asPerson(app, 'principal').get('/api/notices')).json())).toContain('调剂到春申中学')
  expect((await read()).sums[1]).toMatchObject({ agreed: 1, left: 2 })
  expect((await agree(2)).statusCode).toBe(400)
  const withdrawal = { why: '教师本人不同意' }
  expect((await office.post(`/api/post-agreements/${id}/withdrawal`, withdrawal)).statusCode).toBe(200)
  expect((await office.post(`/api/post-agreements/${id}/withdrawal`, withdrawal)).statusCode).toBe(409)
  const { sums, agreements } = await read()
  expect(sums[1]).toMatchObject({ agreed: 0, left: 3 })
  expect(agreements.find((one: { id: string }) => one.id === id)).toMatchObject({ withdrawnWhy: '教师本人不同意' })
})

test('what nobody can spare is recruited: put on the list, reported to the district, and closed', async () => {
  const recruitment = `/api/units/${c1}/recruitment`
  const principal = asPerson(app, 'principal')
  const office = asPerson(app, 'office')
  const list = async () => (await office.get(`${recruitment}?year=${YEAR}`)).json()
  const { suggestions } = (await principal.get(`${recruitment}?year=${YEAR}`)).json()
  expect(suggestions).toMatchObject([
    { schoolId: s1, subject: '音乐', n: 1 },
    { schoolId: s1, subject: '未填', n: 1 },
  ])
  const needs = suggestions.map(({ schoolName: _, ...one }: { schoolName: string }) => ({
    ...one,
    requirement: '本科以上',
  }))
  expect((await principal.post(recruitment, { year: YEAR, needs })).json()).toEqual({ added: 2, already: 0 })
  expect((await principal.post(recruitment, { year: YEAR, needs })).json()).toEqual({ added: 0, already: 2 })
  expect((await list()).suggestions).toEqual([])
  const open = (await list()).needs.filter(({ status }: { status: string }) => status === '拟报')
  const [music, other] = open
  expect((await principal.patch(`/api/recruitment/${music.id}`, { n: 2, requirement: '能带合唱团' })).statusCode).toBe(
    200,
  )
  expect((await principal.del(`/api/recruitment/${other.id}`)).statusCode).toBe(200)
  expect(JSON.stringify((await office.get('/api/today')).json())).toContain('1 条联合招聘需求还没有报区')

  const close = { hired: 1, on: '2024-05-01' }
  expect((await office.post(`/api/recruitment/${music.id}/result`, close)).statusCode).toBe(409)
  const reported = await office.post(`${recruitment}/report`, {
    year: YEAR,
    on: '2024-03-01',
    number: '学区〔2024〕3号',
  })
  expect(reported.json()).toEqual({ needs: 1, people: 2 })
  expect((await principal.patch(`/api/recruitment/${music.id}`, { n: 1 })).statusCode).toBe(409)
  expect((await office.post(`/api/recruitment/${music.id}/result`, { ...close, hired: 3 })).statusCode).toBe(400)
  await office.post(`/api/recruitment/${music.id}/result`, close)
  expect((await list()).needs.find(({ id }: { id: string }) => id === music.id)).toMatchObject({
    status: '已招到',
    hired: 1,
    n: 2,
  })
})
