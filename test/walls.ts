import { assessment } from './walls/assessment.ts'
import { audit } from './walls/audit.ts'
import { bookings } from './walls/bookings.ts'
import { checkIn } from './walls/check-in.ts'
import { collections } from './walls/collections.ts'
import { contests } from './walls/contests.ts'
import { courses } from './walls/courses.ts'
import { cover } from './walls/cover.ts'
import { delivery } from './walls/delivery.ts'
import { files } from './walls/files.ts'
import { identity } from './walls/identity.ts'
import { lti } from './walls/lti.ts'
import { main } from './walls/main.ts'
import { mobility } from './walls/mobility.ts'
import { organizations } from './walls/organizations.ts'
import { people } from './walls/people.ts'
import { posts } from './walls/posts.ts'
import { practice } from './walls/practice.ts'
import { pupilServices } from './walls/pupil-services.ts'
import { projects } from './walls/projects.ts'
import { publishing } from './walls/publishing.ts'
import { rotationPlanning } from './walls/rotation-planning.ts'
import { studios } from './walls/studios.ts'
import { training } from './walls/training.ts'
import { teachingResearch } from './walls/teaching-research.ts'
import { transfer } from './walls/transfer.ts'
import { venues } from './walls/venues.ts'
import { workbench } from './walls/workbench.ts'
import type { Ask } from './walls/ask.ts'

export { reach, type Ask } from './walls/ask.ts'

/** Every endpoint of the product, asked for the own and for a foreign organization: one file a module. A new endpoint needs its line there. */
export const expectations: Record<string, readonly Ask[]> = {
  ...main,
  ...identity,
  ...workbench,
  ...files,
  ...lti,
  ...organizations,
  ...people,
  ...bookings,
  ...checkIn,
  ...courses,
  ...cover,
  ...delivery,
  ...mobility,
  ...rotationPlanning,
  ...posts,
  ...assessment,
  ...practice,
  ...publishing,
  ...pupilServices,
  ...training,
  ...teachingResearch,
  ...studios,
  ...contests,
  ...projects,
  ...collections,
  ...transfer,
  ...audit,
  ...venues,
}
