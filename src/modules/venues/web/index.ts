import type { Screen } from '#ui/screen.ts'
import { venueWords } from './venue-words.ts'

export const venuesScreens: Screen[] = [
  {
    path: '/clusters/$unitId/venues',
    page: () => import('./venues-page.tsx'),
    menu: { words: venueWords, order: 45, verb: 'readSchools', under: 'venues' },
  },
  { path: '/venues/$venueId', page: () => import('./venue-page.tsx') },
]
