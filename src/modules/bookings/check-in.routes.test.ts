import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { GYM_AT, insertBooking, insertVenues, VENUES } from '../../../test/booking-world.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { handCookie, insertCoverWorld, type Hand } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { settleAllDue, watchArrival } from './use.actions.ts'

const { s1, s2, s3 } = PLACES
const MORNING = new Date('2023-10-16T08:00:00+08:00')
let now = MORNING
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  await insertVenues(database)
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

let day = 0
/** Each test has a day of its own, and a booking from 14:00 to 16:00. */
const at = (time: string, days = day) => new Date(new Date(`2023-10-16T${time}:00+08:00`).getTime() + days * 86_400_000)
beforeEach(() => {
  day += 1
  now = at('14:05')
})

async function book(more: Partial<Parameters<typeof insertBooking>[1]> = {}): Promise<string> {
  const id = newId()
  await database.transact('owner', (db) => insertBooking(db, { id, fromAt: at('14:00'), untilAt: at('16:00'), ...more })) // prettier-ignore
  return id
}
/** Each test comes from an address of its own: what a minute lets in is counted by address. */
const hand = (who: Hand) => asking(app, handCookie(who), `10.0.0.${day}`)
const visitor = () => asking(app, undefined, `10.0.0.${day}`)
const host = () => asPerson(app, 'principal')
const post = async (who: ReturnType<typeof hand>, url: string, body: object) => {
  const reply = await who.post(url, body)
  return { status: reply.statusCode, ...reply.json() }
}
const counts = { headCount: 38, classes: '四（1）班' }
const codeAt = async (when: Date, venue: keyof typeof VENUES = 'gym') => {
  const back = now
  now = when
  const shown = (await host().get(`/api/venues/${VENUES[venue]}/code`)).json()
  now = back
  const search = new URL(shown.path, 'http://site').searchParams
  return { shown, scan: { way: '二维码', venueId: search.get('v'), code: search.get('c') } }
}
const sent = (cameAt = now, sentAt = now) => ({ cameAt: cameAt.toISOString(), sentAt: sentAt.toISOString() })
const checkIn = (id: string, body: object, who: Hand = 'near') =>
  post(hand(who), `/api/bookings/${id}/check-in`, { ...counts, ...body })
const position = (metres: number, accuracy: number) => ({ way: '定位', longitude: GYM_AT.longitude, latitude: GYM_AT.latitude + metres / 111_195, accuracy }) // prettier-ignore

const rows = (id: string) =>
  database.transact('owner', async (db) => ({
    booking: await db.selectFrom('bookings.booking').select('status').where('id', '=', id).executeTakeFirstOrThrow(),
    checkIns: await db.selectFrom('bookings.checkIn').selectAll().where('bookingId', '=', id).execute(),
    holds: await db.selectFrom('bookings.hold').select('bookingId').where('bookingId', '=', id).execute(),
    uses: await db.selectFrom('venues.venueUse').selectAll().where('rowKey', '=', `booking:${id}`).execute(),
  }))
const stale = () =>
  database.transact('owner', (db) =>
    db.selectFrom('platform.stale').selectAll().where('source', '=', 'venues.uses').execute(),
  )

test('the code at the door lets in whoever booked, and a colleague; the second is told who was first', async () => {
  const id = await book()
  const { scan } = await codeAt(now)
  expect(await checkIn(id, { ...scan, ...sent() })).toMatchObject({ status: 200, state: 'now', clockOff: null, checkIn: { way: '二维码', byName: 'near', headCount: 38 } }) // prettier-ignore
  now = at('14:06')
  const second = await checkIn(id, { ...scan, ...sent(), headCount: 99 }, 'free')
  expect(second).toMatchObject({ status: 200, state: 'before', checkIn: { byName: 'near', headCount: 38 } })
  expect(new Date(second.checkIn.cameAt)).toEqual(at('14:05'))
  expect((await rows(id)).checkIns).toHaveLength(1)
})

test('two at the same moment make one row', async () => {
  const id = await book()
  const { scan } = await codeAt(now)
  const all = await Promise.all(['near', 'free', 'near'].map((who) => checkIn(id, { ...scan, ...sent() }, who as Hand)))
  expect(all.map(({ state }) => state).sort()).toEqual(['before', 'before', 'now'])
  expect((await rows(id)).checkIns).toHaveLength(1)
})

