import type { Screen } from '#ui/screen.ts'
import { auditWords } from './words.ts'

/** The pages of audit: what changed lately in a cluster, and to the platform. */
export const auditScreens: Screen[] = [
  {
    path: '/clusters/$unitId/changes',
    page: () => import('./changes-page.tsx'),
    menu: { words: auditWords, order: 80, verb: 'readAudit' },
  },
  { path: '/admin/changes', page: () => import('./platform-page.tsx') },
]
