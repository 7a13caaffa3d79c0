import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { zipFiles } from '../../../test/zip-files.ts'
import type { App } from '../../main/app.ts'

const { c1, s1 } = PLACES
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

const roster = `/api/units/${c1}/oneroster.zip?year=2023`

test('the office has its schools and their teachers, by the names that stand in the register', async () => {
  const reply = await asPerson(app, 'office').get(roster)
  expect(reply.statusCode).toBe(200)
  const files = await zipFiles(reply.rawPayload)
  const lines = (name: string) => files.get(name)!.toString().trimEnd().split('\r\n').slice(1)
  expect(lines('orgs.csv').some((line) => line.startsWith(`org-${s1},`) && line.endsWith(`,org-${c1}`))).toBe(true)
  const users = lines('users.csv')
  const one = users.find((line) => line.startsWith(teacherId(s1, 1)))!
  const name = teacherName(s1, 1)
  expect(one.split(',').slice(6, 8)).toEqual([name.slice(1), name.slice(0, 1)])
  expect(lines('roles.csv')).toHaveLength(users.length)
  const title = '导出 OneRoster 名册'
  const told = await database.transact('owner', (db) =>
    db.selectFrom('platform.audit').select('title').where('title', '=', title).execute(),
  )
  expect(told).toHaveLength(1)
})
