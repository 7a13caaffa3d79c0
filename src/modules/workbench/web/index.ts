import { lazy } from 'react'
import type { Screen } from '#ui/screen.ts'

export { Bell } from './bell.tsx'

/** The parts of the day's page that the workbench keeps. */
export const TodoList = lazy(() => import('./todo-list.tsx'))
export const NoticeList = lazy(() => import('./notice-list.tsx'))

/** The pages of the workbench: notices, how one is told, and work that goes on behind. */
export const workbenchScreens: readonly Screen[] = [
  { path: '/notices', page: () => import('./notices-page.tsx') },
  { path: '/account/notices', page: () => import('./ways-page.tsx') },
  { path: '/jobs/$jobId', page: () => import('./job-page.tsx') },
]
