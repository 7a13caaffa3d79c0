import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, PLACES, teacherId, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { asOwner } from '../../../test/merging.ts'
import type { App } from '../../main/app.ts'

const { districtA, s1 } = PLACES
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await asOwner(database, (db) =>
    db
      .updateTable('identity.account')
      .set({ teacherDistrictId: districtA, teacherId: teacherId(s1, 1) })
      .where('id', '=', accountId('teacher'))
      .execute(),
  )
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const pages = async (person: Person, n = 1) =>
  (await asPerson(app, person).get(`/api/teachers/${teacherId(s1, n)}`)).json().pages

test('the teacher’s page leads to the service record and its certificates, for those who may open it', async () => {
  const way = [{ words: '交流经历和服务证明', to: `/teachers/${teacherId(s1, 1)}/service` }]
  for (const person of ['office', 'principal', 'teacher'] as const) expect(await pages(person), person).toEqual(way)
  for (const person of ['liaison', 'expert', 'district'] as const) expect(await pages(person), person).toEqual([])
  expect(await pages('office', 3)).toEqual([])
})
