import { offices, type Actor, type Place, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const heads = ['principal', 'liaison'] as const
const office = ['cluster-office'] as const

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

export const isOffice = (actor: Actor, unit: UnitSubject): boolean => actor.holds(office, placeOf(unit))

/** Who works in a cluster or is over it finds what is taught in it. */
export const readsDelivery: Policy<UnitSubject> = (actor, unit) =>
  actor.belongs(unit.id) || actor.holds([...offices, 'expert'], placeOf(unit))

/** Writes for one of the schools of a cluster; for which, see `writesFor`. */
export const mayWrite: Policy<UnitSubject> = (actor, unit) =>
  isOffice(actor, unit) || (actor.belongs(unit.id) && actor.grants.some(({ role }) => role === 'principal' || role === 'liaison')) // prettier-ignore

/** Those of the member schools for which a person speaks: the cluster's office for all. */
export function speaksFor(actor: Actor, unit: UnitSubject, members: readonly number[]): number[] {
  if (isOffice(actor, unit)) return [...members]
  const own = actor.grants.filter(({ role }) => (heads as readonly string[]).includes(role)).map(({ unitId }) => unitId)
  return members.filter((id) => own.includes(id))
}

/** An offering as far as rights over it go. */
export interface OfferingPlace {
  unit: UnitSubject
  schoolId: number
  districtId: number
  isDraft: boolean
}

const keeps: Policy<OfferingPlace> = (actor, { unit, schoolId, districtId }) =>
  actor.holds(heads, { unitId: schoolId, districtId }) || isOffice(actor, unit)

export const offeringAccess = {
  /** What is being written is for those who write it. */
  read: (actor, offering) => (offering.isDraft ? keeps(actor, offering) : readsDelivery(actor, offering.unit)),
  keep: keeps,
  /** A draft is nobody's to enrol in, nor to know of. */
  enrol: (actor, offering) => !offering.isDraft && mayWrite(actor, offering.unit),
} satisfies Record<string, Policy<OfferingPlace>>
