import { offices, type Actor, type Place, type Policy, type Role } from '#shared/access.ts'
import type { CourseState, courseVerbs } from './entry.contract.ts'
import { isInReview } from './entry.rules.ts'
import { isVisible, seesDraft, seesPublished, type Reader, type Shown } from './visible.rules.ts'

/** Who writes courses at a school, and who answers for it. */
const writers = ['principal', 'liaison', 'teacher'] as const satisfies readonly Role[]
const heads = ['principal', 'liaison'] as const satisfies readonly Role[]

/** A course as far as rights over it go. */
export interface CoursePlace {
  course: Shown & { state: CourseState; createdBy: string; originId: string | null }
  reader: Reader
  school: Place
  /** The reader is one of the authors. */
  isAuthor: boolean
  /** It is with the experts, and nobody can judge it. */
  isExpertless: boolean
}

export const writesAt = (actor: Actor, schoolId: number): boolean =>
  actor.grants.some(({ role, unitId }) => unitId === schoolId && (writers as readonly Role[]).includes(role))

const answersFor: Policy<CoursePlace> = (actor, { school }) =>
  actor.grants.some(({ role, unitId }) => unitId === school.unitId && (heads as readonly Role[]).includes(role))

const isOffice: Policy<CoursePlace> = (actor, { course: { clusterId, districtId } }) =>
  actor.holds(['cluster-office'], { unitId: clusterId, districtId })

/** Who began it, its authors, who answers for the school; a copy is the whole school's to adapt. */
const writes: Policy<CoursePlace> = (actor, place) =>
  actor.id === place.course.createdBy ||
  place.isAuthor ||
  answersFor(actor, place) ||
  (place.course.originId !== null && writesAt(actor, place.school.unitId))

/** Each step has its own reviewers; where a cluster has no expert, its office decides instead. */
const reviews: Policy<CoursePlace> = (actor, place) => {
  const { state, clusterId, districtId } = place.course
  if (state === '学校审核') return answersFor(actor, place)
  if (state === '专家评审' && !place.isExpertless) return actor.holds(['expert'], { unitId: clusterId, districtId })
  return (state === '专家评审' || state === '学区审定') && isOffice(actor, place)
}

export const courseAccess = {
  write: writes,
  submit: writes,
  recall: writes,
  review: reviews,
  withdraw: (actor, place) => answersFor(actor, place) || isOffice(actor, place),
  restore: (actor, place) => answersFor(actor, place) || isOffice(actor, place),
  /** A school takes over what is published for it; its own it has. */
  adopt: (actor, { course, reader }) =>
    seesPublished(reader, course) && reader.schoolIds.some((id) => id !== course.schoolId && writesAt(actor, id)),
  update: writes,
} satisfies Record<(typeof courseVerbs)[number], Policy<CoursePlace>>

export const readAccess = {
  read: (_, { reader, course }) => isVisible(reader, course),
  /** What is being written, beside what was published. */
  readDraft: (_, { reader, course }) => seesDraft(reader, course),
  /** What was said of it on its way: those who write it, who reviews it now, and those over it. */
  readReviews: (actor, place) =>
    writes(actor, place) || (isInReview(place.course.state) && reviews(actor, place)) || isOver(actor, place),
  /** Who the experts were, the office alone is told. */
  readExperts: (actor, place) => isOver(actor, place),
} satisfies Record<string, Policy<CoursePlace>>

const isOver: Policy<CoursePlace> = (actor, { course: { clusterId, districtId } }) =>
  actor.holds(offices, { unitId: clusterId, districtId })
