import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAfter } from '#shared/day.ts'
import type { Database } from '#platform/database/database.ts'
import { bookingDatabase } from '../../../test/booking-database.ts'
import { VENUES } from '../../../test/booking-world.ts'
import { PLACES } from '../../../test/cast.ts'
import { handCookie } from '../../../test/cover-world.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2 } = PLACES
const MONDAY = '2026-10-12'
const GUEST = '君莲居委会'
let now = new Date(`${MONDAY}T07:00:00+08:00`)
let database: Database
let app: App
beforeAll(async () => {
  database = await bookingDatabase()
  await openTo('所有人', VENUES.gym, VENUES.workshop)
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const openTo = (whom: '成员校' | '所有人', ...ids: string[]) =>
  database.transact('owner', (db) => db.updateTable('venues.venue').set({ openTo: whom }).where('id', 'in', ids).execute()) // prettier-ignore
const office = () => asPerson(app, 'office')
const host = () => asPerson(app, 'principal')
const teacher = () => asking(app, handCookie('near'))
const send = async (who: Asking, to: string, body: object) => {
  const reply = await who.post(to, body)
  return { status: reply.statusCode, ...reply.json() }
}
const time = { day: MONDAY, from: '14:00', until: '16:00' }
const request = (more: object) => ({
  lines: [{ venueId: VENUES.gym }],
  ...{ ...time, purpose: '邻里运动会', headCount: 40, guest: GUEST, ...more },
})
const book = (who: Asking, more: object = {}) => send(who, `/api/units/${c1}/bookings`, request(more))

test('a group from outside stands by its name wherever a school would', async () => {
  const { bookings, status } = await book(host())
  expect(status).toBe(200)
  const [{ id }] = bookings
  expect(bookings).toMatchObject([{ userSchoolId: null, userSchool: GUEST, status: '已定', can: ['cancel', 'move', 'host', 'link'] }]) // prettier-ignore
  const { lanes } = (await host().get(`/api/units/${c1}/venue-lanes?day=${MONDAY}`)).json()
  expect(JSON.stringify(lanes)).toContain(`${GUEST}：邻里运动会`)
  const { venues } = (await host().get(`/api/hosting?day=${MONDAY}`)).json()
  expect(JSON.stringify(venues)).toContain(`"user":"${GUEST}"`)
  const { path } = (await host().post('/api/my/feeds', { about: 'person' })).json()
  expect((await asking(app, undefined).get(path)).body).toContain(GUEST)
  await send(office(), `/api/bookings/${id}/cancel`, {})
})

test('the host hears of a group that the office sends', async () => {
  const { bookings } = await book(office())
  expect(JSON.stringify((await host().get('/api/notices')).json())).toContain(`${GUEST}预约了体育馆`)
  await send(host(), `/api/bookings/${bookings[0].id}/cancel`, {})
})

test.each([
  ['school and group', () => host(), { userSchoolId: s1 }, '使用学校和外来团体只能填一个，请去掉一个。'],
  ['neither', () => office(), { guest: ' ' }, '还没有写给谁用，请选使用的学校。'],
  ['no right', () => teacher(), {}, '外来团体用体育馆，由学区办或场馆所属学校的校长、联络员预约，请联系他们。'],
  ['no such venue', () => host(), { lines: [{ venueId: VENUES.workshop }] }, '外来团体用装配车间，由学区办或场馆所属学校的校长、联络员预约，请联系他们。'],
  ['members only', () => office(), { lines: [{ venueId: VENUES.hall }] }, '报告厅只对成员校开放，外来团体不能用；要给外来团体用，请先把它的开放对象改成“所有人”。'],
])('%s: one clear sentence, and nothing is held', async (_, who, more, title) => {
  expect(await book(who(), more)).toMatchObject({ status: 422, title })
  expect(await send(who(), `/api/units/${c1}/booking-looks`, request(more))).toMatchObject({ status: 422, title })
  expect(await send(who(), `/api/units/${c1}/waiting`, request(more))).toMatchObject({ status: 422, title })
  expect(await database.transact('owner', (db) => db.selectFrom('bookings.hold').selectAll().execute())).toEqual([])
}) // prettier-ignore

test('a name is at most forty signs long', async () => {
  expect(await book(office(), { guest: '会'.repeat(41) })).toMatchObject({ status: 400 })
})

test('a venue that asks first is asked for by the office, and its own head need not ask', async () => {
  await openTo('所有人', VENUES.hall)
  const lines = [{ venueId: VENUES.hall }]
  const [own, asked] = [await book(host(), { lines }), await book(office(), { lines, from: '17:00', until: '18:00' })]
  expect([own.bookings[0].status, asked.bookings[0].status]).toEqual(['已定', '待审'])
  const move = (venueId: string) => send(host(), `/api/bookings/${own.bookings[0].id}/move`, { ...time, venueId })
  await openTo('成员校', VENUES.gym)
  expect(await move(VENUES.gym)).toMatchObject({ status: 422, code: 'bookings.guestNotLet' })
  await openTo('所有人', VENUES.gym)
  expect(await move(VENUES.gym)).toMatchObject({ status: '已定', userSchool: GUEST })
})

test('a group waits in the line and moves up by its name', async () => {
  const when = { day: dayAfter(MONDAY, 1), from: '14:00', until: '16:00' }
  const first = await book(teacher(), { ...when, guest: undefined, userSchoolId: s2 })
  expect(await send(office(), `/api/units/${c1}/waiting`, request(when))).toMatchObject({ before: 0, guest: GUEST })
  await send(teacher(), `/api/bookings/${first.bookings[0].id}/cancel`, {})
  await app.jobs.settled()
  const { next } = (await office().get('/api/my/bookings')).json()
  expect(next.filter((one: { day: string }) => one.day === when.day)).toMatchObject([{ userSchool: GUEST, userSchoolId: null }]) // prettier-ignore
})

test('a quota of schools does not count a group', async () => {
  await send(host(), `/api/schools/${s1}/booking-quotas`, { quotas: [{ kind: '', span: '周', uses: 1 }] })
  for (const from of ['08:00', '10:00'])
    expect(await book(office(), { day: dayAfter(MONDAY, 2), from, until: `${from.slice(0, 2)}:30` })).toMatchObject({ status: 200 }) // prettier-ignore
})

test('at a partner’s venue the office alone knows of a group; who has the link checks in, and it is no sharing', async () => {
  const lines = [{ venueId: VENUES.workshop }]
  const { bookings } = await book(office(), { lines })
  const { id } = bookings[0]
  expect((await teacher().get(`/api/bookings/${id}`)).statusCode).toBe(404)
  await database.transact('owner', (db) => db.updateTable('bookings.booking').set({ accountId: null }).where('id', '=', id).execute()) // prettier-ignore
  const { path } = await send(office(), `/api/bookings/${id}/link`, {})
  const token = new URL(path, 'http://site').searchParams.get('t')!
  now = new Date(`${MONDAY}T14:05:00+08:00`)
  const { digits } = (await office().get(`/api/venues/${VENUES.workshop}/code`)).json()
  const visitor = asking(app, undefined)
  expect((await visitor.get(`/api/open/arrival?token=${token}`)).json()).toMatchObject({ arrival: { user: GUEST, guest: true } }) // prettier-ignore
  expect(await send(visitor, `/api/open/check-in?token=${token}`, { way: '备用码', digits, headCount: 35 })).toMatchObject({ state: 'now' }) // prettier-ignore
  expect(await send(office(), `/api/bookings/${id}/close`, {})).toMatchObject({ status: '已用' })
  const uses = (await office().get(`/api/units/${c1}/venue-use/rows?year=2026&counted=no`)).json()
  expect(uses.rows).toMatchObject([{ user: GUEST, headCount: 35, reason: '校外基地的场地' }])
})

test('a group at a school’s venue is told as what it is, and counts for nobody', async () => {
  const day = dayAfter(MONDAY, 3)
  now = new Date(`${day}T10:30:00+08:00`)
  const { bookings } = await book(host(), { day, from: '10:45', until: '12:00' })
  const { id } = bookings[0]
  await send(host(), `/api/bookings/${id}/arrival`, { came: true, headCount: 30 })
  now = new Date(`${day}T12:00:00+08:00`)
  await app.jobs.settled()
  const uses = (await office().get(`/api/units/${c1}/venue-use/rows?year=2026&counted=no`)).json()
  expect(uses.rows).toContainEqual(expect.objectContaining({ user: GUEST, reason: '外来团体使用', userSchoolId: null }))
  expect((await office().get(`/api/units/${c1}/venue-use/rows?year=2026`)).json().rows).toEqual([])
})
