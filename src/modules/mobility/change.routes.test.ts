import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, factId, PLACES, teacherId, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, s3 } = PLACES
let database: Database
let app: App
let batch = ''
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => new Date('2023-09-10T02:00:00Z') })
  batch = `/api/rotation-batches/${(await sent(`/api/units/${c1}/rotation-batches`, { title: '第一批', schoolYear: 2023 })).batchId}`
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const sent = async (url: string, body: object) => (await asPerson(app, 'office').post(url, body)).json()
const wanted = { toSchoolId: s2, form: '定期交流', startOn: '2023-11-01', termYears: 1, ftePercent: 100 }
const add = async (n: number, more: object = {}): Promise<string> =>
  (await sent(`${batch}/rotations`, { ...wanted, teacherId: teacherId(s1, n), ...more })).rotationId
const change = async (id: string, more: object = {}, person: Person = 'office') => {
  const reply = await asPerson(app, person).patch(`${batch}/rotations/${id}`, { ...wanted, ...more })
  return { status: reply.statusCode, ...reply.json() }
}
const lines = async () => (await asPerson(app, 'office').get(batch)).json().lines

test('the school, the form, the days and the load of one in a draft are changed, and nothing else of it', async () => {
  const id = await add(2)
  const [before] = await lines()
  const to = { toSchoolId: s3, form: '跨校兼课', startOn: '2023-11-15', ftePercent: 40, weeklyLessons: 6, note: '兼课' }
  expect(await change(id, to)).toMatchObject({ status: 200 })
  const { note: _, ...shown } = to
  expect(await lines()).toMatchObject([{ ...before, ...shown, toSchool: '春申幼儿园', endOn: '2024-08-31', years: 0 }])
  expect((await asPerson(app, 'office').get(`/api/rotations/${id}`)).json()).toMatchObject({
    note: '兼课',
    termYears: 1,
  })
  const names = (await asPerson(app, 'office').get(batch)).json()
  expect(names.waits).toBe('学区办送各校听取意见')
  expect(await change(id)).toMatchObject({ status: 200 })
  expect(await lines()).toMatchObject([{ toSchoolId: s2, form: '定期交流', ftePercent: 100, weeklyLessons: null }])
})

test('what could not be added is not reached by a change either; its own former days do not stand in the way', async () => {
  const [{ id }] = await lines()
  expect(await change(id, { termYears: 2 })).toMatchObject({ status: 200 })
  expect(await change(id, { toSchoolId: s1 })).toMatchObject({ code: 'mobility.sameSchool' })
  expect(await change(id, { form: '游学' })).toMatchObject({ code: 'mobility.unknownForm' })
  expect(await change(id, { startOn: '2022-11-01' })).toMatchObject({ code: 'mobility.outsideYear' })
  expect(await change(id, { endOn: '2023-10-01' })).toMatchObject({ code: 'mobility.endsBeforeStart' })
  await change(id, { ftePercent: 50 })
  const second = await add(2, { toSchoolId: s3, form: '走教', ftePercent: 50 })
  expect(await change(second, { toSchoolId: s3, form: '走教', ftePercent: 60 })).toMatchObject({
    code: 'mobility.tooMuch',
  })
  expect(await change(second, { form: '走教', ftePercent: 50 })).toMatchObject({ code: 'mobility.sameRotation' })
})

test('only in a draft, only by the office, and only what is in it', async () => {
  const [{ id }] = await lines()
  expect(await change(id, {}, 'principal')).toMatchObject({ status: 403 })
  expect(await change(id, {}, 'district')).toMatchObject({ status: 403 })
  expect(await change(factId('rotation', 1))).toMatchObject({ status: 404 })
  await sent(`${batch}/hear`, { until: '2023-09-20' })
  expect(await change(id)).toMatchObject({ code: 'mobility.notNow' })
})
