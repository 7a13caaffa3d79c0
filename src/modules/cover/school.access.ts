import { offices, within, type Actor, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const keepers = ['principal', 'liaison', ...offices] as const
const placeOf = ({ id, districtId, clusterIds }: UnitSubject) => ({ unitId: id, districtId, clusterIds })

/** Those who answer for a school's lessons: the school itself, its cluster's office and those above. */
export const keepsSchool: Policy<UnitSubject> = (actor, school) => actor.holds(keepers, placeOf(school))

/** Those who set how a cluster finds people. */
export const leadsCluster: Policy<UnitSubject> = (actor, unit) =>
  unit.kind !== 'school' && actor.holds(offices, placeOf(unit))

/** A school's timetable is open to whoever sees its teachers. */
export const seesSchool: Policy<UnitSubject> = (actor, { id, districtId }) =>
  within(actor.sees, { schoolId: id, districtId })

/** Whether the person is told a teacher's name. */
export const isNamed = (actor: Actor, school: { schoolId: number; districtId: number }): boolean =>
  within(actor.names, school)
