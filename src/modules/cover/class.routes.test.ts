import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import type { SchoolClass } from '#shared/school-class.ts'
import { cast, PLACES, type Person } from '../../../test/cast.ts'
import { insertCoverWorld, MORNING } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { districtA, s1, s2, s5 } = PLACES
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  await database.transact('owner', (db) =>
    db
      .insertInto('organizations.schoolClass')
      .values([
        { districtId: districtA, schoolId: s1, schoolYear: 2023, name: '七（10）班', grade: '七年级' },
        { districtId: districtA, schoolId: s1, schoolYear: 2023, name: '七（2）班', grade: '七年级' },
        { districtId: districtA, schoolId: s1, schoolYear: 2023, name: '启航班', grade: null },
        { districtId: districtA, schoolId: s1, schoolYear: 2022, name: '六（2）班', grade: '六年级' },
      ])
      .execute(),
  )
  app = await testApp(database, { now: () => MORNING })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const classes = async (school: number, person: Person = 'liaison', more = ''): Promise<SchoolClass[]> =>
  (await asPerson(app, person).get(`/api/schools/${school}/classes${more}`)).json<{ classes: SchoolClass[] }>().classes

test('the classes of the register are told for this school year, by grade and number', async () => {
  expect(await classes(s1)).toEqual([
    { name: '七（2）班', grade: '七年级' },
    { name: '七（10）班', grade: '七年级' },
    { name: '启航班', grade: null },
  ])
  expect(await classes(s1, 'teacher', '?year=2022')).toEqual([{ name: '六（2）班', grade: '六年级' }])
})

test('a school without a register has the classes that its timetables name', async () => {
  expect(await classes(s2)).toEqual([
    { name: '六（1）班', grade: '六年级' },
    { name: '六（2）班', grade: '六年级' },
  ])
  expect(await classes(s2, 'liaison', '?year=2020')).toEqual([])
})

test('another cluster’s classes are not told', async () => {
  expect((await asPerson(app, 'liaison').get(`/api/schools/${s5}/classes`)).statusCode).toBe(403)
})
