import type { Module } from '#platform/module.ts'
import { checkInAbout } from './check-in.abouts.ts'
import { checkInRoutes } from './check-in.routes.ts'
import { dueBookings, settleAllDue } from './use.actions.ts'

export const bookings: Module = {
  name: 'bookings',
  routes: checkInRoutes,
  jobs: [dueBookings],
  abouts: [checkInAbout],
  hourly: settleAllDue,
}
