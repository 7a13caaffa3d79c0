import { worksAt, type Policy } from '#shared/access.ts'
import { keepsResearch, unionAccess, type UnionPlace } from './research.access.ts'

/** An activity as far as access needs it. */
export interface EventPlace extends UnionPlace {
  host: { schoolId: number; districtId: number }
}

export const heads = ['principal', 'liaison'] as const

const lead: Policy<EventPlace> = (actor, place) => unionAccess.lead(actor, place)

export const eventAccess = {
  /** Prepares it and tells what became of it. */
  lead,
  /** Shows the code to sign in by: also whoever receives the others at the school. */
  show: (actor, place) => lead(actor, place) || worksAt(actor, place.host.schoolId),
  /** Comes to it: whoever works in the cluster. */
  sign: (actor, { unit }) => actor.belongs(unit.id) || keepsResearch(actor, unit),
  /** Records who came of a school: for which one, see `recordsFor`. */
  record: (actor, place) =>
    lead(actor, place) || (actor.belongs(place.unit.id) && actor.grants.some(({ role }) => role === 'principal' || role === 'liaison')), // prettier-ignore
} satisfies Record<string, Policy<EventPlace>>

export const recordsFor: Policy<EventPlace & { school: { id: number; districtId: number } }> = (
  actor,
  { school, ...place },
) =>
  // prettier-ignore
  lead(actor, place) || actor.holds(heads, { unitId: school.id, districtId: school.districtId })
