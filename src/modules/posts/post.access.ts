import type { Actor, Place, Policy, Role } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { postVerbs } from './post.contract.ts'

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

/** Who answers for a school. */
export const heads = ['principal', 'liaison'] as const satisfies readonly Role[]
/** A bureau above reads; what is decided is the business of the cluster's own office. */
const deciders = ['cluster-office'] as const satisfies readonly Role[]

const isHead = (actor: Actor) => actor.grants.some(({ role }) => (heads as readonly Role[]).includes(role))

const decides: Policy<UnitSubject> = (actor, unit) => actor.holds(deciders, placeOf(unit))

export const postAccess = {
  /** Speaks for some school of the cluster; for which one, see `speaksFor`. */
  state: (actor, unit) => decides(actor, unit) || (isHead(actor) && actor.belongs(unit.id)),
  decide: decides,
} satisfies Record<(typeof postVerbs)[number], Policy<UnitSubject>>

/** A school, and the cluster in which it is looked at. */
export interface SchoolPlace {
  schoolId: number
  districtId: number
  clusterIds: readonly number[]
}

/** Whether the person states and proposes for a school: its principal, its liaison, or the office in their place. */
export const speaksFor = (actor: Actor, { schoolId, districtId, clusterIds }: SchoolPlace): boolean =>
  actor.holds([...heads, ...deciders], { unitId: schoolId, districtId, clusterIds })
