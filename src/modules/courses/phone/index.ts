import type { PhonePage } from '#phone/screen.ts'

/** What is open to everybody, on a phone. */
export const pages: readonly PhonePage[] = [
  { path: '/courses', load: () => import('./open-list-page.tsx'), open: true },
  { path: '/course', load: () => import('./open-course-page.tsx'), open: true },
]
