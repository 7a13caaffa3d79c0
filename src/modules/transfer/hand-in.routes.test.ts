import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherName, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { smallLedger, writeLedger, type LedgerCell, type LedgerOnPaper } from '../../../test/ledger-files.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import type { App } from '../../main/app.ts'
import type { Answer } from './call.contract.ts'
import type { AskedOfSchool } from './hand-in.contract.ts'
import type { Import } from './import.contract.ts'

const { c1, s1 } = PLACES
const folder = temporaryFolder()
let database: Database
let app: App
let now = new Date('2024-10-10T02:00:00Z')
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', (db) =>
    sql`update organizations.school_profile p set name = u.name, short_name = u.short_name
      from organizations.unit u where u.id = p.school_id`.execute(db),
  )
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const SHEETS = ['学校', '教师', '交流轮岗', '跨校带教', '场馆共享']
let callId = ''
beforeEach(async () => {
  now = new Date('2024-10-10T02:00:00Z')
  await database.transact('owner', async (db) => {
    await sql`delete from transfer.import where school_id is not null`.execute(db)
    await sql`delete from transfer.call`.execute(db)
  })
  const body = { schoolYear: 2023, dueOn: '2024-10-31', sheets: SHEETS, note: '请核对后再报' }
  const opened = await asPerson(app, 'office').post(`/api/units/${c1}/calls`, body)
  expect(opened.statusCode, opened.body).toBe(200)
  callId = opened.json<{ id: string }>().id
})

/** The sheets of a ledger with these rows and no others. */
function ledgerWith(rows: Record<string, LedgerCell[][]>): LedgerOnPaper {
  const ledger = smallLedger('春申学区', 2023)
  for (const name of [...ledger.keys()]) {
    if (rows[name]) ledger.get(name)!.rows = rows[name]
    else ledger.delete(name)
  }
  return ledger
}

const teacher = (staffNo: string, name: string, school: string): LedgerCell[] => [
  staffNo, name, '女', '1980-03', school, '初中', '语文', '高级教师', null, null, '2010-09', '是',
] // prettier-ignore

async function sent(person: Person, ledger: LedgerOnPaper): Promise<Import> {
  const content = await readFile(await writeLedger(folder.path('own.xlsx'), ledger))
  const file = { name: '春申中学2023学年.xlsx', content }
  const reply = await asPerson(app, person).upload(`/api/units/${s1}/hand-ins/${callId}`, file)
  expect(reply.statusCode, reply.body).toBe(200)
  await app.jobs.settled()
  return read(person, reply.json<Import>().id)
}

const read = async (person: Person, id: string): Promise<Import> =>
  (await asPerson(app, person).get(`/api/imports/${id}`)).json()

async function taken(person: Person, ledger: LedgerOnPaper): Promise<Import> {
  const { id } = await sent(person, ledger)
  await asPerson(app, person).post(`/api/imports/${id}/take`)
  await app.jobs.settled()
  return read(person, id)
}

async function answer(): Promise<Answer> {
  const board = (await asPerson(app, 'office').get(`/api/calls/${callId}`)).json<{ answers: Answer[] }>()
  return board.answers.find(({ schoolId }) => schoolId === s1)!
}

const rowsOf = (table: string) =>
  database.transact('owner', async (db) => {
    const { rows } = await sql<{
      line: string
    }>`select to_jsonb(t)::text as line from ${sql.table(table)} t order by 1`.execute(db)
    return rows.map(({ line }) => line)
  })

test('a liaison sees what is asked, sends the school’s own ledger, and the office sees it', async () => {
  const asked = (await asPerson(app, 'liaison').get(`/api/units/${s1}/hand-ins`)).json<{ calls: AskedOfSchool[] }>()
  expect(asked.calls).toMatchObject([{ id: callId, state: 'missing', note: '请核对后再报', sheets: SHEETS, sent: [] }])
  expect(await answer()).toMatchObject({ state: 'missing', importId: null })

  const before = [await rowsOf('organizations.membership'), await rowsOf('organizations.roster')]
  const own = ledgerWith({
    学校: [[`310112${s1}`, '春申中学', '春申中', '初级中学', '公办', '成员校', 1, 777, 121.4, 31.05]],
    教师: [teacher('0900', '新老师', '春申中学')],
  })
  const one = await taken('liaison', own)
  expect(one).toMatchObject({ status: 'taken', schoolId: s1, schoolName: '春申中学', callId, can: ['undo'] })
  expect(one.report!.sheets.map(({ sheet, added, updated }) => [sheet, added + updated])).toEqual([['学校', 1], ['教师', 1]]) // prettier-ignore
  expect([await rowsOf('organizations.membership'), await rowsOf('organizations.roster')]).toEqual(before)
  const lacking = ['交流轮岗', '跨校带教', '场馆共享']
  expect(await answer()).toMatchObject({
    state: 'partial',
    lacking,
    importId: one.id,
    by: '陈联络',
    rows: 2,
    openRows: 0,
  })
  expect((await asPerson(app, 'principal').get(`/api/imports/${one.id}`)).statusCode).toBe(200)
  expect((await asPerson(app, 'teacher').get(`/api/imports/${one.id}`)).statusCode).toBe(404)
})

