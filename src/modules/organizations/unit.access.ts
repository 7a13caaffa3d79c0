import { offices, roles, within, type Actor, type Place, type Policy } from '#shared/access.ts'
import type { UnitSubject, unitVerbs } from './unit.contract.ts'

/** Where a unit stands, as the actor's roles are held against it. */
export const placeOf = (unit: UnitSubject): Place => ({
  unitId: unit.id,
  districtId: unit.districtId,
  clusterIds: unit.clusterIds,
})

export const isCluster = (unit: UnitSubject): boolean => unit.kind === 'cluster' || unit.kind === 'group'

/** Whoever works in a cluster may know what it is and which schools are in it; so may those above it. */
const read: Policy<UnitSubject> = (actor, unit) => actor.holds(roles, placeOf(unit)) || isAmong(actor, unit)

const isAmong: Policy<UnitSubject> = (actor, unit) => [unit.id, ...unit.clusterIds].some((id) => actor.belongs(id))

const workers = roles.filter((role) => role !== 'administrator')

/** An administrator keeps accounts and sees no person. */
const seesPersons = ({ sees }: Actor) => sees.all || sees.districtIds.length > 0 || sees.schoolIds.length > 0

const leads: Policy<UnitSubject> = (actor, unit) => actor.holds(offices, placeOf(unit))

const heads: Policy<UnitSubject> = (actor, unit) =>
  actor.holds(['principal'], placeOf(unit)) ||
  (isCluster(unit) && actor.belongs(unit.id) && actor.grants.some(({ role }) => role === 'principal'))

const answersForSchool = ({ role }: Actor['grants'][number]) => role === 'principal' || role === 'liaison'

/** What may be done with a unit of the organization tree, by whom. */
export const unitAccess = {
  read,
  readSchools: (actor, unit) => isCluster(unit) && read(actor, unit),
  readTeachers: (actor, unit) =>
    unit.kind === 'school'
      ? within(actor.sees, { schoolId: unit.id, districtId: unit.districtId })
      : isCluster(unit) && seesPersons(actor) && read(actor, unit),
  import: (actor, unit) => isCluster(unit) && leads(actor, unit),
  readAudit: leads,
  /** Keeping accounts is no reason to see figures. */
  readFigures: (actor, unit) => actor.holds(workers, placeOf(unit)) || isAmong(actor, unit),
  /** A principal looks after the accounts of the own school, wherever in the cluster they are listed. */
  keepAccounts: (actor, unit) => actor.holds([...offices, 'administrator'], placeOf(unit)) || heads(actor, unit),
  /** A school's own ledger: by its principal or liaison, or by the office in their place. */
  handIn: (actor, unit) => unit.kind === 'school' && actor.holds([...offices, 'principal', 'liaison'], placeOf(unit)),
  /** Posts and the reserve pool are no matter of every teacher's: the offices', and of those who answer for a member. */
  readPosts: (actor, unit) =>
    isCluster(unit) && (leads(actor, unit) || (actor.belongs(unit.id) && actor.grants.some(answersForSchool))),
} satisfies Record<(typeof unitVerbs)[number], Policy<UnitSubject>>
