import type { Actor } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

/** Into which tools its schools are led, the office of a cluster says, or its district. */
export const toolAccess = {
  keep: (actor: Actor, { id: unitId, districtId }: UnitSubject) =>
    actor.holds(['cluster-office', 'district-officer'], { unitId, districtId }),
}
