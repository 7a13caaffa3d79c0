import type { Screen } from '#ui/screen.ts'
import { peopleWords } from './words.ts'

/** The pages of people: the teachers of a cluster, and one teacher over the years. */
export const peopleScreens: Screen[] = [
  {
    path: '/clusters/$unitId/teachers',
    page: () => import('./teacher-list-page.tsx'),
    menu: { words: peopleWords, order: 30, verb: 'readTeachers' },
  },
  { path: '/teachers/$teacherId', page: () => import('./teacher-page.tsx') },
]
