import { offices, type Actor, type Place, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

export interface School {
  schoolId: number
  districtId: number
}

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

/** That there is a studio, who hosts it and what it does is no secret within the cluster. */
export const readsStudios = (actor: Actor, unit: UnitSubject): boolean =>
  actor.belongs(unit.id) || actor.holds([...offices, 'expert'], placeOf(unit))

/** Studios are the business of the cluster's own office; a bureau above reads. */
export const keepsStudios: Policy<UnitSubject> = (actor, unit) => actor.holds(['cluster-office'], placeOf(unit))

export const clusterAccess = { keep: keepsStudios } satisfies Record<string, Policy<UnitSubject>>

/** Whether the person answers for a school. */
export const headsSchool = ({ grants }: Actor, { schoolId }: School): boolean =>
  grants.some(({ unitId, role }) => unitId === schoolId && (role === 'principal' || role === 'liaison'))

/** A studio as far as access needs it. */
export interface StudioPlace {
  unit: UnitSubject
  school: School
  /** The schools of its members, today. */
  memberSchools: readonly School[]
  /** What the reader is in it. */
  own: 'host' | 'member' | null
}

export const studioAccess = {
  keep: (actor, { unit }) => keepsStudios(actor, unit),
  /** Leads what the studio does: its host, or the office in their place. */
  host: (actor, { unit, own }) => own === 'host' || keepsStudios(actor, unit),
  appraise: (actor, { unit }) => actor.holds(['cluster-office', 'expert'], placeOf(unit)),
} satisfies Record<string, Policy<StudioPlace>>

export const readsStudio: Policy<StudioPlace> = (actor, { unit }) => readsStudios(actor, unit)

/** What was said of a studio's year is for the office, those in it, and the leadership of their schools. */
export const readsWords: Policy<StudioPlace> = (actor, { unit, own, school, memberSchools }) =>
  own !== null || keepsStudios(actor, unit) || [school, ...memberSchools].some((one) => headsSchool(actor, one))

/** An application as far as access needs it. */
export interface ApplicationPlace {
  unit: UnitSubject
  school: School
  isHost: boolean
}

export const applicationAccess = {
  decide: (actor, { unit }) => keepsStudios(actor, unit),
  withdraw: (actor, { unit, school, isHost }) => isHost || keepsStudios(actor, unit) || headsSchool(actor, school),
} satisfies Record<string, Policy<ApplicationPlace>>

/** Who applies for a place is told to the office, the host and the leadership of the school. */
export const readsApplication: Policy<ApplicationPlace> = applicationAccess.withdraw
