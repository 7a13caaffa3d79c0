import { offices, type Actor, type Policy } from '#shared/access.ts'
import { placeOf } from './unit.access.ts'
import type { UnitSubject } from './unit.contract.ts'

const bureaus = ['district-officer', 'city-officer'] as const

/** A change of membership with all that it touches. */
export interface ChangeSubject {
  kind: 'join' | 'leave' | 'role' | 'move' | 'close'
  cluster: UnitSubject
  school: UnitSubject
  /** Where a school that moves goes to. */
  other?: UnitSubject | undefined
}

const overCluster = (actor: Actor, unit: UnitSubject) => actor.holds(offices, placeOf(unit))
const decides = (actor: Actor, unit: UnitSubject) => actor.holds(bureaus, placeOf(unit))

/**
 * An office keeps the roles of its members and lets them go. Who comes in is for the bureau that is over both: a new
 * member opens its teachers' names to the office, and no one may open that to oneself.
 */
export const membershipAccess = {
  change: (actor, { kind, cluster, school, other }) => {
    if (kind === 'leave' || kind === 'role') return overCluster(actor, cluster)
    return [cluster, school, ...(other ? [other] : [])].every((unit) => decides(actor, unit))
  },
} satisfies Record<string, Policy<ChangeSubject>>

/** Taking a change back asks for what making it asked for; an office does not undo what the bureau did. */
export const undoAccess: Policy<{ byDistrict: boolean; clusters: readonly UnitSubject[] }> = (actor, change) =>
  change.clusters.every((cluster) => (change.byDistrict ? decides(actor, cluster) : overCluster(actor, cluster)))

/** What may be done with a cluster and with a school by hand. */
export const organizationAccess = {
  /** Name, kind, stage scope, duties. */
  keep: overCluster,
  /** Members come in, move over; the cluster closes. */
  decide: decides,
} satisfies Record<string, Policy<UnitSubject>>

const ofSchool = [...offices, 'principal', 'liaison'] as const

export const siteAccess = {
  /** Campuses and contacts: the school for its own, the offices above it for theirs. */
  keep: (actor, unit) => actor.holds(ofSchool, placeOf(unit)),
} satisfies Record<string, Policy<UnitSubject>>
