import type { PhonePage } from '#phone/screen.ts'

/** Activities of unions on a phone: which there are, and signing in to them. */
export const pages: readonly PhonePage[] = [
  { path: '/research', load: () => import('./near-page.tsx') },
  { path: '/research-in', load: () => import('./sign-page.tsx') },
  { path: '/research-code', load: () => import('./event-code-page.tsx') },
]
