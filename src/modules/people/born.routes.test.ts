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

const tooYoung = { facts: { issues: [{ path: 'bornOn', message: expect.stringContaining('不满 16 周岁') }] } }

test('a month of birth that cannot be is refused by hand too, of who comes and of who is corrected', async () => {
  const office = asPerson(app, 'office')
  const fresh = { year: YEAR, staffNo: '77005', name: '吴新人', bornOn: '2030-01', joinedOn: '2017-09' }
  expect((await office.post(`/api/schools/${s1}/teachers`, fresh)).json()).toMatchObject(tooYoung)
  const facts = { staffNo: `0${s1}1`, name: teacherName(s1, 1), bornOn: '2005-01', joinedOn: '2017-09' }
  const corrected = await office.patch(`/api/teachers/${teacherId(s1, 1)}/years/${YEAR}`, facts)
  expect(corrected.json()).toMatchObject(tooYoung)
  expect((await office.post(`/api/schools/${s1}/teachers`, { ...fresh, bornOn: '1990-01' })).statusCode).toBe(200)
})
