import type { Module } from '#platform/module.ts'
import { organizations } from '#modules/organizations/module.ts'
import { identity } from '#modules/identity/module.ts'
import { workbench } from '#modules/workbench/module.ts'
import { files } from '#modules/files/module.ts'
import { lti } from '#modules/lti/module.ts'
import { people } from '#modules/people/module.ts'
import { mobility } from '#modules/mobility/module.ts'
import { training } from '#modules/training/module.ts'
import { courses } from '#modules/courses/module.ts'
import { cover } from '#modules/cover/module.ts'
import { venues } from '#modules/venues/module.ts'
import { bookings } from '#modules/bookings/module.ts'
import { delivery } from '#modules/delivery/module.ts'
import { rotationPlanning } from '#modules/rotation-planning/module.ts'
import { practice } from '#modules/practice/module.ts'
import { pupilServices } from '#modules/pupil-services/module.ts'
import { teachingResearch } from '#modules/teaching-research/module.ts'
import { studios } from '#modules/studios/module.ts'
import { contests } from '#modules/contests/module.ts'
import { projects } from '#modules/projects/module.ts'
import { collections } from '#modules/collections/module.ts'
import { posts } from '#modules/posts/module.ts'
import { assessment } from '#modules/assessment/module.ts'
import { transfer } from '#modules/transfer/module.ts'
import { publishing } from '#modules/publishing/module.ts'
import { audit } from '#modules/audit/module.ts'

/** Every module of the product, lower ones first: a module may lean only on those above it in this list. */
export const modules: readonly Module[] = [
  organizations,
  identity,
  workbench,
  files,
  lti,
  people,
  mobility,
  training,
  courses,
  cover,
  venues,
  bookings,
  delivery,
  practice,
  pupilServices,
  teachingResearch,
  studios,
  contests,
  projects,
  collections,
  rotationPlanning,
  posts,
  assessment,
  publishing,
  transfer,
  audit,
]
