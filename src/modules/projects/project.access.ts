import { offices, type Actor, type Place, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const placeOf = ({ id, districtId, clusterIds }: UnitSubject): Place => ({ unitId: id, districtId, clusterIds })

/** That there is a project, who heads it and how far it has come is no secret within the cluster. */
export const readsProjects = (actor: Actor, unit: UnitSubject): boolean =>
  actor.belongs(unit.id) || actor.holds([...offices, 'expert'], placeOf(unit))

export const keepsProjects: Policy<UnitSubject> = (actor, unit) => actor.holds(['cluster-office'], placeOf(unit))

export const headsSchool = ({ grants }: Actor, schoolId: number): boolean =>
  grants.some(({ unitId, role }) => unitId === schoolId && (role === 'principal' || role === 'liaison'))

/** Who may register one at all: the office, who answers for a school of the cluster, and the teachers of its schools. */
export const registersProjects = (
  actor: Actor,
  unit: UnitSubject,
  { schools, ownSchool }: { schools: readonly { id: number }[]; ownSchool: number | undefined },
): boolean => keepsProjects(actor, unit) || schools.some(({ id }) => headsSchool(actor, id) || id === ownSchool)

/** A project as far as access needs it. */
export interface ProjectPlace {
  unit: UnitSubject
  /** Of its head. */
  schoolId: number
  own: 'head' | 'member' | null
}

export const projectAccess = {
  /** Keeps what is on file of it: its head, the leadership of the head's school, the office. */
  lead: (actor, { unit, schoolId, own }) =>
    own === 'head' || headsSchool(actor, schoolId) || keepsProjects(actor, unit),
} satisfies Record<string, Policy<ProjectPlace>>

export const readsProject: Policy<ProjectPlace> = (actor, { unit }) => readsProjects(actor, unit)

/** What shows that a step was reached is for those who work on the project, and who answers for it. */
export const readsProofs: Policy<ProjectPlace> = (actor, project) =>
  project.own !== null || projectAccess.lead(actor, project)
