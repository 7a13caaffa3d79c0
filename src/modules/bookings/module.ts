import type { Module } from '#platform/module.ts'
import { bookingCalendar } from './booking.calendar.ts'
import { bookingRoutes } from './booking.routes.ts'
import { checkInAbout } from './check-in.abouts.ts'
import { checkInRoutes } from './check-in.routes.ts'
import { feedRoutes } from './feed.routes.ts'
import { moveUp } from './move-up.jobs.ts'
import { quotaRoutes } from './quota.routes.ts'
import { searchRoutes } from './search.routes.ts'
import { dueBookings, settleAllDue } from './use.actions.ts'
import { venueBookings } from './venue-bookings.ts'
import { venueUseRoutes } from './venue-use.routes.ts'
import { waitingRoutes } from './waiting.routes.ts'
import { expireWaiting } from './waiting.actions.ts'
import { watchNext } from './watch.actions.ts'

export const bookings: Module = {
  name: 'bookings',
  routes: (host) => {
    for (const bind of [
      bookingRoutes,
      feedRoutes,
      searchRoutes,
      waitingRoutes,
      quotaRoutes,
      checkInRoutes,
      venueUseRoutes,
    ])
      bind(host)
  },
  jobs: [dueBookings, moveUp],
  abouts: [checkInAbout],
  calendars: [bookingCalendar],
  venueBookings,
  hourly: async (ctx) => {
    await settleAllDue(ctx)
    await watchNext(ctx)
    await expireWaiting(ctx)
  },
}
