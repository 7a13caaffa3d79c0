import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, type Person } from '../../../test/cast.ts'
import { insertCoverWorld } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { addLine, packed } from '../../../test/roster-packages.ts'
import { zipFiles } from '../../../test/zip-files.ts'
import type { App } from '../../main/app.ts'
import type { Import } from './import.contract.ts'

const { c1, districtA, s1, s2 } = PLACES
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  await database.transact('owner', async (db) => {
    const of = { districtId: districtA, schoolYear: 2023 }
    const classes = [
      { ...of, schoolId: s1, name: '七（1）班', grade: '七年级' as const },
      { ...of, schoolId: s1, name: '启航班', grade: null },
      { ...of, schoolId: s2, name: '六（1）班', grade: '六年级' as const },
    ]
    await db.insertInto('organizations.schoolClass').values(classes).execute()
  })
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const office = () => asPerson(app, 'office')
const exported = async () => zipFiles((await office().get(`/api/units/${c1}/oneroster.zip?year=2023`)).rawPayload)
const linesOf = (files: Map<string, Buffer>, name: string) =>
  files.get(name)!.toString().trimEnd().split('\r\n').slice(1)

async function settled(id: string, person: Person = 'office'): Promise<Import> {
  await app.jobs.settled()
  return (await asPerson(app, person).get(`/api/imports/${id}`)).json()
}

async function sent(files: Map<string, Buffer>): Promise<Import> {
  const file = { name: '名册.zip', content: await packed(files) }
  const reply = await office().upload(`/api/units/${c1}/imports`, file)
  expect(reply.statusCode, reply.body).toBe(200)
  return settled(reply.json<Import>().id)
}

const ofClasses = ({ report }: Import) => report!.sheets.find(({ sheet }) => sheet === '班级')
const onFile = () =>
  database.transact('owner', async (db) => {
    const { rows } = await sql<{ line: string }>`
      select to_jsonb(c)::text as line from organizations.school_class c order by 1`.execute(db)
    return rows.map(({ line }) => line)
  })

const homeroom = (title: string, school: number, grades = '07') => ({
  ...{ sourcedId: `new-${title}`, title, grades, classType: 'homeroom', schoolSourcedId: `org-${school}` },
})

test('classes, what they are taught and by whom go out; who teaches stands among the users', async () => {
  const files = await exported()
  const classes = linesOf(files, 'classes.csv')
  expect(classes.filter((line) => line.includes(',homeroom,'))).toHaveLength(3)
  expect(
    classes
      .filter((line) => line.includes(',scheduled,'))
      .map((line) => line.split(',')[3])
      .sort(),
  ).toEqual(['七（1）班数学', '七（2）班数学', '六（1）班数学', '六（2）班数学'].sort())
  const enrolled = linesOf(files, 'enrollments.csv').map((line) => line.split(','))
  expect(enrolled.some(([, , , , , user]) => user === teacherId(s1, 1))).toBe(true)
  const users = new Set(linesOf(files, 'users.csv').map((line) => line.split(',')[0]))
  for (const [, , , , , user] of enrolled) expect(users).toContain(user)
})

test('our own classes change nothing when they come back', async () => {
  const before = await onFile()
  const checked = await sent(await exported())
  expect(ofClasses(checked)).toMatchObject({ read: 3, added: 0, updated: 0, unchanged: 3, refused: 0 })
  await office().post(`/api/imports/${checked.id}/take`)
  await settled(checked.id)
  expect(await onFile()).toEqual(before)
})

test('a new class comes in, is offered, and goes again when it is taken back', async () => {
  const before = await onFile()
  const files = await exported()
  addLine(files, 'classes.csv', homeroom('七(2)班', s1))
  const checked = await sent(files)
  expect(ofClasses(checked)).toMatchObject({ added: 1, updated: 0, refused: 0 })
  await office().post(`/api/imports/${checked.id}/take`)
  expect((await settled(checked.id)).status).toBe('taken')
  const offered = await asPerson(app, 'liaison').get(`/api/schools/${s1}/classes?year=2023`)
  expect(offered.json()).toMatchObject({ classes: [{ name: '七（1）班' }, { name: '七（2）班', grade: '七年级' }, {}] })
  await office().post(`/api/imports/${checked.id}/undo`)
  await settled(checked.id)
  expect(await onFile()).toEqual(before)
})

test('a class that is refused is told at its place in classes.csv', async () => {
  const files = await exported()
  const row = linesOf(files, 'classes.csv').length + 2
  addLine(files, 'classes.csv', homeroom('七（9）班', s1, '99'))
  addLine(files, 'classes.csv', homeroom('七（8）班', 4711))
  const checked = await sent(files)
  expect(ofClasses(checked)).toMatchObject({ added: 0, refused: 2 })
  expect(checked.report!.faults.filter(({ sheet }) => sheet === '班级')).toMatchObject([
    { column: '年级', cell: `classes.csv!E${row}`, code: 'transfer.notInList' },
    { column: '学校', cell: `classes.csv!J${row + 1}`, code: 'transfer.unknownSchool' },
  ])
})

test('a package without classes leaves them as they are, and says nothing of them', async () => {
  const before = await onFile()
  const files = await exported()
  files.delete('classes.csv')
  const checked = await sent(files)
  expect(ofClasses(checked)).toBe(undefined)
  expect(checked.report!.faults).toEqual([])
  await office().post(`/api/imports/${checked.id}/take`)
  await settled(checked.id)
  expect(await onFile()).toEqual(before)
})

/** What a liaison hands in for the own school, as a .csv of classes. */
async function handedIn(lines: readonly string[]): Promise<Import> {
  const call = { schoolYear: 2024, dueOn: '2099-10-31', sheets: ['班级'] }
  const opened = await office().post(`/api/units/${c1}/calls`, call)
  expect(opened.statusCode, opened.body).toBe(200)
  const file = { name: '班级.csv', content: Buffer.from(['学校,年级,班级', ...lines].join('\n')) }
  const url = `/api/units/${s1}/hand-ins/${opened.json<{ id: string }>().id}`
  const reply = await asPerson(app, 'liaison').upload(url, file)
  expect(reply.statusCode, reply.body).toBe(200)
  return settled(reply.json<Import>().id, 'liaison')
}

test('a school hands in its own classes, and none of another school', async () => {
  const checked = await handedIn(['春申中学,八年级,1班', '春申小学,六年级,3班'])
  expect(ofClasses(checked)).toMatchObject({ added: 1, refused: 1 })
  expect(checked.report!.faults).toMatchObject([{ column: '学校', code: 'transfer.otherSchool' }])
  const before = await onFile()
  await asPerson(app, 'liaison').post(`/api/imports/${checked.id}/take`)
  expect((await settled(checked.id, 'liaison')).status).toBe('taken')
  const added = (await onFile()).filter((line) => !before.includes(line))
  expect(added).toHaveLength(1)
  expect(JSON.parse(added[0]!)).toMatchObject({ school_id: s1, name: '八（1）班', grade: '八年级' })
})
