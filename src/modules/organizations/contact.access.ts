import type { Actor, Policy } from '#shared/access.ts'
import { siteAccess } from './membership.access.ts'
import { unitAccess } from './unit.access.ts'
import type { UnitSubject } from './unit.contract.ts'

export const contactAccess = {
  read: unitAccess.readTeachers,
  keep: siteAccess.keep,
  /** A list with names and numbers goes out of the house only with those who keep it. */
  export: siteAccess.keep,
} satisfies Record<string, Policy<UnitSubject>>

/** The people of an office are there for the schools' own people: who sees some names in the cluster sees theirs. */
export function knowsOffice(actor: Actor, cluster: UnitSubject): boolean {
  const { all, districtIds, schoolIds } = actor.names
  const named = all || districtIds.length > 0 || schoolIds.length > 0
  return named && (actor.belongs(cluster.id) || siteAccess.keep(actor, cluster))
}
