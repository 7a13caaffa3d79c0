import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { noteStale } from '#platform/facts.ts'
import { newId } from '#platform/ids.ts'
import { PLACES } from '../../../test/cast.ts'
import { cookieOf } from '../../../test/delivery-people.ts'
import { deliveryDatabase, fields, slot } from '../../../test/delivery-world.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, districtA } = PLACES
const at = (day: string) => new Date(`${day}T18:00:00+08:00`)
let now = at('2026-09-07')
let database: Database
let app: App
beforeAll(async () => {
  database = await deliveryDatabase()
  app = await testApp(database, { now: () => now })
})
beforeEach(() =>
  database.transact('owner', async (db) => {
    await sql`delete from delivery.offering`.execute(db)
    await sql`delete from courses.delivered`.execute(db)
    await sql`delete from courses.course where school_year = 2026`.execute(db)
    await noteStale(db, [{ districtId: districtA, schoolId: s1, schoolYear: 2026, source: 'courses.courses' }])
  }),
)
afterAll(async () => {
  await app.close()
  await database.close()
})

const giver = () => asPerson(app, 'liaison')
const two = () => asking(app, cookieOf('liaison-two'))
const klass = (headCount: number, className = '（1）班') => ({ grade: '五年级', className, headCount })

interface Given {
  day: string
  classes: object[]
  course?: string
  /** How many of S2 were there. */
  people?: number
}

/** One lesson on one day, from the writing to its end; returns its address. */
async function give({ day, classes, course = '剪纸', people }: Given): Promise<string> {
  now = at('2026-09-07')
  const written = fields({ course, slots: [slot({ fromDay: day, untilDay: day })], enrolUntil: day })
  const { id } = (await giver().post(`/api/units/${c1}/offerings`, written)).json()
  const url = `/api/offerings/${id}`
  expect((await giver().post(`${url}/publish`)).json()).toMatchObject({ sessions: 1 })
  expect((await two().post(`${url}/classes`, { classes })).statusCode).toBe(200)
  now = at(day)
  const [session] = (await giver().get(url)).json().sessions
  const present = people === undefined ? {} : { present: [{ schoolId: s2, people }] }
  const held = await giver().post(`${url}/sessions/${session.id}/held`, present)
  expect(held.statusCode, held.body).toBe(200)
  return url
}
const complete = async (url: string) => (await giver().post(`${url}/complete`)).json()

interface Row {
  subject: string
  reason: string
  weight: number
  cells: Record<string, unknown>
}
const rowsOf = async (code: string, counted: 'yes' | 'no' = 'yes'): Promise<Row[]> =>
  (await asPerson(app, 'office').get(`/api/units/${c1}/figures/${code}/rows?year=2026&counted=${counted}`)).json().rows

test('a course that is over counts as exported, and its classes as pupils who benefit', async () => {
  const url = await give({ day: '2026-09-16', classes: [klass(40), klass(38, '（2）班')], people: 75 })
  expect(await rowsOf('benefiting_students')).toEqual([])
  expect(await complete(url)).toEqual({ benefiting: 78 })
  const rows = await rowsOf('benefiting_students')
  const told = rows.map(({ subject, cells }) => [subject, cells['class'], cells['students'], cells['sessions']])
  expect(told.sort()).toEqual([
    ['剪纸', '五年级（1）班', 40, 1],
    ['剪纸', '五年级（2）班', 38, 1],
  ])
  expect(rows[0]!.cells['school']).toBe('春申小学')
  expect(await rowsOf('exported_courses')).toMatchObject([{ subject: '剪纸', cells: { students: 78 } }])
  expect((await giver().get(url)).json()).toMatchObject({ state: '已结课', benefiting: 78, can: ['reopen'] })
})

test('the same class in two terms of a course counts once, as it was greatest; another course counts too', async () => {
  const given: Given[] = [
    { day: '2026-09-16', classes: [klass(38)] },
    { day: '2027-03-10', classes: [klass(40, '(1) 班')] },
    { day: '2026-09-17', classes: [klass(20)], course: '书法' },
  ]
  for (const one of given) expect(await complete(await give(one))).toMatchObject({ benefiting: expect.any(Number) })
  const counted = await rowsOf('benefiting_students')
  expect(counted.map(({ subject, cells }) => [subject, cells['students']])).toEqual([['书法', 20], ['剪纸', 40]]) // prettier-ignore
  expect((await rowsOf('benefiting_students', 'no')).map(({ reason }) => reason)).toContain(
    '同一班级学习同一门课程，只算一次',
  )
  expect((await rowsOf('exported_courses')).map(({ subject }) => subject)).toEqual(['书法', '剪纸'])
})

test('a class that nobody of came does not count', async () => {
  await complete(await give({ day: '2026-09-16', classes: [klass(38)], people: 0 }))
  expect(await rowsOf('benefiting_students')).toEqual([])
  expect((await rowsOf('benefiting_students', 'no')).map(({ reason }) => reason)).toEqual(['没有到课记录'])
  expect(await rowsOf('exported_courses')).toEqual([])
})

test('a row of a ledger that tells of it again adds nothing, and says why; another one counts', async () => {
  const told = { districtId: districtA, clusterId: c1, schoolId: s1, schoolYear: 2026, stage: null }
  const facts = { coBuilt: true, featured: false, exported: true, benefitingStudents: 300 }
  await database.transact('owner', async (db) => {
    for (const name of ['剪 纸', '编程'])
      await db
        .insertInto('courses.course')
        .values({ ...told, ...facts, id: newId(), code: name, name })
        .execute()
  })
  const url = await give({ day: '2026-09-16', classes: [klass(40)] })
  await complete(url)
  expect((await rowsOf('benefiting_students')).map(({ subject }) => subject).sort()).toEqual(['剪纸', '编程'])
  expect(await rowsOf('benefiting_students', 'no')).toMatchObject([{ subject: '剪 纸', reason: '已由共享授课计入' }])
  expect((await rowsOf('exported_courses')).map(({ subject }) => subject).sort()).toEqual(['剪纸', '编程'])
  // What else the row tells stays true.
  expect((await rowsOf('co_built_courses')).map(({ subject }) => subject).sort()).toEqual(['剪 纸', '编程'])

  expect((await giver().post(`${url}/reopen`)).statusCode).toBe(200)
  expect((await rowsOf('benefiting_students')).map(({ subject }) => subject).sort()).toEqual(['剪 纸', '编程'])
})

test('it is not over before all was said', async () => {
  now = at('2026-09-07')
  const { id } = (await giver().post(`/api/units/${c1}/offerings`, fields())).json()
  await giver().post(`/api/offerings/${id}/publish`)
  expect(await complete(`/api/offerings/${id}`)).toMatchObject({ code: 'delivery.notOver' })
})
