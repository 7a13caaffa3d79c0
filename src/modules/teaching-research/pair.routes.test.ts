import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { measureNamed, verdicts } from '../../../test/candidates.ts'
import { cast, PLACES, teacherId, teacherName, YEAR } from '../../../test/cast.ts'
import { handAccount, handCookie, insertCoverWorld, type Hand } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { measures } from './measures.sql.ts'

const { c1, s1, s2, s3, districtA } = PLACES
const now = new Date('2024-06-10T09:00:00+08:00')
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  await database.transact('owner', (db) =>
    db
      .insertInto('identity.grant')
      .values({
        id: '00000000-0000-7000-b200-000000000001',
        accountId: handAccount('near'),
        role: 'principal',
        unitId: s2,
        fromDay: '2020-09-01',
      }) // prettier-ignore
      .execute(),
  )
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

type Told = Record<string, unknown> & { status: number }
const json = async (reply: Promise<{ statusCode: number; body: string }>): Promise<Told> => {
  const { statusCode, body } = await reply
  return { ...(JSON.parse(body) as Record<string, unknown>), status: statusCode }
}
const office = () => asPerson(app, 'office')
const hand = (who: Hand) => asking(app, handCookie(who))
const list = `/api/units/${c1}/mentoring-pairs`
const fields = { year: YEAR, mentor: teacherName(s1, 1), mentee: teacherName(s2, 3), subject: '数学', goals: '能独立上好一节公开课', from: '2023-09-10', until: '2024-06-30' } // prettier-ignore
const counted = () =>
  database.transact('owner', (db) =>
    verdicts(db, measureNamed(measures, 'teaching-research.mentored'), {
      districtIds: [districtA],
      schoolIds: [s1, s2, s3],
      schoolYears: [YEAR],
    }),
  )

let pair = ''

test('the office sets up a pair of two schools, once', async () => {
  expect(await json(office().post(list, { ...fields, mentee: teacherName(s1, 2) }))).toMatchObject({ code: 'teaching-research.sameSchool' }) // prettier-ignore
  const added = await json(office().post(list, fields))
  expect(added.status, JSON.stringify(added)).toBe(200)
  pair = `/api/mentoring-pairs/${added['id'] as string}`
  expect(await json(office().post(list, fields))).toMatchObject({ status: 409, code: 'teaching-research.pairThere' })
  expect((await json(asPerson(app, 'liaison').post(list, fields))).status).toBe(403)
})

test('the two, their schools’ heads and the office read it, nobody else', async () => {
  expect(await json(hand('absent').get(pair))).toMatchObject({ status: 200, mentee: { name: teacherName(s2, 3), masked: false }, can: ['meet', 'report'] }) // prettier-ignore
  expect(await json(hand('free').get(pair))).toMatchObject({ status: 200, can: ['meet'] })
  expect(await json(asPerson(app, 'principal').get(pair))).toMatchObject({ mentor: { masked: false }, mentee: { masked: true } }) // prettier-ignore
  expect((await json(hand('own').get(pair))).status).toBe(403)
  expect((await json(asPerson(app, 'district').get(pair))).status).toBe(403)
  expect(await json(hand('own').get(`${list}?year=${YEAR}`))).toMatchObject({ pairs: [] })
  expect(await json(hand('free').get(`${list}?year=${YEAR}`))).toMatchObject({ pairs: [{ state: '进行中' }] })
})

