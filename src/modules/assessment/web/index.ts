import type { Screen } from '#ui/screen.ts'
import { formationWords } from './formation-words.ts'
import { targetWords } from './target-words.ts'
import { cockpitWords } from './words.ts'

/** The pages of assessment: the cockpit of a cluster, the figures of a district or the city, and one figure. */
export const assessmentScreens: Screen[] = [
  {
    path: '/clusters/$unitId',
    page: () => import('./cockpit-page.tsx'),
    menu: { words: cockpitWords, order: 10, verb: 'readFigures' },
  },
  {
    path: '/clusters/$unitId/formation',
    page: () => import('./formation-page.tsx'),
    menu: { words: formationWords, order: 15, verb: 'readFigures' },
  },
  {
    path: '/clusters/$unitId/targets',
    page: () => import('./targets-page.tsx'),
    menu: { words: targetWords, order: 20, verb: 'readFigures' },
  },
  { path: '/units/$unitId', page: () => import('./unit-page.tsx') },
  { path: '/units/$unitId/figures/$code', page: () => import('./figure-page.tsx') },
]
