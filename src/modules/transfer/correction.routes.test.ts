import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, people, PEOPLE, PLACES, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { cellAt, smallLedger, writeLedger, type LedgerOnPaper } from '../../../test/ledger-files.ts'
import { everythingStored } from '../../../test/ledger-system.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { actorToday } from '#modules/identity/who.actions.ts'
import type { App } from '../../main/app.ts'
import { systemOf, wallOf } from '../../main/contexts.ts'
import { clearRefused } from './correction.actions.ts'
import type { Corrections, RefusedRow } from './correction.contract.ts'
import type { Import } from './import.contract.ts'

const folder = temporaryFolder()
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  const config = { ...readConfig({}), dataDir: folder.path('data'), asksPerMinute: 1_000_000 }
  app = await testApp(database, { config })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(() => database.transact('owner', (db) => sql`delete from transfer.header_mapping`.execute(db)))

const district = () => asPerson(app, 'district')

async function settled(id: string): Promise<Import> {
  for (;;) {
    await app.jobs.settled()
    const one = (await district().get(`/api/imports/${id}`)).json<Import>()
    if (!['waiting', 'checking', 'taking'].includes(one.status) && !one.rechecking) return one
    await pause(20)
  }
}

async function uploaded(ledger: LedgerOnPaper): Promise<Import> {
  const content = await readFile(await writeLedger(folder.path('up.xlsx'), ledger))
  const reply = await district().upload(`/api/units/${PLACES.c2}/imports`, {
    name: '横沔学区台账-2023学年.xlsx',
    content,
  })
  expect(reply.statusCode).toBe(200)
  return settled(reply.json<Import>().id)
}

const corrections = async (id: string) => (await district().get(`/api/imports/${id}/corrections`)).json<Corrections>()
const rowsOf = async (id: string, sheet: string) =>
  (await district().get(`/api/imports/${id}/rows?sheet=${encodeURIComponent(sheet)}`)).json<{ rows: RefusedRow[] }>()
    .rows

async function type(id: string, row: RefusedRow, edits: Record<string, string | null>, dropped?: boolean) {
  const reply = await district().patch(`/api/imports/${id}/rows`, { rows: [{ id: row.id, edits, dropped }] })
  expect(reply.json()).toEqual({ saved: 1 })
}

async function again(id: string, what: 'check' | 'take'): Promise<Import> {
  const reply = await district().post(`/api/imports/${id}/corrections/${what}`)
  expect(reply.json()).toMatchObject({ working: { share: 0 }, can: [] })
  return settled(id)
}

/** Two faults in one teacher, one in a use of a venue. */
function faulty(): LedgerOnPaper {
  const ledger = smallLedger('横沔学区')
  cellAt(ledger, '教师', 6, '学校').set('向阳幼稚园')
  cellAt(ledger, '教师', 6, '职称').set('高级')
  cellAt(ledger, '场馆共享', 0, '人次').set('许多')
  return ledger
}

