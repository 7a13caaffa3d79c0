import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAfter } from '#shared/day.ts'
import type { Database } from '#platform/database/database.ts'
import { bookingDatabase } from '../../../test/booking-database.ts'
import { THINGS } from '../../../test/booking-hours.ts'
import { VENUES } from '../../../test/booking-world.ts'
import { PLACES } from '../../../test/cast.ts'
import { handCookie } from '../../../test/cover-world.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import type { Booking } from './booking.contract.ts'

const { c1, s1, s2, s3 } = PLACES
const MONDAY = '2026-10-12'
let now = new Date(`${MONDAY}T07:00:00+08:00`)
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
const host = () => asPerson(app, 'principal')
const office = () => asPerson(app, 'office')
const url = `/api/units/${c1}/bookings`
const request = (more: object = {}) => ({
  lines: [{ venueId: VENUES.gym }],
  day: MONDAY,
  from: '14:00',
  until: '16:00',
  purpose: '篮球训练',
  headCount: 40,
  ...more,
})
const send = async (who: Asking, to: string, body: object) => {
  const reply = await who.post(to, body)
  return { status: reply.statusCode, ...reply.json() }
}
const book = (more: object = {}, who = teacher()) => send(who, url, request(more))
const booked = async (more: object = {}, who = teacher()): Promise<Booking> => {
  const reply = await book(more, who)
  expect(reply, JSON.stringify(reply)).toMatchObject({ status: 200 })
  return reply.bookings[0]
}
let weeks = 0
/** A Monday that no other test uses. */
const freshMonday = () => dayAfter(MONDAY, 7 * (weeks += 1))
const holds = () => database.transact('owner', (db) => db.selectFrom('bookings.hold').selectAll().execute())
const notices = async (who: Asking) => JSON.stringify((await who.get('/api/notices')).json())

test('a teacher books for the own school, the host is told, and nobody has the time twice', async () => {
  const booking = await booked()
  expect(booking).toMatchObject({ venue: '体育馆', provider: '春申中学', userSchoolId: s2, status: '已定', mine: true, day: MONDAY, from: '14:00', until: '16:00', can: ['cancel', 'move', 'link'] }) // prettier-ignore
  expect(await notices(host())).toContain('春申小学预约了体育馆')
  expect(await book({ from: '18:00', until: '19:00' }, office())).toMatchObject({ status: 422 })
  const second = await book({ from: '15:00', until: '17:00', userSchoolId: s3 }, office())
  expect(second).toMatchObject({
    status: 409,
    code: 'bookings.taken',
    title: `体育馆 ${MONDAY}：15:00–17:00 已有预约。`,
  })
  expect(await booked({ from: '16:00', until: '17:00', userSchoolId: s3 }, office())).toMatchObject({
    userSchoolId: s3,
  })
})

test.each([
  [{ from: '16:00', until: '14:00' }, 422, '结束时间 14:00 不晚于开始时间 16:00，请核对。'],
  [{ from: '14:03', until: '16:00' }, 422, '时间 14:03 请取整到 5 分钟。'],
  [{ day: '2026-10-11', from: '09:00', until: '10:00' }, 409, `体育馆 2026-10-11：这个时间已经过去。`],
  [{ day: '2026-10-13', from: '19:00', until: '21:00' }, 409, '体育馆 2026-10-13：当天开放时间是 08:00–20:00。'],
  [
    { day: '2026-10-15', from: '09:00', until: '10:00' },
    409,
    '体育馆 2026-10-15：08:50–09:30 已被占用：体育 七（2）班。',
  ],
  [{ day: '2026-10-13', headCount: 201 }, 409, '体育馆 2026-10-13：最多容纳 200 人，您填了 201 人。'],
  [{ day: '2027-06-01' }, 409, '体育馆 2027-06-01：最早提前 120 天预约，现在可以订到 2027-02-09。'],
  [{ day: '2026-10-13', userSchoolId: s1 }, 422, '请选一所由您预约的学校。'],
  [{ day: '2026-10-13', lines: [{ venueId: THINGS.ball }] }, 404, '所选的场馆不在本学区，或已停用，请刷新后重选。'],
])('%o is refused in a sentence, and nothing is held', async (more, status, title) => {
  const before = (await holds()).length
  expect(await book(more)).toMatchObject({ status, title })
  expect(await holds()).toHaveLength(before)
})

