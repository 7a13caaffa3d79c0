import type { Screen } from '#ui/screen.ts'
import { studiosMenu } from './menu-words.ts'

/** Workshops of named teachers. */
export const studiosScreens: Screen[] = [
  {
    path: '/clusters/$unitId/studios',
    page: () => import('./studios-page.tsx'),
    menu: { words: studiosMenu, order: 51, verb: 'readFigures', under: 'teaching' },
  },
  { path: '/studios/$studioId', page: () => import('./studio-page.tsx') },
  { path: '/studio-calls/$callId', page: () => import('./call-page.tsx') },
]
