import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { bookingDatabase } from '../../../test/booking-database.ts'
import { GYM_AT, VENUES } from '../../../test/booking-world.ts'
import { PLACES } from '../../../test/cast.ts'
import { HANDS, handCookie } from '../../../test/cover-world.ts'
import { DUTIES, DUTY_DAY, insertDuties } from '../../../test/duties-world.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, districtA: districtId } = PLACES
const now = new Date('2026-10-12T07:00:00+08:00')
const { union: UNION, event: EVENT, course: COURSE, session: SESSION, gap: GAP } = DUTIES
const at = (time: string) => new Date(`${DUTY_DAY}T${time}:00+08:00`)

let database: Database
let app: App
beforeAll(async () => {
  database = await bookingDatabase()
  await database.transact('owner', insertDuties)
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const teacher = () => asking(app, handCookie('near'))
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
const shown = (text: string) =>
  eventsOf(text).map(({ uid, summary, location, startDate }) => [uid.replace('@yanzhen', ''), summary, location, startDate.toJSDate().toISOString()]) // prettier-ignore
const calendar = (about: string, subjectId: string | number) => `/api/calendars/${about}/${subjectId}/calendar.ics`

const lesson = [GAP, '代课：七（1）班数学', '春申中学', '2026-10-14T01:50:00.000Z']
const event = [EVENT, '公开教学：识字', '春申中学 三楼录播室', '2026-10-14T05:00:00.000Z']
const session = [SESSION, '研修：命题研究', '礼堂', '2026-10-14T08:00:00.000Z']

test('a person has one address for all duties, and it names nobody', async () => {
  const request = { lines: [{ venueId: VENUES.gym }], day: '2026-10-13', from: '14:00', until: '16:00', purpose: '篮球训练', headCount: 40 } // prettier-ignore
  const [booking] = (await teacher().post(`/api/units/${c1}/bookings`, request)).json().bookings
  const { path } = (await teacher().post('/api/my/feeds', { about: 'person' })).json()
  const { body } = await asking(app).get(path)
  expect(shown(body)).toEqual([
    [booking.id, '体育馆：篮球训练', '春申中学', '2026-10-13T06:00:00.000Z'],
    lesson,
    event,
    session,
  ])
  expect(body).not.toMatch(/某人|某专家/)
  const { entries } = (await teacher().get('/api/my/calendar')).json()
  expect(entries.map(({ title }: { title: string }) => title)).toEqual(shown(body).map(([, title]) => title))
})

test('nobody else has them, and what is due is in the calendar as a day', async () => {
  expect((await asking(app, handCookie('free')).get('/api/my/calendar')).json()).toEqual({ entries: [] })
  await database.transact(
    'owner',
    (db) =>
    db.updateTable('teachingResearch.event').set({ fromAt: new Date('2026-10-10T05:00:00Z'), untilAt: new Date('2026-10-10T07:00:00Z') }).where('id', '=', EVENT).execute(), // prettier-ignore
  )
  await database.transact(
    'owner',
    (db) =>
    db.insertInto('teachingResearch.unionConvenor').values({ districtId, id: '00000000-0000-7000-9700-000000000008', unionId: UNION, teacherDistrictId: districtId, teacherId: HANDS.free, schoolId: s2, fromDay: '2023-09-01' }).execute(), // prettier-ignore
  )
  const { path } = (await asking(app, handCookie('free')).post('/api/my/feeds', { about: 'person' })).json()
  const { body } = await asking(app).get(path)
  expect(body).toContain('DTSTART;VALUE=DATE:20261017')
  expect(eventsOf(body).map(({ summary }) => summary)).toContain('截止：教研活动纪要（语文联合体）')
  await database.transact(
    'owner',
    (db) =>
    db.updateTable('teachingResearch.event').set({ fromAt: at('13:00'), untilAt: at('15:00') }).where('id', '=', EVENT).execute(), // prettier-ignore
  )
})

test('one’s own says where to go, as far as that is known', async () => {
  const place = { address: '春申路1号', longitude: 121.41, latitude: 31.06 }
  await database.transact('owner', (db) =>
    db.updateTable('organizations.unit').set(place).where('kind', '=', 'school').execute(),
  )
  const { entries } = (await teacher().get('/api/my/calendar')).json()
  const spots = new Map(entries.map(({ title, spot }: { title: string; spot: object | null }) => [title, spot]))
  expect(spots.get('体育馆：篮球训练')).toMatchObject(GYM_AT)
  expect(spots.get('代课：七（1）班数学')).toEqual({ name: '春申中学', ...place })
  expect(spots.get('公开教学：识字')).toMatchObject(place)
  expect(spots.get('研修：命题研究')).toBeNull()
})

test.each([
  ['union', UNION, [event]],
  ['training', COURSE, [session]],
  ['cluster', c1, [event, session]],
  ['school', s1, [event]],
] as const)('the calendar of a %s is a file, and an address', async (about, subjectId, expected) => {
  const office = asPerson(app, 'office')
  const reply = await office.get(calendar(about, subjectId))
  expect(shown(reply.body).filter(([uid]) => !uid!.startsWith('01'))).toEqual(expected)
  expect((await office.post('/api/my/feeds', { about, subjectId: String(subjectId) })).statusCode).toBe(200)
  expect((await asPerson(app, 'outsider').get(calendar(about, subjectId))).statusCode).toBe(404)
})

test('what is called off stays in it for a while, called off', async () => {
  await database.transact(
    'owner',
    (db) =>
    db.updateTable('teachingResearch.event').set({ status: '已取消', cancelledWhy: '改期' }).where('id', '=', EVENT).execute(), // prettier-ignore
  )
  const [one] = eventsOf((await asPerson(app, 'office').get(calendar('union', UNION))).body)
  expect(one!.component.getFirstPropertyValue('status')).toBe('CANCELLED')
})

test('of what no module knows there is no calendar', async () => {
  for (const about of ['constructor', 'moon'])
    expect((await teacher().get(calendar(about, UNION))).statusCode).toBe(404)
  for (const about of ['union', 'training', 'venue', 'cluster'])
    expect((await teacher().get(calendar(about, 'moon'))).statusCode).toBe(404)
})
