import type { Screen } from '#ui/screen.ts'
import { researchMenu } from './menu-words.ts'

/** What unions of teachers do together. */
export const teachingResearchScreens: Screen[] = [
  {
    path: '/clusters/$unitId/research',
    page: () => import('./research-page.tsx'),
    menu: { words: researchMenu, order: 49, verb: 'readFigures', under: 'teaching' },
  },
  { path: '/unions/$unionId', page: () => import('./union-page.tsx') },
  { path: '/mentoring-pairs/$pairId', page: () => import('./pair-page.tsx') },
  { path: '/research-activities/$eventId', page: () => import('./event-page.tsx') },
]
