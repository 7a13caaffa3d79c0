/**
 * The process that the test of bookings kills: opens the database of its environment, on the first round with the cast and its
 * venues, and books one time after the other, two venues with what they lend; says each that was confirmed.
 */
import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { dayAfter } from '#shared/day.ts'
import { readConfig } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { insertHours, THINGS } from './booking-hours.ts'
import { insertVenues, VENUES } from './booking-world.ts'
import { cast, PLACES } from './cast.ts'
import { migrations } from './database.ts'
import { asPerson, testApp } from './http.ts'

const round = Number(process.argv[2])
const MONDAY = '2026-10-19'
const now = new Date('2026-10-12T07:00:00+08:00')
const database = await openDatabase(readConfig())
if (round === 0) {
  await migrate(database, migrations)
  await cast(database)
  await insertVenues(database)
  await insertHours(database)
}
const app = await testApp(database, { now: () => now })
const lines = [
  { venueId: VENUES.gym, equipment: [{ equipmentId: THINGS.ball, quantity: 2 }] },
  { venueId: VENUES.hall, equipment: [{ equipmentId: THINGS.microphone, quantity: 1 }] },
]
const what = { purpose: '训练', headCount: 20, userSchoolId: PLACES.s2, lines }
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
writeSync(1, 'open\n')
for (let n = 0; n < 5 * 12; n += 1) {
  const day = dayAfter(MONDAY, 7 * round + Math.floor(n / 12))
  const hour = 8 + (n % 12)
  const body = { ...what, day, from: clock(hour), until: clock(hour + 1) }
  const reply = await asPerson(app, 'office').post(`/api/units/${PLACES.c1}/bookings`, body)
  // A refusal has a requestId too: that of the request, by which the log tells it.
  if (reply.statusCode === 200) writeSync(1, `booked ${reply.json<{ requestId: string }>().requestId}\n`)
}
await pause(600_000)
