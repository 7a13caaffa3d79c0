import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAfter } from '#shared/day.ts'
import type { Database } from '#platform/database/database.ts'
import { insertHours, THINGS } from '../../../test/booking-hours.ts'
import { insertVenues, VENUES } from '../../../test/booking-world.ts'
import { broken } from '../../../test/broken-bookings.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, s3 } = PLACES
const MORNING = new Date('2026-10-12T07:00:00+08:00')
let now = MORNING
const RUNS = 12
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertVenues(database)
  await insertHours(database)
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
const time = fc.record({
  day: fc.integer({ min: 1, max: 3 }).map((n) => dayAfter('2026-10-12', n)),
  hours: fc.tuple(fc.integer({ min: 8, max: 18 }), fc.integer({ min: 1, max: 3 })),
})
const spanOf = ({ day, hours: [from, long] }: { day: string; hours: [number, number] }) => ({
  day,
  from: clock(from),
  until: clock(Math.min(20, from + long)),
})
const venue = fc.constantFrom(VENUES.gym, VENUES.hall)
const lent = fc.integer({ min: 0, max: 3 }).map((quantity) => (quantity === 0 ? [] : [{ equipmentId: THINGS.microphone, quantity }])) // prettier-ignore
const step = fc.oneof(
  fc.record({ do: fc.constant('book' as const), time, venues: fc.subarray([VENUES.gym, VENUES.hall], { minLength: 1 }), lent, weeks: fc.constantFrom(0, 0, 2), by: fc.constantFrom(s1, s2, s3) }), // prettier-ignore
  fc.record({ do: fc.constant('wait' as const), time, venue, lent, by: fc.constantFrom(s1, s2, s3) }),
  fc.record({ do: fc.constant('move' as const), time, venue, which: fc.nat() }),
  fc.record({ do: fc.constant('cancel' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('decide' as const), which: fc.nat(), accept: fc.boolean() }),
  fc.record({ do: fc.constant('use' as const), which: fc.nat(), minute: fc.integer({ min: -20, max: 130 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const office = () => asPerson(app, 'office')
const common = { purpose: '训练', headCount: 20 }

async function bookings(): Promise<{ id: string; fromAt: Date }[]> {
  const { rows } = await database.transact('owner', (db) =>
    sql<{ id: string; fromAt: Date }>`select id, from_at from bookings.booking order by made_at, id`.execute(db),
  )
  return rows
}

async function take(one: Step): Promise<number> {
  if (one.do === 'book') {
    const { day, from, until } = spanOf(one.time)
    const lines = one.venues.map((venueId) => ({ venueId, equipment: one.lent }))
    const series = one.weeks > 0 ? { untilDay: dayAfter(day, 7 * one.weeks) } : undefined
    return (await office().post(`/api/units/${c1}/bookings`, { ...common, lines, day, from, until, series, userSchoolId: one.by })).statusCode // prettier-ignore
  }
  if (one.do === 'wait') {
    const lines = [{ venueId: one.venue, equipment: one.lent }]
    return (await office().post(`/api/units/${c1}/waiting`, { ...common, lines, ...spanOf(one.time), userSchoolId: one.by })).statusCode // prettier-ignore
  }
  const all = await bookings()
  if (all.length === 0) return 0
  const { id, fromAt } = all[one.which % all.length]!
  if (one.do === 'use') return use(id, new Date(fromAt.getTime() + one.minute * 60_000))
  if (one.do === 'cancel') return (await office().post(`/api/bookings/${id}/cancel`, {})).statusCode
  if (one.do === 'decide') return (await office().post(`/api/bookings/${id}/decide`, { accept: one.accept })).statusCode
  return (await office().post(`/api/bookings/${id}/move`, { ...spanOf(one.time), venueId: one.venue })).statusCode
}

/** Somebody comes, and it is over at once: the clock only goes on. */
async function use(id: string, at: Date): Promise<number> {
  if (at > now) now = at
  await office().post(`/api/bookings/${id}/arrival`, { came: true, headCount: 20 })
  const { statusCode } = await office().post(`/api/bookings/${id}/close`, {})
  if (statusCode === 200) uses += 1
  return statusCode
}
let uses = 0

const clear = (db: Parameters<Parameters<Database['transact']>[1]>[0]) =>
  sql`truncate bookings.booking, bookings.hold, bookings.lent, bookings.stock_slot, bookings.waiting, bookings.check_in`.execute(
    db,
  )

test('no sequence of booking, waiting, moving, cancelling, deciding and using leaves two in one place or a stock below zero', async () => {
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
      await database.transact('owner', clear)
      now = MORNING
      for (const one of steps) {
        const status = await take(one)
        seen.set(status, (seen.get(status) ?? 0) + 1)
        await app.jobs.settled()
      }
      expect([...seen.keys()].filter((status) => status >= 500)).toEqual([])
      expect((await database.transact('owner', broken)).rows).toEqual([])
    }),
    { numRuns: RUNS },
  )
  // What was tried came about as well as it was refused: the property is not empty.
  expect(seen.get(200)).toBeGreaterThan(20)
  expect(seen.get(409)).toBeGreaterThan(20)
  expect(uses).toBeGreaterThan(5)
}, 240_000)
