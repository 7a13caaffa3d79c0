import type { Screen } from '#ui/screen.ts'
import { collectionsMenu } from './menu-words.ts'

/** Volumes of papers and of cases. */
export const collectionsScreens: Screen[] = [
  {
    path: '/clusters/$unitId/collections',
    page: () => import('./collections-page.tsx'),
    menu: { words: collectionsMenu, order: 51.7, verb: 'readFigures', under: 'teaching' },
  },
  { path: '/collections/$collectionId', page: () => import('./collection-page.tsx') },
]
