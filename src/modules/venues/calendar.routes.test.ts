import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { insertHours } from '../../../test/booking-hours.ts'
import { insertBooking, insertVenues } from '../../../test/booking-world.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1 } = PLACES
const now = new Date('2026-10-12T07:00:00+08:00')
const url = `/api/units/${c1}/school-calendar`
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

const office = () => asPerson(app, 'office')
const read = async (person: 'office' | 'teacher' = 'office', query = '') =>
  (await asPerson(app, person).get(`${url}${query}`)).json()
const dayIn = (calendar: { months: { days: { day: string }[] }[] }, day: string) =>
  calendar.months.flatMap(({ days }) => days).find((one) => one.day === day)

test('six months are shown, and what is not out yet is said', async () => {
  const calendar = await read('teacher')
  expect(calendar.months.map(({ month }: { month: string }) => month)).toEqual(['2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03']) // prettier-ignore
  expect(calendar.months[3].unknown[0]).toContain('2027年的放假安排还没有公布')
  expect(dayIn(calendar, '2026-10-01')).toMatchObject({ kind: '节假日', special: false })
  expect(calendar).toMatchObject({ can: [], stranded: [], terms: [{ from: null }, { from: null }, {}, {}] })
  expect((await read('teacher', '?month=2025-09')).open[0]).toBeUndefined()
})

test('a day off leaves bookings outside of the hours: counted, listed, and not cancelled', async () => {
  const day = { day: '2026-10-16', kind: '节假日', words: '校庆' }
  expect((await asPerson(app, 'principal').post(`${url}/days`, day)).statusCode).toBe(403)
  expect((await office().post(`${url}/days`, day)).json()).toEqual({ clashes: 1 })
  const calendar = await read()
  expect(calendar.stranded).toMatchObject([{ venue: '体育馆', day: day.day, from: '14:00', until: '16:00' }])
  expect(calendar.stranded[0].why).toBe('10月16日（周五，校庆），当天不开放。')
  expect((await read('teacher')).stranded).toEqual([])
  expect(calendar.specials).toMatchObject([day])
  expect((await office().post(`${url}/days/undo`, { day: day.day })).json()).toEqual({ clashes: 0 })
  expect((await office().post(`${url}/days/undo`, { day: day.day })).statusCode).toBe(404)
})

test('a make-up Saturday follows the lessons of a weekday', async () => {
  const calendar = await read('office', '?month=2026-10')
  expect(dayIn(calendar, '2026-10-10')).toMatchObject({ kind: '上学日', weekday: null })
  await office().post(`${url}/days`, { day: '2026-10-24', kind: '上学日', follows: 3 })
  expect(dayIn(await read(), '2026-10-24')).toMatchObject({
    weekday: 3,
    words: '10月24日（周六，按周三上课）',
    special: true,
  })
})

test('a term is recorded with its source, within its year and before the other; taken back, it is unknown again', async () => {
  const first = { schoolYear: 2026, term: '上学期', from: '2026-09-01', until: '2026-10-14', source: '示例文件' }
  const second = { ...first, term: '下学期', from: '2026-10-14', until: '2027-06-30' }
  expect((await office().post(`${url}/terms`, { ...first, source: '' })).statusCode).toBe(400)
  const outside = await office().post(`${url}/terms`, { ...first, until: '2027-09-30' })
  expect(outside.json().facts.issues[0].path).toBe('until')
  expect((await office().post(`${url}/terms`, first)).json()).toEqual({ clashes: 0 })
  expect((await office().post(`${url}/terms`, second)).json()).toMatchObject({ code: 'venues.termsOverlap' })
  expect((await office().post(`${url}/terms`, { ...second, from: '2027-02-22' })).json()).toEqual({ clashes: 1 })
  expect(dayIn(await read(), '2026-10-16')).toMatchObject({ kind: '寒暑假' })
  expect((await read()).terms[0]).toEqual({ ...first, recorded: true })
  expect((await office().post(`${url}/terms/undo`, { schoolYear: 2026, term: '上学期' })).json()).toEqual({
    clashes: 0,
  })
})
