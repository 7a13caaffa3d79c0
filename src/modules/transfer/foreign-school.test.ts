import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { listSchoolsOf } from '#modules/organizations/index.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { cast, PLACES, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { Import } from './import.contract.ts'

const { c1, s4 } = PLACES
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

const members = () =>
  systemOf(app.parts).inContext(async ({ db }) => (await listSchoolsOf(db, c1, YEAR)).map(({ id }) => id))

/** A 学校 sheet for C1 that names S4, which is in C2, and a school that nobody knows yet. */
async function send(person: Person): Promise<Import> {
  const lines = [
    `春申学区${YEAR}学年学校`,
    '学校标识码,学校名称,学区角色',
    `310112${s4},第四学校,成员校`,
    '3131012345,新办小学,成员校',
  ]
  const asking = asPerson(app, person)
  const file = { name: '学校.csv', content: Buffer.from(lines.join('\r\n')) }
  const sent = await asking.upload(`/api/units/${c1}/imports`, file)
  expect(sent.statusCode, sent.body).toBe(200)
  await app.jobs.settled()
  const { id } = sent.json<Import>()
  await asking.post(`/api/imports/${id}/take`)
  await app.jobs.settled()
  return (await asking.get(`/api/imports/${id}`)).json<Import>()
}

test('an office’s ledger brings in no school of another cluster; a new school it does', async () => {
  const before = await members()
  const { status, report } = await send('office')
  expect(status).toBe('taken')
  expect(report!.faults.map(({ code }) => code)).toEqual(['organizations.foreignSchool'])
  expect(report!.faults[0]!.message).toContain('请先由区教育局加入')
  const after = await members()
  expect(after).not.toContain(s4)
  expect(after).toHaveLength(before.length + 1)
})

test('the district’s ledger decides whose member a school is', async () => {
  const { report } = await send('district')
  expect(report!.faults).toEqual([])
  expect(await members()).toContain(s4)
})
