import { offices, type Policy } from '#shared/access.ts'
import type { Import } from './import.contract.ts'

/** An import with the cluster it is for, as far as access needs it. */
export interface ImportSubject {
  status: Import['status']
  unit: { id: number; districtId: number; clusterIds: readonly number[] }
}

/** The office of the cluster and those above it; nobody else, for a ledger names persons. */
const leads: Policy<ImportSubject> = (actor, { unit }) =>
  actor.holds(offices, { unitId: unit.id, districtId: unit.districtId, clusterIds: unit.clusterIds })

export const importAccess = {
  read: leads,
  take: leads,
  discard: leads,
  correct: leads,
} satisfies Record<string, Policy<ImportSubject>>
