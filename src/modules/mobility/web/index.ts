import { later } from '#ui/later.tsx'
import type { Screen } from '#ui/screen.ts'
import { mobilityWords } from './words.ts'

/** The pages of mobility: the rotations of a cluster, school or teacher, a batch, a certificate. */
export const mobilityScreens: Screen[] = [
  {
    path: '/clusters/$unitId/rotations',
    page: () => import('./rotations-page.tsx'),
    menu: { words: mobilityWords, order: 42, verb: 'readTeachers', under: 'mobility' },
  },
  { path: '/clusters/$unitId/standings', page: () => import('./standings-page.tsx') },
  { path: '/units/$unitId/rotations', page: () => import('./district-page.tsx') },
  { path: '/schools/$schoolId/rotations', page: () => import('./school-page.tsx') },
  { path: '/rotation-batches/$batchId', page: () => import('./batch-page.tsx') },
  { path: '/rotations/$rotationId', page: () => import('./rotation-page.tsx') },
  { path: '/teachers/$teacherId/service', page: () => import('./service-page.tsx') },
  { path: '/account/rotations', page: () => import('./own-page.tsx') },
]

/** What a certificate of service proves, on the page where papers are checked. */
export const CertificateChecked = later(async () => (await import('./certificate-checked.tsx')).CertificateChecked)
