import type { Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { listVerbs } from './eligible-list.contract.ts'
import { leadsUnit } from './list.access.ts'

/** A school's own people do not decide when its list is final: its cluster's office does, and those above. */
export const eligibleListAccess = {
  freeze: leadsUnit,
  thaw: leadsUnit,
} satisfies Record<(typeof listVerbs)[number], Policy<UnitSubject>>