test('rows of other schools are refused at their cells, and none of their people is named', async () => {
  const stranger = `0${PLACES.s2}1`
  const report = (
    await sent(
      'liaison',
      ledgerWith({
        学校: [[`310112${PLACES.s2}`, '春申小学', '春申小', '小学', '公办', '牵头校', 1, 1, 121.4, 31.05]],
        教师: [
          teacher('0901', '本校人', '春申中学'),
          teacher('0902', '外校人', '春申小学'),
          teacher(stranger, '某人', '春申中学'),
        ],
        交流轮岗: [[stranger, '某人', null, '春申中学', '定期交流', '2023-09-01', null, null, '已生效']],
        跨校带教: [[stranger, '某人', `0${s1}1`, teacherName(s1, 1), '语文']],
        场馆共享: [['2023-10-08', '图书馆', '图书馆', '春申小学', '春申中学', 20]],
      }),
    )
  ).report!
  const told = report.faults.map(({ cell, code }) => `${cell} ${code}`)
  expect(told).toEqual([
    '学校!B3 transfer.otherSchool',
    '教师!E4 transfer.otherSchool',
    '教师!E5 transfer.standsElsewhere',
    '交流轮岗!A3 transfer.otherSchool',
    '场馆共享!D3 transfer.otherSchool',
  ])
  expect(report.faults[1]!.message).toBe('这一行是春申小学的，本次只收本校的数据。')
  expect(report.sheets.find(({ sheet }) => sheet === '跨校带教')).toMatchObject({ added: 1, refused: 0 })
  expect(JSON.stringify(report)).not.toContain(teacherName(PLACES.s2, 1))
})

test('a mentor of another school who is called otherwise is not named', async () => {
  const { report } = await sent(
    'liaison',
    ledgerWith({ 跨校带教: [[`0${PLACES.s2}1`, '写错名', `0${s1}1`, teacherName(s1, 1), '语文']] }),
  )
  expect(report!.warnings.map(({ message }) => message).join()).toMatch(/名册中的姓名“.\*+”/)
})

test('what is asked may come in several files; a school with a sheet missing is reminded of just that', async () => {
  await taken('liaison', ledgerWith({ 教师: [teacher('0900', '新老师', '春申中学')] }))
  expect(await answer()).toMatchObject({ state: 'partial', lacking: ['学校', '交流轮岗', '跨校带教', '场馆共享'] })
  const own = [`310112${s1}`, '春申中学', '春申中', '初级中学', '公办', '成员校', 1, 777, 121.4, 31.05]
  await taken('liaison', ledgerWith({ 学校: [own], 交流轮岗: [], 跨校带教: [] }))
  const { calls } = (await asPerson(app, 'liaison').get(`/api/units/${s1}/hand-ins`)).json<{ calls: AskedOfSchool[] }>()
  expect(calls[0]).toMatchObject({ state: 'partial', lacking: ['场馆共享'] })
  await asPerson(app, 'office').post(`/api/calls/${callId}/reminders`)
  const { rows } = await database.transact('owner', (db) =>
    sql<{ text: string }>`select text from workbench.notice where kind = 'transfer.remind' and text like '%场馆共享%'
      and text not like '%教师%'`.execute(db),
  )
  expect(new Set(rows.map(({ text }) => text))).toEqual(new Set(['春申学区还没有收到贵校的场馆共享。']))
  await taken('liaison', ledgerWith({ 场馆共享: [['2023-09-20', '体育馆', '体育场馆', '春申中学', '春申小学', 45]] }))
  expect(await answer()).toMatchObject({ state: 'handed-in', lacking: [] })
})

test('sheets that are not asked for are not read', async () => {
  const { report } = await sent(
    'liaison',
    ledgerWith({ 教师: [teacher('0903', '本校人', '春申中学')], 办学绩效: [['春申中学', '优秀']] }),
  )
  expect(report!.sheets.map(({ sheet }) => sheet)).toEqual(['教师'])
})

