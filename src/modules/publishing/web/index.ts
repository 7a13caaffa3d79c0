import type { Screen } from '#ui/screen.ts'
import { reportWords } from './words.ts'

/** The pages of publishing: the reports of a cluster, and one of them. */
export const publishingScreens: readonly Screen[] = [
  {
    path: '/clusters/$unitId/reports',
    page: () => import('./reports-page.tsx'),
    menu: { words: reportWords, order: 60, verb: 'readFigures' },
  },
  { path: '/reports/$reportId', page: () => import('./report-page.tsx') },
]
