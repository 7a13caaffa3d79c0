import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { VENUES } from '../../../test/booking-world.ts'
import { PLACES } from '../../../test/cast.ts'
import { deliveryDesk, emptyDelivery, five } from '../../../test/delivery-desk.ts'
import { BEFORE, deliveryDatabase, slot } from '../../../test/delivery-world.ts'
import { testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { modules } from '../../main/modules.ts'

const { s1, s2 } = PLACES
let now = BEFORE
let database: Database
let app: App
beforeAll(async () => {
  database = await deliveryDatabase()
  app = await testApp(database, { now: () => now })
})
beforeEach(async () => {
  now = BEFORE
  await emptyDelivery(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const { giver, at, published, read, enrol } = deliveryDesk(() => app)

test('a room so booked is kept though nobody checks in; what is said of the lesson says whether it was used', async () => {
  const gym = slot({ schoolId: s1, venueId: VENUES.gym, room: '', fromTime: '14:00', untilTime: '15:00' })
  const id = await published({ mode: '学生走校', slots: [gym] })
  const settleAt = async (when: string) => {
    now = new Date(when)
    const hourly = modules.find(({ name }) => name === 'bookings')!.hourly!
    await systemOf(app.parts).inContext(hourly)
    return (await read(id)).sessions.map(({ booking }: { booking: string }) => booking)
  }
  const say = async (n: number, what: string, body: object = {}) => {
    const { sessions } = await read(id)
    const reply = await giver().post(at(id, `/sessions/${sessions[n].id}/${what}`), body)
    expect(reply.statusCode, reply.body).toBe(200)
  }
  expect(await settleAt('2026-09-16T14:40:00+08:00')).toEqual(['已定', '已定', '已定', '已定'])
  await say(0, 'held')
  expect(await settleAt('2026-09-23T16:00:00+08:00')).toEqual(['已用', '已定', '已定', '已定'])
  await say(1, 'fell-out', { why: '秋季运动会' })
  expect(await settleAt('2026-09-23T17:00:00+08:00')).toEqual(['已用', '未到', '已定', '已定'])
  await say(1, 'held')
  expect(await settleAt('2026-09-23T17:00:00+08:00')).toEqual(['已用', '已用', '已定', '已定'])
  const { notices } = (await giver().get('/api/notices')).json()
  expect(notices.filter(({ title }: { title: string }) => title.includes('没有人签到'))).toEqual([])
})

test('what was said of a lesson by mistake is put right: its room, the ledger of uses, and how many there were', async () => {
  const gym = slot({ schoolId: s1, venueId: VENUES.gym, room: '', fromTime: '14:00', untilTime: '15:00' })
  const id = await published({ mode: '学生走校', slots: [gym] })
  await enrol(id, [five(40)])
  const [first, second] = (await read(id)).sessions as { id: string }[]
  const say = async (session: { id: string }, what: string, body: object = {}) => {
    const reply = await giver().post(at(id, `/sessions/${session.id}/${what}`), body)
    expect(reply.statusCode, reply.body).toBe(200)
  }
  const lines = (session: { id: string }) =>
    database.transact('owner', async (db) => {
      const { rows } = await sql<{ headCount: number }>`
        select u.head_count from venues.venue_use u join delivery.session n on u.row_key = 'booking:' || n.booking_id
        where n.id = ${session.id}::uuid`.execute(db)
      return rows.map(({ headCount }) => headCount)
    })
  const stale = () =>
    database.transact('owner', async (db) => {
      const { rows } = await sql`delete from platform.stale
        where school_id = ${s1} and school_year = 2026 and source = 'venues.uses' returning 1`.execute(db)
      return rows.length > 0
    })
  const why = { why: '记错了，这天没有上' }

  now = new Date('2026-09-16T15:10:00+08:00')
  await say(first!, 'held')
  expect(await lines(first!)).toEqual([40])
  await say(first!, 'held', { present: [{ schoolId: s2, people: 37 }] })
  expect(await lines(first!)).toEqual([37])
  await stale()
  await say(first!, 'fell-out', why)
  expect((await read(id)).sessions[0]).toMatchObject({ state: '未上', booking: '未到' })
  expect(await lines(first!)).toEqual([])
  expect(await stale()).toBe(true)
  await say(first!, 'held')
  expect((await read(id)).sessions[0]).toMatchObject({ state: '已上', booking: '已用' })
  expect(await lines(first!)).toEqual([40])

  // While it goes on, the rest of the time is free again.
  now = new Date('2026-09-23T14:20:00+08:00')
  await say(second!, 'held')
  await say(second!, 'fell-out', why)
  expect((await read(id)).sessions[1]).toMatchObject({ state: '未上', booking: '已取消' })
  expect(await lines(second!)).toEqual([])
})

test('whoever checked in at the door was there, whatever is said of the lesson', async () => {
  const gym = slot({ schoolId: s1, venueId: VENUES.gym, room: '', fromTime: '14:00', untilTime: '15:00' })
  const id = await published({ mode: '学生走校', slots: [gym] })
  now = new Date('2026-09-16T15:10:00+08:00')
  const [session] = (await read(id)).sessions as { id: string }[]
  await giver().post(at(id, `/sessions/${session!.id}/held`))
  await database.transact('owner', (db) =>
    sql`update bookings.check_in set way = '二维码', arranged = false`.execute(db),
  )
  await giver().post(at(id, `/sessions/${session!.id}/fell-out`), { why: '记错了' })
  expect((await read(id)).sessions[0]).toMatchObject({ state: '未上', booking: '已用' })
})
