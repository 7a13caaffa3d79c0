import type { Screen } from '#ui/screen.ts'

/** The pages of identity: signing in, and one's own account. */
export const identityScreens: Screen[] = [
  { path: '/sign-in', page: () => import('./sign-in-page.tsx'), open: true },
  { path: '/account', page: () => import('./account-page.tsx') },
]