test('a code that was photographed is expired two minutes later', async () => {
  const id = await book()
  const { scan } = await codeAt(at('14:00'))
  expect(await checkIn(id, { ...scan, ...sent() })).toMatchObject({ status: 409, facts: { verdict: 'expired' }, title: '这个码已过期，请扫现场正在显示的码，或向场馆要新的备用码。' }) // prettier-ignore
  expect((await rows(id)).checkIns).toEqual([])
})

test('a code that nobody here made is forged, and one of another venue is told as that', async () => {
  const id = await book()
  const { scan } = await codeAt(now)
  const forged = { ...scan, code: `${scan.code!.split('.')[0]}.AAAAAAAAAAAAAA` }
  expect(await checkIn(id, { ...forged, ...sent() })).toMatchObject({ status: 409, facts: { verdict: 'forged' } })
  const other = await codeAt(now, 'hall')
  expect(await checkIn(id, { ...other.scan, ...sent() })).toMatchObject({ status: 409, title: '这不是本场地的码，请核对地点后再扫。' }) // prettier-ignore
  expect((await rows(id)).checkIns).toEqual([])
})

test('a phone at the place checks in by position; one that is far, weak or without a place on the map does not', async () => {
  const id = await book()
  expect(await checkIn(id, position(1200, 20))).toMatchObject({ status: 409, facts: { verdict: 'far' } })
  expect(await checkIn(id, position(10, 400))).toMatchObject({ status: 409, title: '定位信号弱（误差约 400 米），请扫现场二维码或向场馆要备用码。' }) // prettier-ignore
  expect(await checkIn(await book({ venue: 'hall' }), position(0, 5))).toMatchObject({ status: 409, facts: { verdict: 'unplaced' } }) // prettier-ignore
  expect((await rows(id)).checkIns).toEqual([])
  expect(await checkIn(id, position(90, 30))).toMatchObject({ status: 200, state: 'now' })
  expect((await rows(id)).checkIns).toMatchObject([{ way: '定位', distanceM: 90, accuracyM: 30 }])
})

test('a phone that reports GCJ-02 is at the place too, and one that is far by both readings is not', async () => {
  const id = await book()
  const there = { way: '定位', longitude: 121.404637, latitude: 31.068081, accuracy: 20 }
  expect(await checkIn(id, { ...there, latitude: there.latitude + 0.02 })).toMatchObject({ status: 409, facts: { verdict: 'far' } }) // prettier-ignore
  expect(await checkIn(id, there)).toMatchObject({ status: 200, state: 'now' })
  const { checkIns } = await rows(id)
  expect(checkIns).toHaveLength(1)
  expect(checkIns[0]!.distanceM).toBeLessThan(30)
})

test('the digits that the host tells let in for some minutes, wrong ones do not', async () => {
  const id = await book()
  const { shown } = await codeAt(now)
  const wrong = String((Number(shown.digits) + 1) % 1_000_000).padStart(6, '0')
  expect(await checkIn(id, { way: '备用码', digits: wrong })).toMatchObject({ status: 409, title: '备用码不对，或已过期，请向场馆要新的备用码。' }) // prettier-ignore
  now = at('14:21')
  expect(await checkIn(id, { way: '备用码', digits: shown.digits })).toMatchObject({ status: 409 })
  now = at('14:09')
  expect(await checkIn(id, { way: '备用码', digits: shown.digits })).toMatchObject({ status: 200, state: 'now' })
})

test('a scan that a phone kept is believed later, at its own time, though the time was given back meanwhile', async () => {
  const id = await book()
  const { scan } = await codeAt(at('14:05'))
  now = at('15:00')
  await app.jobs.settled()
  await host().post(`/api/bookings/${id}/arrival`, { came: false })
  expect((await rows(id)).booking.status).toBe('未到')
  const kept = await checkIn(id, { ...scan, ...sent(at('14:05')) })
  expect(kept).toMatchObject({ status: 200, state: 'now', clockOff: null })
  const { checkIns, booking, uses } = await rows(id)
  expect(checkIns).toMatchObject([{ cameAt: at('14:05'), receivedAt: at('15:00') }])
  expect(booking.status).toBe('已用')
  expect(uses).toHaveLength(1)
  expect(await checkIn(id, { ...scan, ...sent(at('14:05')) })).toMatchObject({ state: 'before' })
})

