import type { Screen } from '#ui/screen.ts'
import { peopleWords } from './words.ts'

/** The pages of people: the teachers of a cluster, who of them may rotate, who is on file twice, and one teacher over the years. */
export const peopleScreens: Screen[] = [
  {
    path: '/clusters/$unitId/teachers',
    page: () => import('./teacher-list-page.tsx'),
    menu: { words: peopleWords, order: 40, verb: 'readTeachers' },
  },
  { path: '/clusters/$unitId/eligible', page: () => import('./eligible-page.tsx') },
  { path: '/clusters/$unitId/duplicates', page: () => import('./duplicates-page.tsx') },
  { path: '/teachers/$teacherId', page: () => import('./teacher-page.tsx') },
]
