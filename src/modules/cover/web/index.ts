import type { Screen } from '#ui/screen.ts'

/** The pages of cover and shared lessons. */
export const coverScreens: Screen[] = [
  { path: '/schools/$schoolId/timetable', page: () => import('./timetable-page.tsx') },
]
