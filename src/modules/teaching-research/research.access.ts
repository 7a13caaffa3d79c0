import { offices, type Actor, type Place, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

/** Unions and their activities are no secret within the cluster: whoever works in it or over it reads them. */
export const readsResearch = (actor: Actor, unit: UnitSubject): boolean =>
  actor.belongs(unit.id) || actor.holds([...offices, 'expert'], placeOf(unit))

/** A bureau above reads; what is on file of unions is the business of the cluster's own office. */
export const keepsResearch: Policy<UnitSubject> = (actor, unit) => actor.holds(['cluster-office'], placeOf(unit))

export const clusterAccess = { keep: keepsResearch } satisfies Record<string, Policy<UnitSubject>>

/** A union as far as access needs it. */
export interface UnionPlace {
  unit: UnitSubject
  /** The reader is the teacher who convenes it. */
  convenes: boolean
}

export const unionAccess = {
  keep: (actor, { unit }) => keepsResearch(actor, unit),
  /** Plans and holds what the union does: its convenor, or the office in their place. */
  lead: (actor, { unit, convenes }) => convenes || keepsResearch(actor, unit),
} satisfies Record<string, Policy<UnionPlace>>

export const readsUnion: Policy<UnionPlace> = (actor, { unit }) => readsResearch(actor, unit)
