import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { smallLedger, writeLedger } from '../../../test/ledger-files.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import type { App } from '../../main/app.ts'
import type { Corrections, RefusedRow } from './correction.contract.ts'
import type { Import } from './import.contract.ts'

const { c1, s1 } = PLACES
const folder = temporaryFolder()
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', (db) =>
    sql`update organizations.school_profile p set name = u.name, short_name = u.short_name
      from organizations.unit u where u.id = p.school_id`.execute(db),
  )
  app = await testApp(database, { now: () => new Date('2024-10-10T02:00:00Z') })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** A hand-in of the liaison's with a teacher of the own school whose title nobody knows, taken all the same. */
async function handedIn(staffNo: string): Promise<string> {
  const ledger = smallLedger('春申学区', 2023)
  const teachers = ledger.get('教师')!
  for (const name of [...ledger.keys()]) if (name !== '教师') ledger.delete(name)
  const row = [staffNo, '某老师', '女', '1980-03', '春申中学', '初中', '语文', '大教师', null, null, '2010-09', '是']
  const good = [`${staffNo}9`, '好老师', ...row.slice(2)].map((cell) => (cell === '大教师' ? '高级教师' : cell))
  teachers.rows = [row, good]
  const content = await readFile(await writeLedger(folder.path(`${staffNo}.xlsx`), ledger))
  const call = { schoolYear: 2023, dueOn: '2024-10-31', sheets: ['教师'] }
  await asPerson(app, 'office').post(`/api/units/${c1}/calls`, call)
  const { calls } = (await asPerson(app, 'office').get(`/api/units/${c1}/calls`)).json<{ calls: { id: string }[] }>()
  const file = { name: '春申中学.xlsx', content }
  const sent = await asPerson(app, 'liaison').upload(`/api/units/${s1}/hand-ins/${calls[0]!.id}`, file)
  expect(sent.statusCode, sent.body).toBe(200)
  await app.jobs.settled()
  const { id } = sent.json<Import>()
  expect((await asPerson(app, 'liaison').post(`/api/imports/${id}/take`, {})).statusCode).toBe(200)
  await app.jobs.settled()
  return id
}

const rowsAs = async (person: Person, id: string) => {
  const reply = await asPerson(app, person).get(
    `/api/imports/${id}/rows?sheet=${encodeURIComponent('教师')}&after=0&limit=10`,
  )
  return { status: reply.statusCode, rows: reply.json<{ rows?: RefusedRow[] }>().rows ?? [] }
}

test.each(['liaison', 'principal'] as const)('a school’s %s puts right what the liaison handed in', async (person) => {
  const staffNo = person === 'liaison' ? '0951' : '0952'
  const id = await handedIn(staffNo)
  const page = await asPerson(app, person).get(`/api/imports/${id}/corrections`)
  expect(page.json<Corrections>()).toMatchObject({
    sheets: [{ sheet: '教师', open: 1 }],
    can: ['edit', 'check', 'take'],
  })
  const { rows } = await rowsAs(person, id)
  expect(rows).toHaveLength(1)
  const edits = [{ id: rows[0]!.id, edits: { 职称: '高级教师' }, dropped: false }]
  expect((await asPerson(app, person).patch(`/api/imports/${id}/rows`, { rows: edits })).json()).toEqual({ saved: 1 })
  expect((await asPerson(app, person).post(`/api/imports/${id}/corrections/take`, {})).statusCode).toBe(200)
  await app.jobs.settled()
  expect((await rowsAs(person, id)).rows).toEqual([])
  const { rows: found } = await database.transact('owner', (db) =>
    sql<{ title: string }>`select title from people.teacher_year where staff_no = ${staffNo}`.execute(db),
  )
  expect(found).toEqual([{ title: '高级教师' }])
})

test('corrected rows cannot lead into another school, and others do not see them', async () => {
  const id = await handedIn('0953')
  for (const person of ['teacher', 'outsider', 'administrator'] as const)
    expect((await rowsAs(person, id)).status, person).toBe(404)
  const { rows } = await rowsAs('liaison', id)
  const edits = [{ id: rows[0]!.id, edits: { 职称: '高级教师', 学校: '春申小学' }, dropped: false }]
  await asPerson(app, 'liaison').patch(`/api/imports/${id}/rows`, { rows: edits })
  await asPerson(app, 'liaison').post(`/api/imports/${id}/corrections/take`, {})
  await app.jobs.settled()
  expect((await rowsAs('liaison', id)).rows).toHaveLength(1)
})
