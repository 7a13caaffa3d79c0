import type { Screen } from '#ui/screen.ts'
import { contestsMenu } from './menu-words.ts'

/** Teaching contests. */
export const contestsScreens: Screen[] = [
  {
    path: '/clusters/$unitId/contests',
    page: () => import('./contests-page.tsx'),
    menu: { words: contestsMenu, order: 51.5, verb: 'readFigures', under: 'teaching' },
  },
  { path: '/contests/$contestId', page: () => import('./contest-page.tsx') },
]