test('of several venues and their equipment one has all or nothing', async () => {
  const day = freshMonday()
  const both = [{ venueId: VENUES.gym }, { venueId: VENUES.hall, equipment: [{ equipmentId: THINGS.microphone, quantity: 2 }] }] // prettier-ignore
  const reply = await book({ day, lines: both })
  expect(reply.bookings).toMatchObject([
    { venue: '报告厅', status: '待审', together: 2, equipment: [{ name: '话筒', unit: '支', quantity: 2 }] },
    { venue: '体育馆', status: '已定', together: 2 },
  ])
  const workshop = { venueId: VENUES.workshop }
  const before = (await holds()).length
  expect(await book({ day, lines: [workshop, { venueId: VENUES.gym }] })).toMatchObject({ status: 409 })
  expect(await holds()).toHaveLength(before)
})

test('a stock is never below zero: what is out elsewhere is missing here', async () => {
  const day = freshMonday()
  const microphones = (quantity: number) => [{ equipmentId: THINGS.microphone, quantity }]
  await booked({ day, lines: [{ venueId: VENUES.hall, equipment: microphones(2) }] })
  const inGym = (quantity: number) => ({ day, from: '15:00', until: '17:00', lines: [{ venueId: VENUES.gym, equipment: microphones(quantity) }] }) // prettier-ignore
  expect(await book(inGym(2))).toMatchObject({
    status: 409,
    title: `${day} 15:00–17:00 话筒只剩 1 支，您要 2 支，请减少或换一个时间。`,
  })
  const one = await booked(inGym(1))
  expect(await book({ ...inGym(1), from: '17:00', until: '18:00' })).toMatchObject({ status: 200 })
  await send(teacher(), `/api/bookings/${one.id}/cancel`, {})
  expect(await book(inGym(1))).toMatchObject({ status: 200 })
  const foreign = [{ venueId: VENUES.hall, equipment: [{ equipmentId: THINGS.ball, quantity: 1 }] }]
  expect(await book({ day, from: '17:00', until: '18:00', lines: foreign })).toMatchObject({ status: 422, code: 'bookings.noSuchEquipment' }) // prettier-ignore
})

test('a series shows what stands in the way of each time, leaves out what one chooses, and takes all or nothing', async () => {
  const day = '2026-11-05'
  await booked({ day: '2026-11-19', from: '14:00', until: '15:00' })
  const series = { untilDay: '2026-11-26' }
  const look = await send(teacher(), `/api/units/${c1}/booking-looks`, request({ day, series, from: '14:00', until: '15:00' })) // prettier-ignore
  expect(
    look.occurrences.map(({ day, why }: { day: string; why: { words: string }[] }) => [day, why[0]?.words]),
  ).toEqual([
    ['2026-11-05', undefined],
    ['2026-11-12', undefined],
    ['2026-11-19', '14:00–15:00 已有预约。'],
    ['2026-11-26', undefined],
  ])
  expect(look.occurrences[0].unknown).toContain('2026学年的校历还没有登记')
  const all = { day, series, from: '14:00', until: '15:00' }
  expect(await book(all)).toMatchObject({ status: 409, title: '体育馆 2026-11-19：14:00–15:00 已有预约。' })
  const reply = await book({ ...all, series: { ...series, skip: ['2026-11-19'] } })
  expect(reply.bookings).toHaveLength(3)
  const second = reply.bookings[1].id
  expect(await send(teacher(), `/api/bookings/${second}/cancel`, { following: true })).toMatchObject({ cancelled: 2 })
  const left = (await teacher().get(`${url}?from=2026-11-01&until=2026-11-30&status=已定`)).json().bookings
  expect(left.filter(({ requestId }: Booking) => requestId === reply.requestId)).toHaveLength(1)
})

