import { roles, type Actor, type Place, type Policy, type Role } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

/** A school's people keep its venues, the office those of all its schools and of its partners. */
const keepers = ['principal', 'liaison', 'cluster-office'] as const satisfies readonly Role[]
const office = ['cluster-office'] as const satisfies readonly Role[]

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

/** `at`: the school that has a venue, or the cluster whose partner has it. */
export interface Kept {
  at: UnitSubject
}

export const keepsVenuesOf: Policy<UnitSubject> = (actor, at) =>
  actor.holds(at.kind === 'school' ? keepers : office, placeOf(at))

/** Whoever works in the cluster, or over it. */
const reads = (actor: Actor, at: UnitSubject): boolean =>
  actor.holds(roles, placeOf(at)) || [at.id, ...at.clusterIds].some((id) => actor.belongs(id))

export const venueAccess = {
  read: (actor: Actor, { at }: Kept) => reads(actor, at),
  keep: (actor: Actor, { at }: Kept) => keepsVenuesOf(actor, at),
}
