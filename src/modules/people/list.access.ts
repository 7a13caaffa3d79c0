import { offices, type Actor, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { listVerbs } from './teacher.contract.ts'
import { keeps } from './teacher.access.ts'

const placeOf = ({ id, districtId, clusterIds }: UnitSubject) => ({ unitId: id, districtId, clusterIds })

/** The office of a cluster or school, and those above it. */
export const leadsUnit: Policy<UnitSubject> = (actor, unit) => actor.holds(offices, placeOf(unit))

/** Whether the person writes the register of the unit itself; a member school's principal writes but their own. */
export const keepsUnit: Policy<UnitSubject> = (actor, unit) =>
  keeps(actor, { schoolId: unit.id, districtId: unit.districtId, clusterIds: unit.clusterIds })

/** Taking a list out of the house belongs to the work of an office or school, not to everyone who may look at it. */
const exports: Policy<UnitSubject> = ({ grants }) =>
  grants.some(({ role }) => role !== 'teacher' && role !== 'administrator')

/** What may be done with a unit's list of teachers by those who may read it. */
export const listAccess = {
  export: exports,
  rollOver: keepsUnit,
  readDuplicates: leadsUnit,
} satisfies Record<(typeof listVerbs)[number], Policy<UnitSubject>>

/** Of a unit's schools those whose register the person writes; of a cluster, its office those that are members today. */
export const kept = <S extends { schoolId: number; districtId: number }>(
  actor: Actor,
  unit: UnitSubject,
  schools: readonly S[],
  membersToday: readonly number[],
): S[] =>
  schools.filter((school) => {
    const ofCluster = membersToday.includes(school.schoolId) ? [unit.id] : []
    return keeps(actor, { ...school, clusterIds: unit.kind === 'school' ? unit.clusterIds : ofCluster })
  })
