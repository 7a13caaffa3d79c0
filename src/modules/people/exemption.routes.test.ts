import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, teacherName, YEAR } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { s1 } = PLACES
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

const period = { fromDay: '2023-03-01', untilDay: '2024-02-29' }
const record = async (n: number, body: object) =>
  (await asPerson(app, 'principal').post(`/api/teachers/${teacherId(s1, n)}/exemptions`, { ...period, ...body })).json()

test('one of the same kind in the same days is refused, and stands again once the first is taken back', async () => {
  const { id } = await record(1, { kind: '毕业班把关' })
  const again = { kind: '毕业班把关', fromDay: '2024-02-29', untilDay: '2024-08-31' }
  const { facts } = await record(1, again)
  expect(facts.issues).toMatchObject([{ path: 'fromDay', message: expect.stringContaining('至2024年2月29日') }])
  await asPerson(app, 'principal').del(`/api/exemptions/${id}?why=${encodeURIComponent('登记错了')}`)
  expect(await record(1, again)).toHaveProperty('id')
})

test('one that only women have is not recorded for a man', async () => {
  const man = { staffNo: `0${s1}2`, name: teacherName(s1, 2), gender: '男' }
  await asPerson(app, 'office').patch(`/api/teachers/${teacherId(s1, 2)}/years/${YEAR}`, man)
  const { facts } = await record(2, { kind: '怀孕' })
  expect(facts.issues).toMatchObject([{ path: 'kind', message: expect.stringContaining('性别是男') }])
})
