import type { Policy, Role } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const keepers = ['cluster-office', 'district-officer'] as const satisfies readonly Role[]

/** The calendar is the district's: its own people say it, or the office of one of its clusters. */
export const keepsCalendar: Policy<UnitSubject> = (actor, { id, districtId, clusterIds }) =>
  actor.holds(keepers, { unitId: id, districtId, clusterIds })