test('a phone whose clock is wrong is told so, and its scan counts by the server’s clock', async () => {
  const id = await book()
  const { scan } = await codeAt(at('14:05'))
  now = at('15:00')
  const [cameAt, sentAt] = [at('14:17'), at('15:12')]
  expect(await checkIn(id, { ...scan, ...sent(cameAt, sentAt) })).toMatchObject({ status: 200, clockOff: 12 })
  expect((await rows(id)).checkIns).toMatchObject([{ cameAt: at('14:05') }])
})

test('a kept scan is not believed after a day, nor where its time is not that of its code', async () => {
  const id = await book()
  const { scan } = await codeAt(at('14:05'))
  now = at('15:30')
  expect(await checkIn(id, { ...scan, ...sent(at('14:45')) })).toMatchObject({ status: 409, code: 'bookings.clockWrong', title: expect.stringContaining('相差约 40 分钟') }) // prettier-ignore
  now = at('14:06', day + 1)
  expect(await checkIn(id, { ...scan, ...sent(at('14:05')) })).toMatchObject({ status: 409, code: 'bookings.heldTooLong' }) // prettier-ignore
  expect((await rows(id)).checkIns).toEqual([])
})

test('two phones that kept the same scan make one row; one that was scanned after the end makes none', async () => {
  const id = await book()
  const { scan } = await codeAt(at('14:05'))
  now = at('15:00')
  expect(await checkIn(id, { ...scan, ...sent(at('14:05')) })).toMatchObject({ state: 'now' })
  expect(await checkIn(id, { ...scan, ...sent(at('14:05')) }, 'free')).toMatchObject({ state: 'before' })
  expect((await rows(id)).checkIns).toMatchObject([{ byName: 'near' }])
  const other = await book({ venue: 'hall' })
  const late = await codeAt(at('16:10'), 'hall')
  now = at('18:00')
  const reply = await checkIn(other, { ...late.scan, ...sent(at('16:10')) })
  expect(reply).toMatchObject({ status: 409, code: 'bookings.tooLate' })
  expect((await rows(other)).checkIns).toEqual([])
})

test.each([
  ['13:20', '已定', '还没到签到时间'],
  ['16:10', '已定', '结束，不能再签到'],
  ['14:05', '待审', '还在等场馆审核'],
  ['14:05', '已取消', '已取消'],
] as const)('at %s a booking that is %s is not checked in to: %s', async (time, status, words) => {
  const id = await book({ status })
  now = at(time)
  const { scan } = await codeAt(now)
  const reply = await checkIn(id, { ...scan, ...sent() })
  expect(reply).toMatchObject({ status: 409 })
  expect(reply.title).toContain(words)
  expect((await rows(id)).checkIns).toEqual([])
})

test('another school’s booking is nobody’s to check in to; the code is the host’s alone', async () => {
  const id = await book({ userSchoolId: s3 })
  const { scan } = await codeAt(now)
  expect(await checkIn(id, { ...scan, ...sent() })).toMatchObject({ status: 403 })
  expect((await asPerson(app, 'outsider').get(`/api/bookings/${id}/arrival`)).statusCode).toBe(404)
  expect((await hand('near').get(`/api/venues/${VENUES.gym}/code`)).statusCode).toBe(403)
  expect((await rows(id)).checkIns).toEqual([])
})

test('who scans is shown what they can check in to there', async () => {
  const id = await book()
  const found = async (who: Hand) =>
    (await hand(who).get(`/api/venues/${VENUES.gym}/arrivals?at=${now.toISOString()}`)).json()
  expect(await found('free')).toMatchObject({ venue: '体育馆', arrivals: [{ id, can: expect.arrayContaining(['checkIn']) }] }) // prettier-ignore
  expect((await found('own')).arrivals).toEqual([])
  const mine = (await hand('near').get('/api/arrivals')).json()
  expect(mine.arrivals.map((one: { id: string }) => one.id)).toContain(id)
})

