import type { Screen } from '#ui/screen.ts'
import { calendarMenu, venueMenu, siteMenu } from './menu-words.ts'

export const venuesScreens: Screen[] = [
  {
    path: '/clusters/$unitId/venues',
    page: () => import('./venues-page.tsx'),
    menu: { words: venueMenu, order: 45, verb: 'readSchools', under: 'venues' },
  },
  {
    path: '/clusters/$unitId/sites',
    page: () => import('./sites-page.tsx'),
    menu: { words: siteMenu, order: 47, verb: 'readSchools', under: 'venues' },
  },
  {
    path: '/clusters/$unitId/calendar',
    page: () => import('./calendar-page.tsx'),
    menu: { words: calendarMenu, order: 56, verb: 'readSchools', under: 'venues' },
  },
  { path: '/sites/$siteId', page: () => import('./site-page.tsx') },
  { path: '/venues/$venueId', page: () => import('./venue-page.tsx') },
]