test('a holiday in a series is named', async () => {
  const look = await send(teacher(), `/api/units/${c1}/booking-looks`, request({ day: '2026-12-25', series: { untilDay: '2027-01-01' } })) // prettier-ignore
  expect(look.occurrences[1]).toMatchObject({ unknown: '2027年的放假安排还没有公布，先按平常的星期几算' })
})

test('what waits is decided by the host alone, and the booker hears of it', async () => {
  const day = freshMonday()
  const asked = await booked({ day, lines: [{ venueId: VENUES.hall }] })
  expect(asked.status).toBe('待审')
  const decide = `/api/bookings/${asked.id}/decide`
  expect((await teacher().post(decide, { accept: true })).statusCode).toBe(403)
  expect(await send(host(), decide, { accept: true, words: '' })).toMatchObject({ status: 200, decided: 1 })
  expect(await send(host(), decide, { accept: false })).toMatchObject({
    status: 409,
    title: '这次预约已经通过，不用再审。',
  })
  expect(await notices(teacher())).toContain('您预约的报告厅已通过')
  const refused = await booked({ day, from: '16:00', until: '17:00', lines: [{ venueId: VENUES.hall }] })
  await send(host(), `/api/bookings/${refused.id}/decide`, { accept: false, words: '当天要布置考场' })
  expect((await teacher().get(`/api/bookings/${refused.id}`)).json()).toMatchObject({ status: '已谢绝', words: '当天要布置考场', can: [] }) // prettier-ignore
  expect((await holds()).map(({ bookingId }) => bookingId)).not.toContain(refused.id)
})

test('a booking moves to where there is room, and stays where there is none', async () => {
  const day = freshMonday()
  const mine = await booked({ day, lines: [{ venueId: VENUES.gym, equipment: [{ equipmentId: THINGS.ball, quantity: 2 }] }] }) // prettier-ignore
  await booked({ day, from: '16:00', until: '17:00' })
  const move = `/api/bookings/${mine.id}/move`
  expect(await send(teacher(), move, { day, from: '15:00', until: '16:30' })).toMatchObject({ status: 409, code: 'bookings.taken' }) // prettier-ignore
  expect((await teacher().get(`/api/bookings/${mine.id}`)).json()).toMatchObject({ from: '14:00', until: '16:00' })
  expect(await send(teacher(), move, { day, from: '14:30', until: '16:00' })).toMatchObject({
    status: '已定',
    from: '14:30',
  })
  expect(await send(teacher(), move, { day, from: '14:30', until: '16:00', venueId: VENUES.hall })).toMatchObject({ status: 409, title: '新场馆没有这次预约所带的设备，请取消后重新预约。' }) // prettier-ignore
  expect((await asPerson(app, 'liaison').post(move, { day, from: '12:00', until: '13:00' })).statusCode).toBe(403)
  const slots = await database.transact('owner', (db) => db.selectFrom('bookings.stockSlot').selectAll().where('equipmentId', '=', THINGS.ball).where('used', '>', 0).execute()) // prettier-ignore
  expect(slots).toHaveLength(18)
})

test('who waits moves up when a time is given back, first come first', async () => {
  const day = freshMonday()
  const first = await booked({ day })
  const join = `/api/units/${c1}/waiting`
  expect(await send(teacher(), join, request({ day, from: '17:00', until: '18:00' }))).toMatchObject({ status: 409, title: '这个时间现在空着，可以直接预约。' }) // prettier-ignore
  const office1 = await send(office(), join, request({ day, userSchoolId: s3, purpose: '家长会' }))
  expect(office1).toMatchObject({ status: '候补', before: 0, venue: '体育馆' })
  expect(await send(teacher(), join, request({ day }))).toMatchObject({ before: 1 })
  expect(await send(teacher(), join, request({ day }))).toMatchObject({
    status: 409,
    title: '您已经在排这个时间的候补。',
  })
  expect((await teacher().get('/api/my/waiting')).json().waiting).toMatchObject([{ before: 1, day }])
  await send(teacher(), `/api/bookings/${first.id}/cancel`, { words: '改到校外' })
  await app.jobs.settled()
  expect((await teacher().get('/api/my/waiting')).json().waiting).toMatchObject([{ status: '候补', before: 0 }])
  const [moved] = (await office().get('/api/my/bookings')).json().next.filter((one: Booking) => one.day === day)
  expect(moved).toMatchObject({ purpose: '家长会', status: '已定', userSchoolId: s3 })
  expect(await notices(office())).toContain('您预约的体育馆已递补')
})

