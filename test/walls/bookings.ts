import type { Db } from '#platform/database/database.ts'
import { VENUES } from '../booking-world.ts'
import { people, PLACES } from '../cast.ts'
import { ask, keeper, own } from './ask.ts'
import { BOOKING } from './check-in.ts'

const { c1, districtA, s1, s2 } = PLACES
const WAITING = '00000000-0000-7000-9420-000000000002'

/** Who waited for the gym of S1 in the name of S2, and has left the line. */
export async function insertWaitingFacts(db: Db): Promise<void> {
  const [fromAt, untilAt] = [new Date('2023-11-06T14:00:00+08:00'), new Date('2023-11-06T16:00:00+08:00')]
  const where = { districtId: districtA, clusterId: c1, venueId: VENUES.gym, schoolId: s1, userSchoolId: s2 }
  const what = { bookedBy: '某人', purpose: '篮球训练', headCount: 40, fromAt, untilAt, madeAt: new Date(0) }
  await db
    .insertInto('bookings.waiting')
    .values({ id: WAITING, ...where, ...what, status: '已退出' })
    .execute()
}

/** Who books for S1: its people and the office. */
const bookers = ['office', 'principal', 'liaison', 'teacher'] as const
/** Who keeps the venues of S1. */
const keepers = ['office', 'principal', 'liaison'] as const
/** Who does not find what stands between S1 and S2 at all. */
const blind = { blind: ['administrator', 'outsider'] } as const
const body = {
  lines: [{ venueId: VENUES.gym }],
  ...{ day: '2026-09-07', from: '14:00', until: '16:00', purpose: '篮球训练', headCount: 40, userSchoolId: s1 },
}
const unit = (more: string) => `/api/units/${c1}/${more}`
const booking = (more: string) => `/api/bookings/${BOOKING}${more}`
const quotas = `/api/schools/${s1}/booking-quotas`
const time = { day: '2026-09-07', from: '14:00', until: '16:00' }

export const bookings = {
  'POST /api/units/:unitId/booking-looks': [ask(unit('booking-looks'), bookers, { body })],
  'POST /api/units/:unitId/bookings': [ask(unit('bookings'), bookers, { body, status: 409 })],
  'GET /api/units/:unitId/bookings': [ask(unit('bookings?from=2023-11-01&until=2023-11-30'), own)],
  'GET /api/units/:unitId/venue-use': [ask(unit('venue-use?year=2023'), [...own, ...keeper])],
  'GET /api/units/:unitId/venue-use/rows': [ask(unit('venue-use/rows?year=2023'), [...own, ...keeper])],
  'GET /api/units/:unitId/venue-use.xlsx': [ask(unit('venue-use.xlsx?year=2023'), [...own, ...keeper])],
  'GET /api/units/:unitId/free-venues': [ask(unit('free-venues?day=2026-09-07&from=14:00&until=16:00'), own)],
  'GET /api/units/:unitId/venue-lanes': [ask(unit('venue-lanes?day=2026-09-07'), own)],
  'GET /api/my/bookings': [ask('/api/my/bookings', people)],
  'GET /api/bookings/:bookingId': [ask(booking(''), own, blind)],
  'POST /api/bookings/:bookingId/cancel': [ask(booking('/cancel'), keepers, { ...blind, body: {}, status: 409 })],
  'POST /api/bookings/:bookingId/move': [ask(booking('/move'), ['office'], { ...blind, body: time, status: 409 })],
  'POST /api/bookings/:bookingId/decide': [
    ask(booking('/decide'), keepers, { ...blind, body: { accept: true }, status: 409 }),
  ],
  'POST /api/units/:unitId/waiting': [ask(unit('waiting'), bookers, { body, status: 409 })],
  'GET /api/my/calendar': [ask('/api/my/calendar', people)],
  'GET /api/calendars/:about/:subjectId/calendar.ics': [
    ask(`/api/calendars/venue/${VENUES.gym}/calendar.ics`, [...own, ...keeper], { refused: 404 }),
  ],
  'GET /api/my/feeds': [ask('/api/my/feeds', people)],
  'POST /api/my/feeds': [ask('/api/my/feeds', people, { body: { about: 'person' } })],
  'DELETE /api/my/feeds/:feedId': [ask(`/api/my/feeds/${WAITING}`, people, { status: 404 })],
  'GET /api/feeds/:token/calendar.ics': [
    ask('/api/feeds/nobody-made-this-address/calendar.ics', people, { visitor: 404, status: 404 }),
  ],
  'GET /api/my/waiting': [ask('/api/my/waiting', people)],
  'POST /api/waiting/:waitingId/leave': [ask(`/api/waiting/${WAITING}/leave`, ['office'], { ...blind, status: 409 })],
  'GET /api/schools/:schoolId/booking-quotas': [ask(quotas, own)],
  'POST /api/schools/:schoolId/booking-quotas': [ask(quotas, keepers, { body: { quotas: [] } })],
}
