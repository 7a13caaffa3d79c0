import type { Screen } from '#ui/screen.ts'
import { handInWords } from './hand-in-words.ts'
import { importWords } from './words.ts'

/** The page of transfer: ledgers in. */
export const transferScreens: Screen[] = [
  { path: '/clusters/$unitId/import/$importId/rows', page: () => import('./correction-page.tsx') },
  { path: '/schools/$schoolId/hand-in', page: () => import('./own-hand-in-page.tsx') },
  {
    path: '/clusters/$unitId/hand-in',
    page: () => import('./hand-in-page.tsx'),
    menu: { words: handInWords, order: 55, verb: 'import', under: 'ledgers' },
  },
  {
    path: '/clusters/$unitId/import',
    page: () => import('./import-page.tsx'),
    menu: { words: importWords, order: 40, verb: 'import', under: 'ledgers' },
  },
]
