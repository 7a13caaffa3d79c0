import type { Screen } from '#ui/screen.ts'
import { deliveryMenu } from './menu-words.ts'

/** What schools teach for one another. */
export const deliveryScreens: Screen[] = [
  {
    path: '/clusters/$unitId/offerings',
    page: () => import('./offerings-page.tsx'),
    menu: { words: deliveryMenu, order: 48.5, verb: 'readFigures', under: 'teaching' },
  },
  { path: '/offerings/$offeringId', page: () => import('./offering-page.tsx') },
]
