import { later } from '#ui/later.tsx'
import type { Screen } from '#ui/screen.ts'
import { placeMenu, guideMenu, routeMenu } from './menu-words.ts'

/** The pages of practice: the map of venues and bases, the guide to them. */
export const practiceScreens: Screen[] = [
  {
    path: '/clusters/$unitId/places',
    page: () => import('./places-page.tsx'),
    menu: { words: placeMenu, order: 52, verb: 'readSchools', under: 'venues' },
  },
  {
    path: '/clusters/$unitId/guide',
    page: () => import('./guide-page.tsx'),
    menu: { words: guideMenu, order: 54, verb: 'readSchools', under: 'venues' },
  },
  {
    path: '/clusters/$unitId/study-routes',
    page: () => import('./routes-page.tsx'),
    menu: { words: routeMenu, order: 53, verb: 'readSchools', under: 'venues' },
  },
  { path: '/guide/$code', page: () => import('./open-guide-page.tsx'), open: true },
]

/** What a certificate of a walk proves, on the page where papers are checked. */
export const WalkChecked = later(async () => (await import('./walk-checked.tsx')).WalkChecked)