describe('refused rows', () => {
  test('stand with their faults and with what may stand in their cells', async () => {
    const { id, openRows } = await uploaded(faulty())
    expect(openRows).toBe(2)
    const found = await corrections(id)
    expect(found).toMatchObject({ status: 'checked', notKept: 0, can: ['edit', 'check'], working: null })
    expect(found.sheets.map(({ sheet, rows, open }) => [sheet, rows, open])).toEqual([
      ['教师', 1, 1],
      ['场馆共享', 1, 1],
    ])
    expect(found.schools).toContain('春申小学')
    expect(found.sheets[0]!.columns.find(({ title }) => title === '职称')!.oneOf).toContain('高级教师')
    const [row] = await rowsOf(id, '教师')
    expect(row).toMatchObject({ row: 9, edits: {}, dropped: false, cells: { 工号: '0007', 学校: '向阳幼稚园' } })
    expect(row!.faults.map(({ column, value }) => [column, value])).toEqual([
      ['学校', '向阳幼稚园'],
      ['职称', '高级'],
    ])
  })

  test('are read with what was typed as long as the file waits, and taken with it', async () => {
    const { id } = await uploaded(faulty())
    const [teacher] = await rowsOf(id, '教师')
    await type(id, teacher!, { 学校: '向阳幼儿园', 职称: '高级的教师' })
    const checked = await again(id, 'check')
    expect(checked.report?.sheets.find(({ sheet }) => sheet === '教师')).toMatchObject({ refused: 1 })
    expect((await rowsOf(id, '教师'))[0]!.faults).toMatchObject([{ column: '职称', value: '高级的教师' }])
    await type(id, teacher!, { 职称: '高级教师' })
    expect((await again(id, 'check')).openRows).toBe(1)
    expect((await rowsOf(id, '教师'))[0]).toMatchObject({ faults: [], edits: { 学校: '向阳幼儿园' } })
    await district().post(`/api/imports/${id}/take`)
    const taken = await settled(id)
    expect(taken.report?.sheets.find(({ sheet }) => sheet === '教师')).toMatchObject({ read: 8, refused: 0 })
    expect(await rowsOf(id, '教师')).toEqual([])
    expect(taken.openRows).toBe(1)
  })

  test('of a taken file come in without a new upload, once', async () => {
    const { id } = await uploaded(faulty())
    await district().post(`/api/imports/${id}/take`)
    await settled(id)
    expect((await corrections(id)).can).toEqual(['edit', 'check', 'take'])
    const [use] = await rowsOf(id, '场馆共享')
    await type(id, use!, { 人次: '48' })
    await again(id, 'check')
    expect((await rowsOf(id, '场馆共享'))[0]).toMatchObject({ faults: [], edits: { 人次: '48' } })
    const taken = await again(id, 'take')
    expect(taken.report?.sheets.find(({ sheet }) => sheet === '场馆共享')).toMatchObject({ read: 3, refused: 0 })
    expect(taken.report?.faults.map(({ sheet }) => sheet)).toEqual(['教师', '教师'])
    expect(await rowsOf(id, '场馆共享')).toEqual([])
    expect(taken.openRows).toBe(1)
  })

  test('that are not wanted are left out, and may be wanted again', async () => {
    const { id } = await uploaded(faulty())
    const [use] = await rowsOf(id, '场馆共享')
    await type(id, use!, {}, true)
    const checked = await again(id, 'check')
    expect(checked.report?.faults.map(({ sheet }) => sheet)).toEqual(['教师', '教师'])
    expect(checked.report?.sheets.find(({ sheet }) => sheet === '场馆共享')).toMatchObject({ read: 3, refused: 1 })
    await type(id, use!, { 人次: '48' }, false)
    expect((await again(id, 'check')).report?.sheets.find(({ sheet }) => sheet === '场馆共享')?.refused).toBe(0)
  })

  test('that repeat another row still do until what they share is changed; nobody is written over', async () => {
    const ledger = smallLedger('横沔学区')
    cellAt(ledger, '教师', 7, '工号').set('0007')
    cellAt(ledger, '教师', 5, '工号').set(null)
    const { id } = await uploaded(ledger)
    await district().post(`/api/imports/${id}/take`)
    await settled(id)
    const [without, repeats] = await rowsOf(id, '教师')
    await type(id, repeats!, { 职称: '二级教师' })
    await type(id, without!, { 工号: '0001' })
    await again(id, 'take')
    const rows = await rowsOf(id, '教师')
    expect(rows.map(({ faults }) => faults.map(({ code }) => code))).toEqual([
      ['transfer.keyOfAnother'],
      ['transfer.repeatedKey'],
    ])
    await type(id, repeats!, { 工号: '0008' })
    await type(id, without!, { 工号: '0006' })
    expect((await again(id, 'take')).report).toMatchObject({ faultsTotal: 0, faults: [] })
    expect(await rowsOf(id, '教师')).toEqual([])
  })

  test('say where the school’s own row was refused, and come in with it', async () => {
    const ledger = smallLedger('横沔学区')
    cellAt(ledger, '学校', 3, '学校标识码').set('3101120009')
    cellAt(ledger, '学校', 3, '学校名称').set('新苗幼儿园')
    cellAt(ledger, '学校', 3, '学校简称').set('新苗园')
    cellAt(ledger, '学校', 3, '办学类型').set('幼稚园')
    for (const row of [6, 7]) cellAt(ledger, '教师', row, '学校').set('新苗园')
    const { id, report } = await uploaded(ledger)
    expect(report!.faults.filter(({ sheet }) => sheet === '教师').map(({ message }) => message)[0]).toBe(
      '学校“新苗园”在“学校”表第 6 行，那一行被退回了；改好那一行，这里就认得了。',
    )
    await district().post(`/api/imports/${id}/take`)
    await settled(id)
    const [school] = await rowsOf(id, '学校')
    await type(id, school!, { 办学类型: '幼儿园' })
    expect((await again(id, 'take')).report).toMatchObject({ faultsTotal: 0, faults: [] })
  })

  test('go with a file that is given up, and a month after the last change', async () => {
    const one = await uploaded(faulty())
    await district().del(`/api/imports/${one.id}`)
    expect((await corrections(one.id)).sheets).toEqual([])
    const { id } = await uploaded(faulty())
    await district().post(`/api/imports/${id}/take`)
    await settled(id)
    const later = (days: number) =>
      systemOf({ ...app.parts, now: () => new Date(Date.now() + days * 86_400_000) }).inContext(clearRefused)
    await later(29)
    expect((await corrections(id)).sheets).toHaveLength(2)
    await later(31)
    expect((await corrections(id)).sheets).toEqual([])
  })

  test('are kept without ID numbers, typed ones too', async () => {
    const ledger = smallLedger('横沔学区')
    const id = '31010119900307461X'
    cellAt(ledger, '教师', 6, '姓名').set(null)
    cellAt(ledger, '教师', 6, '工号').set(id)
    const teachers = ledger.get('教师')!
    teachers.header.push('身份证号', '住址')
    teachers.rows[6]!.push('310101199003074610', '某路 5 号')
    const sent = await uploaded(ledger)
    const [row] = await rowsOf(sent.id, '教师')
    await type(sent.id, row!, { 姓名: `郑七 ${id}` })
    await again(sent.id, 'check')
    const [after] = await rowsOf(sent.id, '教师')
    expect(after!.faults.map(({ column, code }) => `${column} ${code}`)).toContain('姓名 transfer.idNumber')
    const stored = await everythingStored(systemOf(app.parts))
    for (const secret of [id, '310101199003074610', '某路 5 号']) expect(stored).not.toContain(secret)
  })
})

