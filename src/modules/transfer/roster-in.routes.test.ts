import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Db } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { addLine, packed } from '../../../test/roster-packages.ts'
import { zipFiles } from '../../../test/zip-files.ts'
import type { App } from '../../main/app.ts'
import type { Import } from './import.contract.ts'

const { c1, s1 } = PLACES
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', asTaken)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** The cast is written past the ledgers: here each teacher is as a ledger would have left them, and some go by rarer names. */
async function asTaken(db: Db): Promise<void> {
  await sql`update people.teacher_year set declared_eligible = eligible,
    eligible_reason = '台账填报：' || case when eligible then '是' else '否' end`.execute(db)
  for (const [n, name] of [
    [2, '段'],
    [3, 'John Smith'],
  ] as const)
    // prettier-ignore
    await db.updateTable('people.teacherYear').set({ name }).where('teacherId', '=', teacherId(s1, n)).execute()
}

const office = () => asPerson(app, 'office')
const exported = async () => (await office().get(`/api/units/${c1}/oneroster.zip?year=2023`)).rawPayload

async function settled(id: string): Promise<Import> {
  await app.jobs.settled()
  return (await office().get(`/api/imports/${id}`)).json()
}

async function sent(content: Buffer, name = '名册.zip'): Promise<Import> {
  const reply = await office().upload(`/api/units/${c1}/imports`, { name, content })
  expect(reply.statusCode, reply.body).toBe(200)
  return settled(reply.json().id)
}

/** Our own roster with something in one of its files changed. */
async function changed(file: string, change: (text: string) => string): Promise<Buffer> {
  const files = await zipFiles(await exported())
  return packed(files.set(file, Buffer.from(change(files.get(file)!.toString()))))
}

const ofTeachers = ({ report }: Import) => report!.sheets.find(({ sheet }) => sheet === '教师')!
const teacherRows = () =>
  database.transact('owner', (db) =>
    db.selectFrom('people.teacherYear').selectAll().orderBy('schoolYear').orderBy('teacherId').execute(),
  )

test('what we handed out changes nothing when it comes back', async () => {
  const before = await teacherRows()
  const checked = await sent(await exported())
  expect(checked).toMatchObject({ status: 'checked', schoolYear: 2023, failure: null })
  const { read, ...counts } = ofTeachers(checked)
  expect(read).toBeGreaterThan(0)
  expect(counts).toMatchObject({ added: 0, updated: 0, unchanged: read, refused: 0 })
  expect(checked.report!.faults).toEqual([])
  await office().post(`/api/imports/${checked.id}/take`)
  await settled(checked.id)
  expect(await teacherRows()).toEqual(before)
})

test('who is new comes in with what a roster says, and goes again when it is taken back', async () => {
  const before = await teacherRows()
  const withNew = async () => {
    const files = await zipFiles(await exported())
    addLine(files, 'users.csv', { sourcedId: 'new', username: 'zhu', identifier: '09999', familyName: '诸葛', givenName: '明' }) // prettier-ignore
    addLine(files, 'roles.csv', { sourcedId: 'r', userSourcedId: 'new', roleType: 'primary', role: 'teacher', orgSourcedId: `org-${s1}` }) // prettier-ignore
    return packed(files)
  }
  const checked = await sent(await withNew())
  expect(ofTeachers(checked)).toMatchObject({ added: 1, updated: 0, refused: 0 })
  await office().post(`/api/imports/${checked.id}/take`)
  expect((await settled(checked.id)).status).toBe('taken')
  const added = (await teacherRows()).filter(({ staffNo }) => staffNo === '09999')
  expect(added).toMatchObject([{ name: '诸葛明', schoolId: s1, schoolYear: 2023, subject: null, stage: null }])
  await office().post(`/api/imports/${checked.id}/undo`)
  await settled(checked.id)
  expect(await teacherRows()).toEqual(before)
})

test('a roster may lie in a folder of its package', async () => {
  const files = await zipFiles(await exported())
  const inFolder = new Map([...files].map(([name, content]) => [`名册/${name}`, content]))
  const checked = await sent(await packed(inFolder))
  expect(ofTeachers(checked)).toMatchObject({ added: 0, updated: 0, refused: 0 })
})

test('a refused line is told at its place in users.csv', async () => {
  const name = teacherName(s1, 1)
  const checked = await sent(await changed('users.csv', (text) => text.replace(`,${name.slice(1)},${name.slice(0, 1)},`, ',,,'))) // prettier-ignore
  expect(checked.report!.faults).toMatchObject([{ column: '姓名', code: 'transfer.required' }])
  expect(checked.report!.faults[0]!.cell).toMatch(/^users\.csv!H\d+$/)
  expect(ofTeachers(checked).refused).toBe(1)
})

test('what is no roster fails in one sentence', async () => {
  const old = await sent(await changed('manifest.csv', (text) => text.replace('oneroster.version,1.2', 'oneroster.version,1.1'))) // prettier-ignore
  expect(old).toMatchObject({ status: 'failed', failure: expect.stringContaining('只能读 1.2') })
  const files = await zipFiles(await exported())
  files.delete('roles.csv')
  const lacking = await sent(await packed(files))
  expect(lacking).toMatchObject({ status: 'failed', failure: expect.stringContaining('没有 roles.csv') })
})
