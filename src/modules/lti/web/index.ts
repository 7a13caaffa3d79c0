import type { Screen } from '#ui/screen.ts'
import { toolMenu } from './menu-words.ts'

/** The page of the tools into which courses lead. */
export const ltiScreens: Screen[] = [
  {
    path: '/clusters/$unitId/lti-tools',
    page: () => import('./tools-page.tsx'),
    menu: { words: toolMenu, order: 59.5, verb: 'import', under: 'teaching' },
  },
]
