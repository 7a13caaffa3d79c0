import type { Screen } from '#ui/screen.ts'
import { coursesMenu } from './menu-words.ts'

/** The pages of the course repository. */
export const coursesScreens: Screen[] = [
  {
    path: '/clusters/$unitId/courses',
    page: () => import('./courses-page.tsx'),
    menu: { words: coursesMenu, order: 48, verb: 'readSchools', under: 'teaching' },
  },
  { path: '/courses/new', page: () => import('./new-page.tsx') },
  { path: '/courses/$courseId', page: () => import('./course-page.tsx') },
  { path: '/courses/$courseId/review', page: () => import('./review-page.tsx') },
  { path: '/courses/$courseId/versions', page: () => import('./versions-page.tsx') },
  { path: '/courses/$courseId/update', page: () => import('./update-page.tsx') },
  { path: '/course-paths/$pathId', page: () => import('./path-page.tsx') },
  { path: '/shared-courses/$courseId', page: () => import('./open-course-page.tsx'), open: true },
]