test('a quota is counted over the span, own use apart', async () => {
  const quotas = `/api/schools/${s1}/booking-quotas`
  expect((await teacher().post(quotas, { quotas: [] })).statusCode).toBe(403)
  expect(await send(host(), quotas, { quotas: [{ kind: '', span: '周', uses: 2 }, { kind: '', span: '周', uses: 3 }] })).toMatchObject({ status: 422 }) // prettier-ignore
  await send(host(), quotas, { quotas: [{ kind: '', span: '周', uses: 2 }] })
  expect((await teacher().get(quotas)).json()).toEqual({ quotas: [{ kind: '', span: '周', uses: 2 }], can: [] })
  const day = freshMonday()
  await booked({ day, from: '08:00', until: '09:00' })
  await booked({ day: dayAfter(day, 1), from: '08:00', until: '09:00' })
  const third = await book({ day: dayAfter(day, 2), from: '08:00', until: '09:00' })
  expect(third).toMatchObject({ status: 409, code: 'bookings.quotaUsed' })
  expect(third.title).toBe(`该校规定各场馆合计每校每周最多 2 次，${day} 至 ${dayAfter(day, 6)} 连同这次已有 3 次。`)
  expect(await book({ day: dayAfter(day, 2), from: '08:00', until: '09:00' }, host())).toMatchObject({ status: 200 })
  await send(host(), quotas, { quotas: [] })
})

test('what others booked is not told to those whom it does not concern', async () => {
  const day = freshMonday()
  const { id } = await booked({ day, userSchoolId: s3 }, office())
  expect((await teacher().get(`/api/bookings/${id}`)).json()).toMatchObject({ bookedBy: '陈**', phone: '', can: [] })
  expect((await asPerson(app, 'outsider').get(`/api/bookings/${id}`)).statusCode).toBe(404)
  expect((await asPerson(app, 'outsider').get(`${url}?from=${day}&until=${day}`)).statusCode).toBe(403)
  expect((await host().get(`/api/bookings/${id}`)).json()).toMatchObject({
    bookedBy: '陈办一',
    can: ['cancel', 'host', 'link'],
  })
})

test('a time that is over is not given up, and one that began does not move', async () => {
  const day = freshMonday()
  const { id } = await booked({ day })
  now = new Date(`${day}T15:00:00+08:00`)
  expect(await send(teacher(), `/api/bookings/${id}/move`, { day, from: '17:00', until: '18:00' })).toMatchObject({ status: 409, title: '这次预约已经开始，不能改期。' }) // prettier-ignore
  now = new Date(`${day}T16:00:00+08:00`)
  expect(await send(teacher(), `/api/bookings/${id}/cancel`, {})).toMatchObject({ status: 409, title: '这次预约的时间已经过去，不能取消。' }) // prettier-ignore
})

test('a use that is over before its end gives the rest to whoever waits for it', async () => {
  const day = dayAfter(MONDAY, 2)
  now = new Date(`${day}T07:00:00+08:00`)
  const { id } = await booked({ day })
  const rest = request({ day, from: '15:00', until: '16:00', userSchoolId: s3, purpose: '社团活动' })
  expect(await send(office(), `/api/units/${c1}/waiting`, rest)).toMatchObject({ status: '候补' })
  now = new Date(`${day}T14:05:00+08:00`)
  await send(host(), `/api/bookings/${id}/arrival`, { came: true, headCount: 38 })
  now = new Date(`${day}T14:40:00+08:00`)
  expect(await send(host(), `/api/bookings/${id}/close`, {})).toMatchObject({ status: '已用' })
  await app.jobs.settled()
  const mine = (await office().get('/api/my/bookings')).json().next as Booking[]
  expect(mine.filter((one) => one.day === day)).toMatchObject([{ purpose: '社团活动', from: '15:00', status: '已定' }])
})

