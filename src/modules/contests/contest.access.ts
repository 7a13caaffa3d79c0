import { offices, type Actor, type Place, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

export const readsContests = (actor: Actor, unit: UnitSubject): boolean =>
  actor.belongs(unit.id) || actor.holds([...offices, 'expert'], placeOf(unit))

/** Contests are the business of the cluster's own office. */
export const keepsContests: Policy<UnitSubject> = (actor, unit) => actor.holds(['cluster-office'], placeOf(unit))

export const clusterAccess = { keep: keepsContests } satisfies Record<string, Policy<UnitSubject>>

export const headsSchool = ({ grants }: Actor, schoolId: number): boolean =>
  grants.some(({ unitId, role }) => unitId === schoolId && (role === 'principal' || role === 'liaison'))

/** A contest as far as access needs it. */
export interface ContestPlace {
  unit: UnitSubject
  /** The reader judges one of its groups. */
  isJuror: boolean
}

export const contestAccess = {
  keep: (actor, { unit }) => keepsContests(actor, unit),
  announce: (actor, { unit }) => keepsContests(actor, unit),
} satisfies Record<string, Policy<ContestPlace>>

export const readsContest: Policy<ContestPlace> = (actor, { unit, isJuror }) => isJuror || readsContests(actor, unit)

/** A work as far as access needs it. */
export interface WorkPlace extends ContestPlace {
  schoolId: number
  /** The reader is one of its teachers. */
  isOwn: boolean
  /** The reader judges its group, and nothing stands between them. */
  judges: boolean
}

/** Whose a work is: its teachers, and who answers for the school. */
export const ownsWork: Policy<WorkPlace> = (actor, { schoolId, isOwn }) => isOwn || headsSchool(actor, schoolId)

export const workAccess = {
  read: (actor, work) => ownsWork(actor, work) || work.judges || keepsContests(actor, work.unit),
  withdraw: (actor, work) => ownsWork(actor, work) || keepsContests(actor, work.unit),
  score: (_, { judges }) => judges,
} satisfies Record<string, Policy<WorkPlace>>
