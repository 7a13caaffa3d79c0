import type { Screen } from '#ui/screen.ts'
import { bookingMenu } from './menu-words.ts'

export const bookingsScreens: Screen[] = [
  {
    path: '/clusters/$unitId/bookings',
    page: () => import('./bookings-page.tsx'),
    menu: { words: bookingMenu, order: 44, verb: 'readSchools', under: 'venues' },
  },
]
