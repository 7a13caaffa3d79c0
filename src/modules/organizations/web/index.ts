import { lazy } from 'react'
import type { Screen } from '#ui/screen.ts'
import { schoolWords } from './words.ts'
import { organizationWords } from './organization-words.ts'

/** The parts of a school's page that organizations keeps: what is said at its head, its campuses and contacts. */
export const SchoolNotice = lazy(() => import('./school-notice.tsx'))
export const SchoolOrganization = lazy(() => import('./school-organization.tsx'))

/** The pages of organizations: the schools of a cluster, and how it is made up. */
export const organizationsScreens: Screen[] = [
  {
    path: '/clusters/$unitId/schools',
    page: () => import('./school-list-page.tsx'),
    menu: { words: schoolWords, order: 30, verb: 'readSchools' },
  },
  {
    path: '/clusters/$unitId/organization',
    page: () => import('./organization-page.tsx'),
    menu: { words: organizationWords, order: 35, verb: 'readSchools' },
  },
  { path: '/clusters/$unitId/contacts', page: () => import('./contact-page.tsx') },
  { path: '/clusters/$unitId/map', page: () => import('./map-page.tsx') },
  { path: '/units/$unitId/clusters', page: () => import('./district-page.tsx') },
]
