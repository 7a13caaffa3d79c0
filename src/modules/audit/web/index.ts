import type { Screen } from '#ui/screen.ts'
import { auditWords } from './words.ts'

/** The page of audit: what changed lately in a cluster. */
export const auditScreens: Screen[] = [
  {
    path: '/clusters/$unitId/changes',
    page: () => import('./changes-page.tsx'),
    menu: { words: auditWords, order: 50, verb: 'readAudit' },
  },
]
