import { offices, type Actor, type Place, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

/** What a school tells of its pupils and families, referrals with it: its own heads and those above. */
export const readsSchool: Policy<UnitSubject> = (actor, school) =>
  actor.holds([...offices, 'principal', 'liaison'], placeOf(school))

/** The school says it, or the office in its place; a bureau above only reads. */
export const keepsSchool: Policy<UnitSubject> = (actor, school) =>
  actor.holds(['principal', 'liaison', 'cluster-office'], placeOf(school))

export const remindsSchools: Policy<UnitSubject> = (actor, cluster) => actor.holds(['cluster-office'], placeOf(cluster))

/** Whoever answers for a member school may put down what it hosts; the office everything. */
export const addsActivity: Policy<UnitSubject> = (actor, cluster) =>
  remindsSchools(actor, cluster) ||
  (actor.belongs(cluster.id) && actor.grants.some(({ role }) => role === 'principal' || role === 'liaison'))

/** An activity with the cluster and the school it stands at. */
export interface Hosted {
  cluster: UnitSubject
  host: UnitSubject
  runBy: '学区' | '学校'
}

/** What the cluster runs is its office's to put down; what a school runs is the school's too. */
export const keepsActivity = (actor: Actor, { cluster, host, runBy }: Hosted): boolean =>
  remindsSchools(actor, cluster) ||
  (runBy === '学校' && host.clusterIds.includes(cluster.id) && keepsSchool(actor, host))
