import type { Screen } from '#ui/screen.ts'
import { bookingMenu, venueUseMenu } from './menu-words.ts'

export const bookingsScreens: Screen[] = [
  { path: '/account/calendar', page: () => import('./calendar-page.tsx') },
  {
    path: '/clusters/$unitId/bookings',
    page: () => import('./bookings-page.tsx'),
    menu: { words: bookingMenu, order: 44, verb: 'readSchools', under: 'venues' },
  },
  {
    path: '/clusters/$unitId/venue-use',
    page: () => import('./use-page.tsx'),
    menu: { words: venueUseMenu, order: 46, verb: 'readSchools', under: 'venues' },
  },
]
