import type { Screen } from '#ui/screen.ts'
import { practiceWords } from './words.ts'

/** The pages of practice: the map of venues and bases. */
export const practiceScreens: Screen[] = [
  {
    path: '/clusters/$unitId/places',
    page: () => import('./places-page.tsx'),
    menu: { words: practiceWords, order: 52, verb: 'readSchools', under: 'venues' },
  },
]