test('the host says who came, closes, and the use counts for its school', async () => {
  const id = await book()
  const say = (body: object) => post(host(), `/api/bookings/${id}/arrival`, body)
  expect(await post(host(), `/api/bookings/${id}/close`, {})).toMatchObject({ status: 409, code: 'bookings.notCheckedIn' }) // prettier-ignore
  expect(await say({ came: true, headCount: 0 })).toMatchObject({ status: 400 })
  expect(await say({ came: true, ...counts })).toMatchObject({ status: '已定', checkIn: { way: '现场登记', headCount: 38 } }) // prettier-ignore
  expect(await say({ came: false })).toMatchObject({ status: 409, code: 'bookings.cameAlready' })
  expect(await post(host(), `/api/bookings/${id}/close`, {})).toMatchObject({ status: '已用' })
  const { uses, holds } = await rows(id)
  expect(uses).toMatchObject([
    { schoolId: s1, userSchoolId: s2, venueKind: '体育场馆', headCount: 38, schoolYear: 2023 },
  ])
  expect(holds).toHaveLength(1)
  expect(await stale()).toEqual(expect.arrayContaining([expect.objectContaining({ schoolId: s1, schoolYear: 2023 })]))
  expect((await hand('near').post(`/api/bookings/${id}/arrival`, { came: false })).statusCode).toBe(403)
})

test('at its end a use counts by itself, once', async () => {
  const id = await book()
  const { scan } = await codeAt(now)
  await checkIn(id, { ...scan, ...sent() })
  now = at('15:59')
  await app.jobs.settled()
  expect((await rows(id)).booking.status).toBe('已定')
  now = at('16:00')
  await app.jobs.settled()
  await app.jobs.settled()
  const { booking, uses } = await rows(id)
  expect(booking.status).toBe('已用')
  expect(uses).toHaveLength(1)
})

test('own use is on record too, and not counted', async () => {
  const id = await book({ userSchoolId: s1 })
  await post(host(), `/api/bookings/${id}/arrival`, { came: true, ...counts })
  await post(host(), `/api/bookings/${id}/close`, {})
  expect((await rows(id)).uses).toMatchObject([{ schoolId: s1, userSchoolId: s1 }])
})

test('a partner’s venue is hosted by the office, and stands in no school’s ledger', async () => {
  const id = await book({ venue: 'workshop' })
  const office = asPerson(app, 'office')
  expect((await host().post(`/api/bookings/${id}/arrival`, { came: true, ...counts })).statusCode).toBe(403)
  expect(await post(office, `/api/bookings/${id}/arrival`, { came: true, ...counts })).toMatchObject({ status: '已定' })
  expect(await post(office, `/api/bookings/${id}/close`, {})).toMatchObject({ status: '已用' })
  expect((await rows(id)).uses).toEqual([])
  const { venues } = (await office.get(`/api/hosting?day=${at('00:00').toISOString().slice(0, 10)}`)).json()
  expect(venues.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['装配车间', '体育馆']))
})

test('whoever has the signed link checks in without an account, tells how it was, and sees no name', async () => {
  const id = await book({ userSchoolId: null })
  const link = await post(host(), `/api/bookings/${id}/link`, {})
  const token = new URL(link.path, 'http://site').searchParams.get('t')!
  const guest = visitor()
  const { scan } = await codeAt(now)
  expect((await guest.get(`/api/open/arrival?token=${token}`)).json()).toMatchObject({ arrival: { user: '外来团体', bookedBy: '', can: ['checkIn'] } }) // prettier-ignore
  const reviewed = { rating: 5, again: '愿意', remark: '场地很好' }
  expect(await post(guest, `/api/open/review?token=${token}`, reviewed)).toMatchObject({ status: 409 })
  expect(await post(guest, `/api/open/check-in?token=${token}`, { ...scan, ...sent(), ...counts })).toMatchObject({ status: 200, state: 'now', checkIn: { byName: '凭签到链接' } }) // prettier-ignore
  expect(await post(guest, `/api/open/review?token=${token}`, reviewed)).toMatchObject({ status: 200 })
  expect((await rows(id)).checkIns).toMatchObject([{ accountId: null, rating: 5, again: '愿意', remark: '场地很好' }])
  const changed = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
  expect((await guest.get(`/api/open/arrival?token=${changed}`)).json()).toMatchObject({ status: 409, title: '这个签到链接已过期或不完整，请向预约的人要新的链接。' }) // prettier-ignore
  now = at('16:01', day + 7)
  expect((await guest.get(`/api/open/arrival?token=${token}`)).json()).toMatchObject({ status: 409 })
})

