import { assessmentScreens } from '#modules/assessment/web/index.ts'
import { auditScreens } from '#modules/audit/web/index.ts'
import { bookingsScreens } from '#modules/bookings/web/index.ts'
import { collectionsScreens } from '#modules/collections/web/index.ts'
import { coursesScreens } from '#modules/courses/web/index.ts'
import { coverScreens } from '#modules/cover/web/index.ts'
import { deliveryScreens } from '#modules/delivery/web/index.ts'
import { identityScreens } from '#modules/identity/web/index.ts'
import { ltiScreens } from '#modules/lti/web/index.ts'
import { mobilityScreens } from '#modules/mobility/web/index.ts'
import { organizationsScreens } from '#modules/organizations/web/index.ts'
import { peopleScreens } from '#modules/people/web/index.ts'
import { postsScreens } from '#modules/posts/web/index.ts'
import { practiceScreens } from '#modules/practice/web/index.ts'
import { pupilServicesScreens } from '#modules/pupil-services/web/index.ts'
import { projectsScreens } from '#modules/projects/web/index.ts'
import { publishingScreens } from '#modules/publishing/web/index.ts'
import { rotationPlanningScreens } from '#modules/rotation-planning/web/index.ts'
import { trainingScreens } from '#modules/training/web/index.ts'
import { contestsScreens } from '#modules/contests/web/index.ts'
import { studiosScreens } from '#modules/studios/web/index.ts'
import { teachingResearchScreens } from '#modules/teaching-research/web/index.ts'
import { transferScreens } from '#modules/transfer/web/index.ts'
import { venuesScreens } from '#modules/venues/web/index.ts'
import { workbenchScreens } from '#modules/workbench/web/index.ts'
import type { Screen } from '#ui/screen.ts'

/** Every page of the site; pages/ holds those that join modules. */
export const screens: readonly Screen[] = [
  ...identityScreens,
  ...workbenchScreens,
  ...organizationsScreens,
  ...peopleScreens,
  ...postsScreens,
  ...mobilityScreens,
  ...bookingsScreens,
  ...coverScreens,
  ...coursesScreens,
  ...deliveryScreens,
  ...ltiScreens,
  ...venuesScreens,
  ...practiceScreens,
  ...pupilServicesScreens,
  ...teachingResearchScreens,
  ...studiosScreens,
  ...contestsScreens,
  ...projectsScreens,
  ...collectionsScreens,
  ...rotationPlanningScreens,
  ...assessmentScreens,
  ...publishingScreens,
  ...trainingScreens,
  ...transferScreens,
  ...auditScreens,
  { path: '/', page: () => import('./pages/today-page.tsx') },
  { path: '/clusters', page: () => import('./pages/home-page.tsx') },
  { path: '/schools/$schoolId', page: () => import('./pages/school-page.tsx') },
  { path: '/verify', page: () => import('./pages/verify-page.tsx'), open: true },
  { path: '/verify/$code', page: () => import('./pages/verify-page.tsx'), open: true },
  // Certificates of walks were printed with an address of their own.
  { path: '/walks/$code', page: () => import('./pages/verify-page.tsx'), open: true },
]
