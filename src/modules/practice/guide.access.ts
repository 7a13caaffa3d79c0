import type { Actor } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const isCluster = ({ kind }: UnitSubject) => kind === 'cluster' || kind === 'group'

/** The office writes the guide of its cluster. */
export const practiceAccess = {
  keep: (actor: Actor, unit: UnitSubject) =>
    isCluster(unit) && actor.holds(['cluster-office'], { unitId: unit.id, districtId: unit.districtId }),
}
