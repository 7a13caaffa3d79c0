import type { Screen } from '#ui/screen.ts'
import { coverWords } from './cover-words.ts'

/** The pages of cover and shared lessons: a cluster's or school's week, one missed lesson, what a teacher is asked, and timetables. */
export const coverScreens: Screen[] = [
  {
    path: '/clusters/$unitId/cover',
    page: () => import('./cover-page.tsx'),
    menu: { words: coverWords, order: 43, verb: 'readTeachers', under: 'mobility' },
  },
  { path: '/schools/$schoolId/cover', page: () => import('./cover-page.tsx') },
  { path: '/schools/$schoolId/timetable', page: () => import('./timetable-page.tsx') },
  { path: '/cover/gaps/$gapId', page: () => import('./gap-page.tsx') },
  { path: '/cover/asks/$askId', page: () => import('./ask-page.tsx') },
  { path: '/cover/mine', page: () => import('./mine-page.tsx') },
]
