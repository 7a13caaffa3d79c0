import type { Screen } from '#ui/screen.ts'
import { bookingWords } from './booking-words.ts'

export const bookingsScreens: Screen[] = [
  {
    path: '/clusters/$unitId/bookings',
    page: () => import('./bookings-page.tsx'),
    menu: { words: bookingWords, order: 44, verb: 'readSchools', under: 'venues' },
  },
]
