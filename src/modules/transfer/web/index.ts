import type { Screen } from '#ui/screen.ts'
import { importWords } from './words.ts'

/** The page of transfer: ledgers in. */
export const transferScreens: Screen[] = [
  { path: '/clusters/$unitId/import/$importId/rows', page: () => import('./correction-page.tsx') },
  {
    path: '/clusters/$unitId/import',
    page: () => import('./import-page.tsx'),
    menu: { words: importWords, order: 40, verb: 'import' },
  },
]
