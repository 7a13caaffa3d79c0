import type { PhonePage } from '#phone/screen.ts'

/** Booking and coming, on a phone. */
export const pages: readonly PhonePage[] = [
  { path: '/', load: () => import('./today-page.tsx') },
  { path: '/days', load: () => import('./days-page.tsx') },
  { path: '/check-in', load: () => import('./check-in-page.tsx') },
  { path: '/in', load: () => import('./scan-page.tsx'), open: true },
  { path: '/open', load: () => import('./open-page.tsx'), open: true },
  { path: '/find', load: () => import('./find-page.tsx') },
  { path: '/mine', load: () => import('./mine-page.tsx') },
  { path: '/host', load: () => import('./host-page.tsx') },
  { path: '/code', load: () => import('./code-page.tsx') },
]
