import type { Screen } from '#ui/screen.ts'
import { seasonWords } from './season-words.ts'

/** The pages of rotation-planning: a year's season for the office, a school's own needs, a teacher's own wishes. */
export const rotationPlanningScreens: Screen[] = [
  {
    path: '/clusters/$unitId/rotation-season',
    page: () => import('./season-page.tsx'),
    menu: { words: seasonWords, order: 41, verb: 'import', under: 'mobility' },
  },
  { path: '/schools/$schoolId/rotation', page: () => import('./needs-page.tsx') },
  { path: '/rotation-plans/compare', page: () => import('./compare-page.tsx') },
  { path: '/rotation-plans/$planId', page: () => import('./plan-page.tsx') },
  { path: '/rotation-wishes', page: () => import('./own-wish-page.tsx') },
]
