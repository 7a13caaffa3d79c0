import { roles, within, type Policy, type Role } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { figureVerbs } from './figure.contract.ts'

/** A unit whose figures are asked; `aboutPersons` where rows behind a figure are and those are persons. */
export interface FigureSubject {
  unit: UnitSubject
  aboutPersons: boolean
}

/** Keeping accounts is no reason to see figures. */
const readers: readonly Role[] = roles.filter((role) => role !== 'administrator')
/** Taking a list out of the house belongs to the work of an office, not to everyone who may look at it. */
const exporters: readonly Role[] = readers.filter((role) => role !== 'teacher')

const read: Policy<FigureSubject> = (actor, { unit }) =>
  actor.holds(readers, { unitId: unit.id, districtId: unit.districtId, clusterIds: unit.clusterIds }) ||
  [unit.id, ...unit.clusterIds].some((id) => actor.belongs(id))

const hasRows = ({ kind }: UnitSubject) => kind === 'cluster' || kind === 'group' || kind === 'school'

const seesPersons: Policy<FigureSubject> = ({ sees }, { unit }) =>
  unit.kind === 'school'
    ? within(sees, { schoolId: unit.id, districtId: unit.districtId })
    : sees.all || sees.districtIds.length > 0 || sees.schoolIds.length > 0

const readRows: Policy<FigureSubject> = (actor, subject) =>
  hasRows(subject.unit) && read(actor, subject) && (!subject.aboutPersons || seesPersons(actor, subject))

/** A cluster or group sets its own targets, and says what is behind its figures; its district may for it. */
const keepers: readonly Role[] = ['cluster-office', 'district-officer']
const hasTargets = ({ kind }: UnitSubject) => kind === 'cluster' || kind === 'group'

const setTargets: Policy<FigureSubject> = (actor, { unit }) =>
  hasTargets(unit) && actor.holds(keepers, { unitId: unit.id, districtId: unit.districtId })

/** What may be done with the figures of a unit, by whom. Rows are of schools, so districts and the city have none. */
export const figureAccess = {
  read,
  readRows,
  export: (actor, subject) => readRows(actor, subject) && actor.grants.some(({ role }) => exporters.includes(role)),
  setTargets,
} satisfies Record<(typeof figureVerbs)[number], Policy<FigureSubject>>
