import type { Screen } from '#ui/screen.ts'
import { activityMenu, serviceMenu } from './menu-words.ts'

/** Services to families and pupils: of a cluster, of one school, and what schools do together. */
export const pupilServicesScreens: Screen[] = [
  {
    path: '/clusters/$unitId/services',
    page: () => import('./services-page.tsx'),
    menu: { words: serviceMenu, order: 58, verb: 'readFigures', under: 'teaching' },
  },
  {
    path: '/clusters/$unitId/joint-activities',
    page: () => import('./activities-page.tsx'),
    menu: { words: activityMenu, order: 59, verb: 'readFigures', under: 'teaching' },
  },
  { path: '/schools/$schoolId/services', page: () => import('./school-services-page.tsx') },
]
