import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { workbookBuffer } from '#platform/sheet/write.ts'
import { cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { clearDrafts } from './draft.actions.ts'
import { systemOf } from '../../main/contexts.ts'

const { s1 } = PLACES
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

const titles = ['姓名', '班级', '学科', '星期', '节次']
const workbook = async (rows: (string | number)[][]) => ({
  name: '课表.xlsx',
  content: await workbookBuffer([{ name: '课表', columns: titles.map((title) => ({ title })), rows }]),
})
const one = [teacherName(s1, 1), '七（1）班', '数学', '一', 3]
const upload = async (rows: (string | number)[][], fromDay = '2023-09-01') =>
  asPerson(app, 'liaison').upload(
    `/api/schools/${s1}/timetable/drafts?year=2023&term=${encodeURIComponent('上学期')}&fromDay=${fromDay}&untilDay=2024-01-20`,
    await workbook(rows),
  )
const timetable = async (person: 'liaison' | 'teacher', day: string) =>
  (await asPerson(app, person).get(`/api/schools/${s1}/timetable?day=${day}`)).json()

test('a fault is named by its cell, and nothing of the file can be taken', async () => {
  const reply = await upload([one, [teacherName(s1, 2), '七（2）班', '语文', '八', 1]])
  expect(reply.json()).toMatchObject({ draftId: null, lessons: 1, faults: [{ at: 'D3' }] })
})

test('what was read is previewed, taken in one go, and replaced from a day on', async () => {
  const first = (await upload([one])).json()
  expect(first).toMatchObject({ lessons: 1, teachers: 1, classes: 1, faults: [], replaces: null })
  expect((await timetable('liaison', '2023-09-04')).lessons).toEqual([])
  const taken = await asPerson(app, 'liaison').post(`/api/timetable-drafts/${first.draftId}/take`)
  expect(taken.json()).toEqual({ lessons: 1, fromDay: '2023-09-01' })
  expect((await asPerson(app, 'liaison').post(`/api/timetable-drafts/${first.draftId}/take`)).statusCode).toBe(404)

  const second = (await upload([[...one.slice(0, 4), 5]], '2023-11-01')).json()
  expect(second.replaces).toEqual({ fromDay: '2023-09-01', ends: '2023-11-01' })
  await asPerson(app, 'liaison').post(`/api/timetable-drafts/${second.draftId}/take`)
  const october = await timetable('liaison', '2023-10-09')
  expect(october.current).toMatchObject({ fromDay: '2023-09-01', untilDay: '2023-10-31' })
  expect(october.lessons).toMatchObject([{ period: 3, className: '七（1）班', teacherName: teacherName(s1, 1) }])
  expect((await timetable('liaison', '2023-11-06')).lessons).toMatchObject([{ period: 5 }])

  const third = (await upload([[...one.slice(0, 4), 6]], '2023-10-01')).json()
  await asPerson(app, 'liaison').post(`/api/timetable-drafts/${third.draftId}/take`)
  expect(
    (await timetable('liaison', '2023-11-06')).versions.map(({ fromDay }: { fromDay: string }) => fromDay),
  ).toEqual(['2023-10-01', '2023-09-01'])
})

test('who may not see names reads them masked', async () => {
  const { lessons, can } = await timetable('teacher', '2023-11-06')
  expect(lessons).toMatchObject([{ teacherId: teacherId(s1, 1), teacherName: `${teacherName(s1, 1)[0]}**` }])
  expect(can).toEqual([])
})

test('a school says its own times, in order, or takes them back', async () => {
  const save = (bells: object[]) => asPerson(app, 'liaison').patch(`/api/schools/${s1}/bells`, { bells })
  const bell = (period: number, fromTime: string, untilTime: string) => ({ period, fromTime, untilTime })
  const refused = await save([bell(1, '08:00', '08:40'), bell(2, '08:30', '09:10')])
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toContain('第2节 08:30 上课，早于第1节下课的 08:40')
  expect((await save([bell(1, '08:10', '08:50')])).statusCode).toBe(200)
  expect((await timetable('liaison', '2023-11-06')).bells).toEqual([bell(1, '08:10', '08:50')])
  await save([])
  expect((await timetable('liaison', '2023-11-06')).ownBells).toBe(false)
})

test('the form to fill in is a workbook, and drafts that nobody took are cleared away after a day', async () => {
  const form = await asPerson(app, 'liaison').get(`/api/schools/${s1}/timetable/form.xlsx`)
  expect(form.headers['content-disposition']).toContain(encodeURIComponent('课表.xlsx'))
  const { draftId } = (await upload([one])).json()
  await systemOf({ ...app.parts, now: () => new Date(Date.now() + 2 * 86_400_000) }).inContext(clearDrafts)
  expect((await asPerson(app, 'liaison').post(`/api/timetable-drafts/${draftId}/take`)).statusCode).toBe(404)
})