test('refused rows and senders’ words are found by those who are over the cluster, and by no one else', async () => {
  const { id } = await uploaded(faulty())
  await district().post(`/api/imports/${id}/headers`, { answers: [{ sheet: '教师', header: '教工', title: '姓名' }] })
  await settled(id)
  const finders: Person[] = []
  for (const person of people) {
    const account = { id: accountId(person), name: PEOPLE[person].name }
    const actor = await systemOf(app.parts).inContext((ctx) => actorToday(ctx, account))
    const { rows } = await database.transact(wallOf(actor), (db) =>
      sql<{ n: number }>`select (select count(*) from transfer.refused_row where import_id = ${id})
        + (select count(*) from transfer.header_mapping) as n`.execute(db),
    )
    if (rows[0]!.n > 0) finders.push(person)
  }
  expect(finders).toEqual(['city', 'district'])
})

describe('a sender’s own word for a column', () => {
  function ownWords(): LedgerOnPaper {
    const ledger = smallLedger('横沔学区')
    const teachers = ledger.get('教师')!
    teachers.header = teachers.header.map((title) => (title === '姓名' ? '老师名字' : title))
    return ledger
  }
  const answer = (id: string, header: string, title = '姓名') =>
    district().post(`/api/imports/${id}/headers`, { answers: [{ sheet: '教师', header, title }] })
  const matchOf = (one: Import) => one.report?.matches?.find(({ sheet }) => sheet === '教师')

  test('is asked for once and remembered for the next file', async () => {
    const first = await uploaded(ownWords())
    expect(first.report?.faults.map(({ code }) => code)).toContain('transfer.columnMissing')
    expect(matchOf(first)).toEqual({
      sheet: '教师',
      headers: ['老师名字'],
      mapped: [],
      missing: [{ title: '姓名', required: true, asked: true, waived: false, offered: '老师名字' }],
    })
    expect((await answer(first.id, '老师名字')).statusCode).toBe(200)
    const checked = await settled(first.id)
    expect(checked.report?.faults).toEqual([])
    expect(matchOf(checked)).toMatchObject({ mapped: [{ title: '姓名', header: '老师名字' }], missing: [] })
    const next = await uploaded(ownWords())
    expect(next.report?.faults).toEqual([])
  })

  test('is offered, not taken, where a colleague said it', async () => {
    const first = await uploaded(ownWords())
    await answer(first.id, '老师名字', '姓名')
    await settled(first.id)
    const content = await readFile(await writeLedger(folder.path('up.xlsx'), ownWords()))
    const reply = await asPerson(app, 'city').upload(`/api/units/${PLACES.c2}/imports`, {
      name: '横沔学区2023学年.xlsx',
      content,
    })
    const other = await settled(reply.json<Import>().id)
    expect(matchOf(other)?.missing).toMatchObject([{ title: '姓名', offered: '老师名字' }])
    expect(other.report?.faults.map(({ code }) => code)).toContain('transfer.columnMissing')
  })

  test('may be taken back, and gives way to the column’s own title', async () => {
    const first = await uploaded(ownWords())
    await answer(first.id, '老师名字')
    expect((await settled(first.id)).report?.faults).toEqual([])
    await answer(first.id, '')
    expect((await settled(first.id)).report?.faults.map(({ code }) => code)).toContain('transfer.columnMissing')
    await answer(first.id, '老师名字')
    await settled(first.id)
    const both = ownWords()
    both.get('教师')!.header.push('姓名')
    both.get('教师')!.rows.forEach((row, at) => row.push(`本名${at}`))
    const { report } = await uploaded(both)
    expect(report?.matches?.find(({ sheet }) => sheet === '教师')?.mapped ?? []).toEqual([])
  })

  test('is never a column of ID numbers', async () => {
    const ledger = ownWords()
    const teachers = ledger.get('教师')!
    teachers.header.push('证号')
    teachers.rows.forEach((row) => row.push('31010119900307461X'))
    expect(matchOf(await uploaded(ledger))?.headers).toEqual(['老师名字'])
  })

  test('is asked for after the decision no more', async () => {
    const { id } = await uploaded(smallLedger('横沔学区'))
    await district().post(`/api/imports/${id}/take`)
    await settled(id)
    expect((await answer(id, '老师名字')).json()).toMatchObject({ code: 'transfer.alreadyDone' })
  })
})