describe('the office', () => {
  test('accepts what is handed in, or sends it back with a reason that the school reads', async () => {
    const { id } = await taken('liaison', ledgerWith({ 教师: [teacher('0904', '本校人', '春申中学')] }))
    const office = asPerson(app, 'office')
    expect((await office.post(`/api/imports/${id}/verdict`, { accepted: false })).statusCode).toBe(400)
    const back = { accepted: false, reason: '缺三名教师' }
    expect((await asPerson(app, 'liaison').post(`/api/imports/${id}/verdict`, back)).statusCode).toBe(403)
    expect((await office.post(`/api/imports/${id}/verdict`, back)).statusCode).toBe(200)
    expect(await answer()).toMatchObject({ state: 'returned', reason: '缺三名教师' })
    await taken('liaison', ledgerWith({ 教师: [teacher('0905', '又一人', '春申中学')] }))
    const again = await answer()
    expect(again.state).toBe('partial')
    await office.post(`/api/imports/${again.importId}/verdict`, { accepted: true })
    expect((await answer()).state).toBe('accepted')
  })

  test('reminds those who have not handed in, once a day, and learns whom nobody could be found for', async () => {
    const office = asPerson(app, 'office')
    const first = (await office.post(`/api/calls/${callId}/reminders`)).json<Record<string, { name: string }[]>>()
    expect(first['told']!.map(({ name }) => name)).toEqual(['春申中学'])
    expect(first['nobody']!.map(({ name }) => name).sort()).toEqual(['春申小学', '春申幼儿园'])
    const second = (await office.post(`/api/calls/${callId}/reminders`)).json<Record<string, unknown[]>>()
    expect([second['told'], second['already']!.length]).toEqual([[], 1])
    expect((await answer()).remindedAt).not.toBeNull()
    now = new Date('2024-10-11T02:00:00Z')
    const next = (await office.post(`/api/calls/${callId}/reminders`)).json<Record<string, unknown[]>>()
    expect(next['told']).toHaveLength(1)
  })

  test('closes and reopens a call and puts it off', async () => {
    const office = asPerson(app, 'office')
    const content = await readFile(await writeLedger(folder.path('late.xlsx'), smallLedger('春申学区')))
    const upload = () =>
      asPerson(app, 'liaison').upload(`/api/units/${s1}/hand-ins/${callId}`, { name: 'a.xlsx', content })
    await office.post(`/api/calls/${callId}/close`)
    expect((await upload()).json()).toMatchObject({ code: 'transfer.callClosed' })
    await office.post(`/api/calls/${callId}/reopen`)
    expect((await upload()).statusCode).toBe(200)
    now = new Date('2024-11-02T02:00:00Z')
    expect((await answer()).state).toBe('overdue')
    await office.patch(`/api/calls/${callId}`, { dueOn: '2024-11-30', sheets: SHEETS })
    expect((await answer()).state).toBe('missing')
  })

  test('sets a day that is still to come, and may leave one that has passed', async () => {
    const office = asPerson(app, 'office')
    const over = { dueOn: '2024-10-09', sheets: SHEETS }
    const refused = {
      code: 'platform.badInput',
      facts: { issues: [{ path: 'dueOn', message: '截止日期已经过去，请选今天或以后的日期' }] },
    }
    expect((await office.post(`/api/units/${c1}/calls`, { ...over, schoolYear: 2022 })).json()).toMatchObject(refused)
    expect((await office.patch(`/api/calls/${callId}`, over)).json()).toMatchObject(refused)
    now = new Date('2024-11-02T02:00:00Z')
    expect((await office.patch(`/api/calls/${callId}`, { dueOn: '2024-10-31', sheets: SHEETS })).statusCode).toBe(200)
  })

  test('has one call a year, for its members of that year', async () => {
    const again = await asPerson(app, 'office').post(`/api/units/${c1}/calls`, {
      schoolYear: 2023,
      dueOn: '2024-12-01',
      sheets: SHEETS,
    })
    expect(again.json()).toMatchObject({ code: 'transfer.callOpened' })
    const board = (await asPerson(app, 'office').get(`/api/calls/${callId}`)).json<{ answers: Answer[] }>()
    expect(board.answers.map(({ schoolName }) => schoolName).sort()).toEqual(
      ['春申中学', '春申小学', '春申幼儿园'].sort(),
    )
  })
})

test('what a school handed in is undone by itself, and the board says so', async () => {
  const { id } = await taken('liaison', ledgerWith({ 教师: [teacher('0906', '本校人', '春申中学')] }))
  const undone = await asPerson(app, 'liaison').post(`/api/imports/${id}/undo`)
  expect(undone.json()).toMatchObject({ status: 'undone', undoneBy: '陈联络', can: [] })
  expect((await rowsOf('people.teacher_year')).filter((line) => line.includes('0906'))).toEqual([])
  expect(await answer()).toMatchObject({ state: 'missing', importId: null })
})

test('what the office has accepted a school does not undo by itself', async () => {
  const { id } = await taken('liaison', ledgerWith({ 教师: [teacher('0907', '本校人', '春申中学')] }))
  const judge = (body: object) => asPerson(app, 'office').post(`/api/imports/${id}/verdict`, body)
  expect((await judge({ accepted: true })).statusCode).toBe(200)
  expect((await read('liaison', id)).can).toEqual([])
  expect((await asPerson(app, 'liaison').post(`/api/imports/${id}/undo`)).statusCode).toBe(403)
  expect((await judge({ accepted: false, reason: '请核对' })).statusCode).toBe(200)
  expect((await asPerson(app, 'liaison').post(`/api/imports/${id}/undo`)).json()).toMatchObject({ status: 'undone' })
})
