import type { PhonePage } from '#phone/screen.ts'

/** Leading a class along a route of study, on a phone. */
export const pages: readonly PhonePage[] = [
  { path: '/walks', load: () => import('./walks-page.tsx') },
  { path: '/walk', load: () => import('./walk-page.tsx') },
  { path: '/at', load: () => import('./at-page.tsx') },
  { path: '/stop-code', load: () => import('./stop-code-page.tsx') },
]