test('they meet, the mentor reports, both schools sign, and it counts', async () => {
  const words = '听了一节课，讨论了提问的设计'
  expect((await json(hand('free').post(`${pair}/meetings`, { on: '2024-03-05', words }))).status).toBe(200)
  expect((await json(hand('absent').post(`${pair}/meetings`, { on: '2024-07-05', words }))).status).toBe(400)
  expect(await json(asPerson(app, 'principal').post(`${pair}/sign-offs`))).toMatchObject({ code: 'teaching-research.noReport' }) // prettier-ignore
  expect(JSON.stringify(await json(hand('absent').get('/api/today')))).toContain('写跨校带教的学期小结')
  expect((await json(hand('free').post(`${pair}/reports`, { on: '2024-06-01', words }))).status).toBe(403)
  expect((await json(hand('absent').post(`${pair}/reports`, { on: '2024-06-01', words }))).status).toBe(200)
  expect(JSON.stringify(await json(asPerson(app, 'principal').get('/api/today')))).toContain('签认一对跨校带教')
  expect((await json(office().post(`${pair}/sign-offs`))).status).toBe(403)
  expect((await json(asPerson(app, 'principal').post(`${pair}/sign-offs`))).status).toBe(200)
  expect(await json(asPerson(app, 'liaison').post(`${pair}/sign-offs`))).toMatchObject({ code: 'teaching-research.signedBefore' }) // prettier-ignore
  expect(await counted()).not.toContain(teacherName(s2, 3))
  expect((await json(hand('near').post(`${pair}/sign-offs`))).status).toBe(200)
  expect(await json(office().get(pair))).toMatchObject({ state: '已签认', meetings: 1, reports: 1 })
  expect((await counted()).filter((line) => line.startsWith(teacherName(s2, 3)))).toEqual([teacherName(s2, 3)])
})

test('a pair that a workbook had is the pair’s own row, once', async () => {
  const [mentorId, menteeId] = [teacherId(s1, 2), teacherId(s2, 1)]
  const rowId = '00000000-0000-7000-9a00-000000000001'
  const written = {
    schoolYear: YEAR,
    clusterId: c1,
    mentorId,
    mentorSchoolId: s1,
    menteeId,
    schoolId: s2,
    subject: '语文',
  }
  const told = { importId: '00000000-0000-7000-9a01-000000000001', sourceRow: 7 }
  await database.transact('owner', (db) =>
    db
      .insertInto('teachingResearch.mentoring')
      .values({ districtId: districtA, id: rowId, ...written, ...told })
      .execute(),
  )
  const before = (await counted()).filter((line) => line.startsWith(teacherName(s2, 1)))
  expect(before).toEqual([teacherName(s2, 1)])
  const { id } = await json(office().post(list, { ...fields, mentor: teacherName(s1, 2), mentee: teacherName(s2, 1) }))
  const second = `/api/mentoring-pairs/${id as string}`
  const report = { on: '2024-06-01', words: '学员能独立上好一节课' }
  expect((await json(hand('own').post(`${second}/reports`, report))).status).toBe(200)
  for (const who of [asPerson(app, 'principal'), hand('near')])
    expect((await json(who.post(`${second}/sign-offs`))).status).toBe(200)
  const rows = await database.transact('owner', (db) =>
    db
      .selectFrom('teachingResearch.mentoring')
      .select(['id', 'importId', 'sourceRow', 'subject'])
      .where('mentorId', '=', mentorId)
      .where('menteeId', '=', menteeId)
      .execute(),
  )
  expect(rows).toEqual([{ id: rowId, importId: null, sourceRow: null, subject: '数学' }])
  expect((await counted()).filter((line) => line.startsWith(teacherName(s2, 1)))).toEqual(before)
})

test('the office ends a pair with a reason; nothing is added to it any more', async () => {
  expect((await json(office().post(`${pair}/end`, { on: '2023-01-01', why: '期满' }))).status).toBe(400)
  expect((await json(office().post(`${pair}/end`, { on: '2024-06-10', why: '期满' }))).status).toBe(200)
  expect(await json(hand('absent').post(`${pair}/meetings`, { on: '2024-06-10', words: '还想再听一节课' }))).toMatchObject({ code: 'teaching-research.pairEnded' }) // prettier-ignore
  expect(await json(office().post(`${pair}/end`, { on: '2024-06-10', why: '期满' }))).toMatchObject({ status: 409 })
})
