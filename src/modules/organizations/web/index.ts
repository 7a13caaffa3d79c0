import type { Screen } from '#ui/screen.ts'
import { schoolWords } from './words.ts'

/** The pages of organizations: where one starts, and the schools of a cluster. */
export const organizationsScreens: Screen[] = [
  { path: '/', page: () => import('./home-page.tsx') },
  {
    path: '/clusters/$unitId/schools',
    page: () => import('./school-list-page.tsx'),
    menu: { words: schoolWords, order: 20, verb: 'readSchools' },
  },
]
