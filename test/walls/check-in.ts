import type { Db } from '#platform/database/database.ts'
import { GYM_AT, insertBooking, insertVenueRows, VENUES } from '../booking-world.ts'
import { people } from '../cast.ts'
import { ask, offices, own } from './ask.ts'

export const BOOKING = '00000000-0000-7000-9420-000000000001'

/** What S2 has booked of S1, and what is long over. */
export async function insertCheckInFacts(db: Db): Promise<void> {
  await insertVenueRows(db)
  const [fromAt, untilAt] = [new Date('2023-11-06T14:00:00+08:00'), new Date('2023-11-06T16:00:00+08:00')]
  await insertBooking(db, { id: BOOKING, fromAt, untilAt })
}

/** Who keeps the venues of S1; who comes for S2. */
const hosts = [...offices, 'principal', 'liaison'] as const
/** Who does not find what stands between S1 and S2 at all. */
const blind = { blind: ['administrator', 'outsider'] } as const
const of = (more: string) => `/api/bookings/${BOOKING}/${more}`
const here = { way: '定位', ...GYM_AT, accuracy: 10, headCount: 40 }
const openly = { visitor: 409, status: 409 }
const rating = { rating: 5, again: '愿意' }

export const checkIn = {
  'GET /api/arrivals': [ask('/api/arrivals', people)],
  'GET /api/venues/:venueId/arrivals': [ask(`/api/venues/${VENUES.gym}/arrivals`, own)],
  'GET /api/bookings/:bookingId/arrival': [ask(of('arrival'), hosts, blind)],
  'POST /api/bookings/:bookingId/check-in': [ask(of('check-in'), offices, { ...blind, body: here, status: 409 })],
  'POST /api/bookings/:bookingId/arrival': [
    ask(of('arrival'), hosts, { ...blind, body: { came: false }, status: 409 }),
  ],
  'POST /api/bookings/:bookingId/close': [ask(of('close'), hosts, { ...blind, status: 409 })],
  'POST /api/bookings/:bookingId/review': [ask(of('review'), offices, { ...blind, body: rating, status: 409 })],
  'POST /api/bookings/:bookingId/link': [ask(of('link'), hosts, blind)],
  'GET /api/hosting': [ask('/api/hosting', people)],
  'GET /api/venues/:venueId/code': [ask(`/api/venues/${VENUES.gym}/code`, hosts)],
  'GET /api/open/arrival': [ask('/api/open/arrival?token=nobody', people, openly)],
  'POST /api/open/check-in': [ask('/api/open/check-in?token=nobody', people, { ...openly, body: here })],
  'POST /api/open/review': [ask('/api/open/review?token=nobody', people, { ...openly, body: rating })],
}
