import { later } from '#ui/later.tsx'
import type { Screen } from '#ui/screen.ts'
import { trainingMenuWords } from './menu-words.ts'

/** 研修与学分: courses of a cluster, school or district, one course, recognition, a school's credits, one's own. */
export const trainingScreens: Screen[] = [
  {
    path: '/clusters/$unitId/training',
    page: () => import('./courses-page.tsx'),
    menu: { words: trainingMenuWords, order: 50, verb: 'readFigures', under: 'teaching' },
  },
  { path: '/units/$unitId/training', page: () => import('./courses-page.tsx') },
  { path: '/units/$unitId/training-recognition', page: () => import('./recognition-page.tsx') },
  { path: '/training/$courseId', page: () => import('./course-page.tsx') },
  { path: '/schools/$schoolId/training-credits', page: () => import('./school-credits-page.tsx') },
  { path: '/account/training', page: () => import('./own-credits-page.tsx') },
]

/** What a certificate of a course proves, on the page where papers are checked. */
export const TrainingChecked = later(async () => (await import('./training-checked.tsx')).TrainingChecked)