test('a use that is over before it should have begun leaves nothing held', async () => {
  const day = dayAfter(MONDAY, 9)
  now = new Date(`${day}T07:00:00+08:00`)
  const { id } = await booked({ day })
  now = new Date(`${day}T13:35:00+08:00`)
  await send(host(), `/api/bookings/${id}/arrival`, { came: true, headCount: 38 })
  expect(await send(host(), `/api/bookings/${id}/close`, {})).toMatchObject({ status: '已用' })
  expect(await book({ day, userSchoolId: s3 }, office())).toMatchObject({ status: 200 })
})

test('what a use took along goes back at its real end', async () => {
  const day = dayAfter(MONDAY, 8)
  const microphones = [{ equipmentId: THINGS.microphone, quantity: 3 }]
  const lines = [{ venueId: VENUES.gym, equipment: microphones }]
  now = new Date(`${day}T07:00:00+08:00`)
  const { id } = await booked({ day, lines })
  const inHall = { day, from: '14:45', until: '15:30', lines: [{ venueId: VENUES.hall, equipment: microphones }] }
  expect(await book(inHall, host())).toMatchObject({ status: 409, code: 'bookings.equipmentOut' })
  now = new Date(`${day}T14:05:00+08:00`)
  await send(host(), `/api/bookings/${id}/arrival`, { came: true, headCount: 38 })
  now = new Date(`${day}T14:42:00+08:00`)
  await send(host(), `/api/bookings/${id}/close`, {})
  expect(await book(inHall, host())).toMatchObject({ status: 200 })
})

test('what is free is found nearest first, and what is not says why', async () => {
  const day = '2026-12-03'
  now = new Date('2026-12-01T08:00:00+08:00')
  await booked({ day, from: '14:00', until: '15:00', lines: [{ venueId: VENUES.hall }] })
  const ask = async (more: string) =>
    (await teacher().get(`/api/units/${c1}/free-venues?day=${day}&from=14:00&until=16:00${more}`)).json()
  const all = await ask('&people=40&longitude=121.4&latitude=31.08')
  expect(all.free).toMatchObject([
    { name: '体育馆', distanceKm: 1.1 },
    { name: '装配车间', distanceKm: null },
  ])
  expect(all.busy).toMatchObject([{ name: '报告厅', why: '14:00–15:00 已有预约。', mayWait: true }])
  expect(all.can).toEqual(['book'])
  expect((await ask('&within=1&longitude=121.4&latitude=31.08')).free).toEqual([])
  expect((await ask('&people=300')).free).toEqual([])
  expect((await ask(`&kind=${encodeURIComponent('体育场馆')}`)).free).toHaveLength(1)
  const lesson = await teacher().get(`/api/units/${c1}/free-venues?day=${day}&from=09:00&until=10:00`)
  expect(lesson.json().busy).toMatchObject([{ name: '体育馆', why: '08:50–09:30 已被占用：体育 七（2）班。', mayWait: false }]) // prettier-ignore
})

test('a day stands lane by lane, with what the school keeps and what is booked', async () => {
  const day = '2026-12-10'
  const { id } = await booked({ day })
  const { lanes, can } = (await teacher().get(`/api/units/${c1}/venue-lanes?day=${day}`)).json()
  expect(can).toEqual(['book'])
  expect(lanes.find(({ venue }: { venue: string }) => venue === '体育馆')).toMatchObject({
    provider: '春申中学',
    open: [
      { from: '08:00', until: '08:50' },
      { from: '09:30', until: '20:00' },
    ],
    spans: [
      { from: '08:50', until: '09:30', what: '课', words: '体育 七（2）班' },
      { from: '14:00', until: '16:00', what: '已定', words: '春申小学：篮球训练', bookingId: id, movable: true },
    ],
  })
})
