import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CellValue } from '#platform/sheet/table.ts'
import { workbookBuffer } from '#platform/sheet/write.ts'
import type { Database } from '#platform/database/database.ts'
import { insertHours } from '../../../test/booking-hours.ts'
import { insertBooking, insertVenues, VENUES } from '../../../test/booking-world.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { s1 } = PLACES
const now = new Date('2026-10-12T07:00:00+08:00')
const url = `/api/venues/${VENUES.gym}/lessons`
const span = { fromDay: '2026-10-12', untilDay: '2027-01-22' }
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertVenues(database)
  await insertHours(database)
  const at = (time: string) => new Date(`2026-10-16T${time}:00+08:00`)
  const id = '00000000-0000-7000-9430-000000000001'
  await database.transact('owner', (db) => insertBooking(db, { id, fromAt: at('14:00'), untilAt: at('16:00') }))
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const principal = () => asPerson(app, 'principal')
const lesson = (weekday: number, fromTime: string, untilTime: string) => ({ weekday, fromTime, untilTime })
const kept = () => database.transact('owner', (db) => db.selectFrom('venues.lesson').selectAll().where('venueId', '=', VENUES.gym).orderBy('fromDay').orderBy('weekday').execute()) // prettier-ignore

test('what holds is shown with the periods of the school and the rest of the term', async () => {
  const read = (await principal().get(url)).json()
  expect(read).toMatchObject({ fromDay: '2026-10-12', untilDay: '2027-01-31' })
  expect(read.lessons).toMatchObject([{ weekday: 4, fromTime: '08:50', what: '体育 七（2）班' }])
  expect(read.bells[0]).toEqual({ period: 1, fromTime: '08:00', untilTime: '08:40' })
})

test('lessons stand in place of those before, go before bookings, and say which they meet', async () => {
  const backwards = await principal().post(url, { ...span, lessons: [lesson(5, '15:00', '14:20')] })
  expect(backwards.json().facts.issues[0].path).toBe('lessons')
  expect((await principal().post(url, { ...span, untilDay: '2026-10-11', lessons: [] })).statusCode).toBe(400)
  const reply = await principal().post(url, { ...span, lessons: [lesson(5, '14:20', '15:00')] })
  expect(reply.json()).toEqual({ clashes: 1 })
  expect(
    (await kept()).map(({ weekday, fromDay, untilDay, weekOne }) => [weekday, fromDay, untilDay, weekOne]),
  ).toEqual([
    [4, '2026-09-01', '2026-10-11', '2026-08-31'],
    [5, '2026-10-12', '2027-01-22', '2026-08-31'],
  ])
  const venue = (await principal().get(`/api/venues/${VENUES.gym}`)).json()
  expect(venue.stranded[0].why).toBe('14:20–15:00 已被占用：本校上课。')
})

const HEAD = ['场馆', '星期', '开始', '结束', '周次', '内容']
async function upload(rows: CellValue[][], take = '') {
  const columns = HEAD.map((title) => ({ title }))
  const content = await workbookBuffer([{ name: '课表', columns, rows }])
  const query = new URLSearchParams({ ...span, ...(take && { take }) }).toString()
  const reply = await principal().upload(`/api/schools/${s1}/venue-lessons?${query}`, { name: '课表.xlsx', content })
  return { status: reply.statusCode, ...reply.json() }
}

test('a workbook is read first, and taken only if every cell is right', async () => {
  const wrong = await upload(
    [
      ['体育馆', '周一', '8:00', '8:40', null, null],
      ['体育馆', '周一', '早上', '8:40', null, null],
    ],
    'yes',
  )
  expect(wrong).toMatchObject({ lessons: 1, taken: false, faults: [{ at: 'C3' }] })
  expect(await kept()).toHaveLength(2)
  const right = [
    ['体育馆', '周五', '15:10', '15:50', '单周', '体育 七（1）班'],
    ['报告厅', null, null, null, null, null],
  ]
  expect(await upload(right)).toMatchObject({ lessons: 1, venues: ['体育馆'], faults: [], taken: false })
  expect(await upload(right, 'yes')).toMatchObject({ taken: true, stranded: [{ venue: '体育馆', from: '14:00' }] })
  expect((await kept()).at(-1)).toMatchObject({ weekday: 5, fromTime: '15:10', weeks: '单周', what: '体育 七（1）班' })
  expect(await kept()).toHaveLength(2)
  expect(await upload([])).toMatchObject({ status: 422, code: 'venues.noLessons' })
})

test('the form has the venues of the school', async () => {
  const reply = await principal().get(`/api/schools/${s1}/venue-lessons/form.xlsx`)
  expect(reply.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect((await asPerson(app, 'teacher').get(`/api/schools/${s1}/venue-lessons/form.xlsx`)).statusCode).toBe(403)
})