test('a signed link opens its one booking and nothing else', async () => {
  const [id, other] = [await book({ userSchoolId: null }), await book({ venue: 'hall', userSchoolId: null })]
  const token = async (of: string) => new URL((await post(host(), `/api/bookings/${of}/link`, {})).path, 'http://site').searchParams.get('t')! // prettier-ignore
  const guest = visitor()
  const { scan } = await codeAt(now)
  const byOther = await post(guest, `/api/open/check-in?token=${await token(other)}`, { ...scan, ...sent(), ...counts })
  expect(byOther).toMatchObject({ status: 409, title: '这不是本场地的码，请核对地点后再扫。' })
  const mine = `token=${await token(id)}`
  const deeds = {
    ...{ 'check-in': { ...scan, ...sent(), ...counts }, arrival: { came: false }, close: {}, link: {}, cancel: {} },
    ...{ review: { rating: 5, again: '愿意' }, move: { day: '2023-11-01', from: '14:00', until: '15:00' } },
    decide: { accept: true },
  }
  for (const [deed, body] of Object.entries(deeds))
    expect((await guest.post(`/api/bookings/${id}/${deed}?${mine}`, body)).statusCode, deed).toBe(401)
  for (const page of [
    `bookings/${id}`,
    `bookings/${id}/arrival`,
    `venues/${VENUES.gym}/code`,
    'my/bookings',
    'arrivals',
  ])
    expect((await guest.get(`/api/${page}?${mine}`)).statusCode).toBe(401)
  expect((await rows(id)).checkIns).toEqual([])
})

test('after use the booker answers two questions, and a rating out of range is told', async () => {
  const id = await book()
  const { scan } = await codeAt(now)
  expect(await post(hand('near'), `/api/bookings/${id}/review`, { rating: 4, again: '愿意' })).toMatchObject({ status: 409 }) // prettier-ignore
  await checkIn(id, { ...scan, ...sent() })
  expect(await post(hand('near'), `/api/bookings/${id}/review`, { rating: 6, again: '愿意' })).toMatchObject({ status: 400 }) // prettier-ignore
  expect(await post(hand('near'), `/api/bookings/${id}/review`, { rating: 4, again: '愿意' })).toMatchObject({ status: 200 }) // prettier-ignore
})

test('when nobody has come a quarter of an hour after its beginning, the time is free and the booker is told', async () => {
  const id = await book()
  const when = { fromAt: at('14:00'), untilAt: at('16:00'), releaseMinutes: 15 }
  const booking = { districtId: PLACES.districtA, id, status: '已定' as const, ...when }
  await systemOf(app.parts).inContext((ctx) => watchArrival(ctx, booking))
  now = at('14:14')
  await app.jobs.settled()
  expect((await rows(id)).booking.status).toBe('已定')
  now = at('14:15')
  await app.jobs.settled()
  expect(await rows(id)).toMatchObject({ booking: { status: '未到' }, holds: [], uses: [] })
  const { notices } = (await hand('near').get('/api/notices')).json()
  const told = notices.filter(({ title }: { title: string }) => title === '体育馆的预约没有人签到，场地已让出')
  expect(told.length).toBeGreaterThan(0)
})

test('what was missed while the house was shut is settled at the next hour', async () => {
  const id = await book()
  now = at('18:00')
  await systemOf(app.parts).inContext(settleAllDue)
  expect((await rows(id)).booking.status).toBe('未到')
  await post(host(), `/api/bookings/${id}/arrival`, { came: true, ...counts })
  expect(await rows(id)).toMatchObject({ booking: { status: '已用' }, checkIns: [{ cameAt: at('14:00') }], uses: [{}] })
})
