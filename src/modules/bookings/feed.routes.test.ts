import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { bookingDatabase } from '../../../test/booking-database.ts'
import { VENUES } from '../../../test/booking-world.ts'
import { PLACES } from '../../../test/cast.ts'
import { handAccount, handCookie } from '../../../test/cover-world.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, s5 } = PLACES
const now = new Date('2026-10-12T07:00:00+08:00')
let database: Database
let app: App
beforeAll(async () => {
  database = await bookingDatabase()
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const teacher = () => asking(app, handCookie('near'))
const visitor = () => asking(app)
const book = async (more: object = {}) => {
  const request = { lines: [{ venueId: VENUES.gym }], day: '2026-10-13', from: '14:00', until: '16:00', purpose: '篮球训练', headCount: 40, phone: '54321', ...more } // prettier-ignore
  return (await teacher().post(`/api/units/${c1}/bookings`, request)).json().bookings[0]
}
const make = async (body: object, who = teacher()) => (await who.post('/api/my/feeds', body)).json().path as string
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
const read = async (path: string) => {
  const reply = await visitor().get(path)
  return { status: reply.statusCode, type: String(reply.headers['content-type']), text: reply.body }
}

test('whoever has the address reads the calendar: the right instants, no name, no telephone', async () => {
  const booking = await book()
  const path = await make({ about: 'person' })
  const { status, type, text } = await read(path)
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(text).not.toMatch(/54321|near/)
  const [event] = eventsOf(text)
  expect(event).toMatchObject({
    uid: `${booking.id}@yanzhen`,
    summary: '体育馆：篮球训练',
    location: '春申中学',
    sequence: 0,
  })
  expect(event!.startDate.toJSDate().toISOString()).toBe('2026-10-13T06:00:00.000Z')
  expect(event!.endDate.toJSDate().toISOString()).toBe('2026-10-13T08:00:00.000Z')
})

test('a moved booking is the same event, a cancelled one is taken away', async () => {
  const booking = await book({ day: '2026-10-20' })
  await teacher().post(`/api/bookings/${booking.id}/move`, { day: '2026-10-20', from: '17:00', until: '18:00' })
  const path = await make({ about: 'venue', subjectId: VENUES.gym })
  const event = async () => eventsOf((await read(path)).text).find(({ uid }) => uid.startsWith(booking.id))!
  expect(await event()).toMatchObject({ sequence: 1 })
  expect((await event()).startDate.toJSDate().toISOString()).toBe('2026-10-20T09:00:00.000Z')
  await teacher().post(`/api/bookings/${booking.id}/cancel`, {})
  expect((await event()).component.getFirstPropertyValue('status')).toBe('CANCELLED')
})

test('a school reads both sides: what it uses, and who comes', async () => {
  await book({ day: '2026-10-27' })
  for (const schoolId of [s1, s2])
    expect((await read(await make({ about: 'school', subjectId: String(schoolId) }))).text).toContain('篮球训练')
})

test('an address made anew takes the place of the old, and one that was given up is gone', async () => {
  const first = await make({ about: 'school', subjectId: String(s2) })
  const second = await make({ about: 'school', subjectId: String(s2) })
  expect((await read(first)).status).toBe(404)
  expect((await read(second)).status).toBe(200)
  const { feeds } = (await teacher().get('/api/my/feeds')).json()
  const { id } = feeds.find(({ subjectId }: { subjectId: string }) => subjectId === String(s2))
  expect((await asPerson(app, 'office').del(`/api/my/feeds/${id}`)).statusCode).toBe(404)
  expect((await teacher().del(`/api/my/feeds/${id}`)).statusCode).toBe(200)
  expect((await read(second)).status).toBe(404)
})

test('of what one may not see there is no calendar, and none is left to those who have gone', async () => {
  expect((await teacher().post('/api/my/feeds', { about: 'school', subjectId: String(s5) })).statusCode).toBe(404)
  expect((await asPerson(app, 'outsider').post('/api/my/feeds', { about: 'venue', subjectId: VENUES.gym })).statusCode).toBe(404) // prettier-ignore
  const path = await make({ about: 'venue', subjectId: VENUES.gym })
  await database.transact('owner', (db) =>
    db
      .updateTable('identity.grant')
      .set({ untilDay: '2026-10-01' })
      .where('accountId', '=', handAccount('near'))
      .execute(),
  )
  expect((await read(path)).status).toBe(404)
  expect((await read('/api/feeds/nobody-made-this-address/calendar.ics')).status).toBe(404)
})
