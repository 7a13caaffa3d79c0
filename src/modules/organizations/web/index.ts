import type { Screen } from '#ui/screen.ts'
import { schoolWords } from './words.ts'

/** The page of organizations: the schools of a cluster. */
export const organizationsScreens: Screen[] = [
  {
    path: '/clusters/$unitId/schools',
    page: () => import('./school-list-page.tsx'),
    menu: { words: schoolWords, order: 20, verb: 'readSchools' },
  },
]
