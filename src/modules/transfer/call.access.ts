import { offices, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const placeOf = ({ id, districtId, clusterIds }: UnitSubject) => ({ unitId: id, districtId, clusterIds })

const leads: Policy<UnitSubject> = (actor, unit) => actor.holds(offices, placeOf(unit))

/** What may be done with a call, by who is over its cluster. */
export const callAccess = {
  read: leads,
  change: leads,
  remind: leads,
} satisfies Record<string, Policy<UnitSubject>>
