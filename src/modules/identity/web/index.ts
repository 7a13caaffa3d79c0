import type { Screen } from '#ui/screen.ts'
import { accountsWords } from './accounts-words.ts'

/** The pages of identity: signing in and joining, one's own account and data, and the accounts that one keeps. */
export const identityScreens: Screen[] = [
  { path: '/sign-in', page: () => import('./sign-in-page.tsx'), open: true },
  { path: '/join/$token', page: () => import('./join-page.tsx'), open: true },
  { path: '/password/$token', page: () => import('./password-page.tsx'), open: true },
  { path: '/outside', page: () => import('./outside-page.tsx'), open: true },
  { path: '/account', page: () => import('./account-page.tsx') },
  { path: '/account/data', page: () => import('./data-page.tsx') },
  { path: '/corrections', page: () => import('./corrections-page.tsx') },
  {
    path: '/clusters/$unitId/accounts',
    page: () => import('./accounts-page.tsx'),
    menu: { words: accountsWords, order: 70, verb: 'keepAccounts' },
  },
  { path: '/admin/accounts', page: () => import('./admin-accounts-page.tsx') },
]
