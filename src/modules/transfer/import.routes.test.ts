import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { cellAt, smallLedger, writeLedger, type LedgerOnPaper } from '../../../test/ledger-files.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import type { App } from '../../main/app.ts'
import type { Import } from './import.contract.ts'
import { importPath } from './import.jobs.ts'

const folder = temporaryFolder()
let database: Database
let app: App
const config = () => ({ ...readConfig({}), dataDir: folder.path('data'), asksPerMinute: 1_000_000 })
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { config: config() })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const FILE = '横沔学区台账-2023学年.xlsx'

async function uploaded(person: Person, unitId: number, ledger: LedgerOnPaper | Buffer, name = FILE): Promise<Import> {
  const content = Buffer.isBuffer(ledger) ? ledger : await readFile(await writeLedger(folder.path('up.xlsx'), ledger))
  const reply = await asPerson(app, person).upload(`/api/units/${unitId}/imports`, { name, content })
  expect(reply.statusCode).toBe(200)
  return reply.json()
}

/** The import when nothing is going on with it any more. */
async function settled(person: Person, { id }: Import): Promise<Import> {
  await app.jobs.settled()
  return (await asPerson(app, person).get(`/api/imports/${id}`)).json<Import>()
}

async function teachersOf(importId: string): Promise<number> {
  const { rows } = await database.transact('owner', (db) =>
    sql<{ n: number }>`select count(*) as n from people.teacher_year where import_id = ${importId}`.execute(db),
  )
  return rows[0]!.n
}

test('an upload is checked without writing, then taken, and is on record', async () => {
  const district = asPerson(app, 'district')
  const sent = await uploaded('district', PLACES.c2, smallLedger('横沔学区'))
  expect(sent).toMatchObject({ status: 'waiting', fileName: FILE, clusterName: '横沔学区', can: [] })
  const checked = await settled('district', sent)
  expect(checked).toMatchObject({ status: 'checked', schoolYear: 2023, can: ['take', 'discard'], progress: null })
  expect(checked.report?.sheets.find(({ sheet }) => sheet === '教师')).toMatchObject({ read: 8, added: 8, refused: 0 })
  expect(await teachersOf(sent.id)).toBe(0)

  const taking = await district.post(`/api/imports/${sent.id}/take`)
  expect(taking.json()).toMatchObject({ status: 'taking' })
  const taken = await settled('district', sent)
  expect(taken).toMatchObject({ status: 'taken', can: ['undo'], failure: null })
  expect(await teachersOf(sent.id)).toBe(8)
  await expect.poll(() => existsSync(importPath(config(), sent.id))).toBe(false)
  expect((await district.post(`/api/imports/${sent.id}/take`)).json()).toMatchObject({ code: 'transfer.alreadyDone' })

  const { imports } = (await district.get(`/api/units/${PLACES.c2}/imports`)).json<{ imports: Import[] }>()
  expect(imports[0]).toMatchObject({ id: sent.id, status: 'taken', actorName: '陈区一', sheets: taken.report!.sheets })
})

test('the preview shows what would be changed and refused', async () => {
  const ledger = smallLedger('横沔学区')
  cellAt(ledger, '教师', 1, '职称').set('高级教师')
  cellAt(ledger, '教师', 2, '学校').set('不存在的学校')
  const { report } = await settled('city', await uploaded('city', PLACES.c2, ledger))
  expect(report?.changes).toMatchObject([{ sheet: '教师', key: '0002', fields: [{ column: '职称', new: '高级教师' }] }])
  expect(report?.faults[0]).toMatchObject({ cell: '教师!E5', code: 'transfer.unknownSchool' })
})

test('a given-up upload is gone with its file', async () => {
  const sent = await settled('district', await uploaded('district', PLACES.c2, smallLedger('横沔学区')))
  expect(existsSync(importPath(config(), sent.id))).toBe(true)
  const reply = await asPerson(app, 'district').del(`/api/imports/${sent.id}`)
  expect(reply.json()).toMatchObject({ status: 'discarded', can: [] })
  expect(existsSync(importPath(config(), sent.id))).toBe(false)
})

test('another cluster’s ledger and a file that is none fail in one sentence', async () => {
  const other = await settled('office', await uploaded('office', PLACES.c1, smallLedger('横沔学区')))
  expect(other).toMatchObject({ status: 'failed', report: null, can: [] })
  expect(other.failure).toBe('这份台账写的是“横沔学区”，不是“春申学区”的，没有读取，请核对文件。')
  const none = await settled('office', await uploaded('office', PLACES.c1, Buffer.from('%PDF-1.7')))
  expect(none.status).toBe('failed')
  expect(none.failure).toMatch(/不是表格|不支持/)
})

test.each(['checking', 'taking'] as const)(
  'what a crash broke off while %s is begun again and ends',
  async (status) => {
    const sent = await uploaded('district', PLACES.c2, smallLedger('横沔学区'))
    if (status === 'taking') {
      await settled('district', sent)
      await asPerson(app, 'district').post(`/api/imports/${sent.id}/take`)
    }
    await database.transact('owner', async (db) => {
      await sql`update transfer.import set status = ${status} where id = ${sent.id}`.execute(db)
      await sql`update platform.job set status = 'running', tries = 1, leased_until = now() - interval '1 day'
      where status = 'waiting'`.execute(db)
    })
    expect((await settled('district', sent)).status).toBe(status === 'taking' ? 'taken' : 'checked')
  },
)

test('what is broken off again and again has failed, and says so', async () => {
  const sent = await uploaded('district', PLACES.c2, smallLedger('横沔学区'))
  await database.transact('owner', (db) =>
    sql`update platform.job set status = 'running', tries = 3, leased_until = now() - interval '1 day'
      where status = 'waiting'`.execute(db),
  )
  expect(await settled('district', sent)).toMatchObject({ status: 'failed', can: [] })
  expect(existsSync(importPath(config(), sent.id))).toBe(false)
})
