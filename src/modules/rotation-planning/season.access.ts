import { offices, verbsOn, type Actor, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { planVerbs } from './plan.contract.ts'
import type { seasonVerbs } from './season.contract.ts'

const placeOf = ({ id, districtId, clusterIds }: UnitSubject) => ({ unitId: id, districtId, clusterIds })
const isCluster = ({ kind }: UnitSubject) => kind === 'cluster' || kind === 'group'

/** What may be done with the season of a cluster. Why somebody asks to be exempt is for its office, not for those above it. */
export const seasonAccess = {
  read: (actor, unit) => isCluster(unit) && actor.holds(offices, placeOf(unit)),
  change: (actor, unit) => isCluster(unit) && actor.holds(offices, placeOf(unit)),
  adopt: (actor, unit) => isCluster(unit) && actor.holds(['cluster-office'], placeOf(unit)),
  answer: (actor, unit) => isCluster(unit) && actor.holds(['cluster-office'], placeOf(unit)),
} satisfies Record<string, Policy<UnitSubject>>

/** Who answers for a school in a season: itself, or the office in its place. */
export const schoolAccess = {
  keep: (actor, school) =>
    school.kind === 'school' && actor.holds([...offices, 'principal', 'liaison'], placeOf(school)),
  answer: (actor, school) => school.kind === 'school' && actor.holds(['cluster-office', 'principal'], placeOf(school)),
} satisfies Record<string, Policy<UnitSubject>>

export const seasonVerbsOf = (actor: Actor, cluster: UnitSubject): (typeof seasonVerbs)[number][] =>
  verbsOn({ change: seasonAccess.change, answer: seasonAccess.answer }, actor, cluster)

export const planVerbsOf = (actor: Actor, cluster: UnitSubject): (typeof planVerbs)[number][] =>
  verbsOn({ change: seasonAccess.change, adopt: seasonAccess.adopt }, actor, cluster)

/** Whether somebody acts as an office, whom the days of a season do not bind. */
export const isOffice = (actor: Actor, cluster: UnitSubject): boolean => actor.holds(offices, placeOf(cluster))
