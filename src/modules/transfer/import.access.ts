import { offices, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Import } from './import.contract.ts'

/** An import with the cluster it is for and the school that handed it in, as far as access needs them. */
export interface ImportSubject {
  status: Import['status']
  unit: { id: number; districtId: number; clusterIds: readonly number[] }
  school?: UnitSubject | undefined
  /** What the office said of it. */
  verdict?: 'accepted' | 'returned' | null
}

/** The office of the cluster and those above it; nobody else, for a ledger names persons. */
const leads: Policy<ImportSubject> = (actor, { unit }) =>
  actor.holds(offices, { unitId: unit.id, districtId: unit.districtId, clusterIds: unit.clusterIds })

/** What a school handed in is also its principal's and its liaisons'. */
const answers: Policy<ImportSubject> = (actor, subject) =>
  leads(actor, subject) || (subject.school !== undefined && answersFor(actor, subject.school))

const answersFor: Policy<UnitSubject> = (actor, { id: unitId, districtId, clusterIds }) =>
  actor.holds(['principal', 'liaison'], { unitId, districtId, clusterIds })

export const importAccess = {
  read: answers,
  take: answers,
  discard: answers,
  correct: answers,
  /** What the office has taken as good no school takes away by itself: the office sends it back first. */
  undo: (actor, subject) => (subject.verdict === 'accepted' ? leads : answers)(actor, subject),
  /** Takes what a school handed in as good, or sends it back. */
  judge: (actor, subject) => subject.school !== undefined && leads(actor, subject),
} satisfies Record<string, Policy<ImportSubject>>
