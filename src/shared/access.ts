/** The roles of the field; a grant is a role at an organization. */
export const roles = [
  'city-officer',
  'district-officer',
  'cluster-office',
  'principal',
  'liaison',
  'teacher',
  'expert',
  'administrator',
] as const
export type Role = (typeof roles)[number]

export const roleNames: Record<Role, string> = {
  'city-officer': '市教委',
  'district-officer': '区教育局',
  'cluster-office': '学区办',
  principal: '校长',
  liaison: '学校联络员',
  teacher: '教师',
  expert: '专家',
  administrator: '系统管理员',
}

/** Those who are over a cluster: its office, its district, its city. */
export const offices = ['cluster-office', 'district-officer', 'city-officer'] as const satisfies readonly Role[]

/** A place in the organization tree as far as access needs it: the thing itself, its district, and the clusters it is in. */
export interface Place {
  unitId: number
  districtId: number
  /** For a school: the clusters and groups whose member it is. */
  clusterIds?: readonly number[]
}

/** The schools a set of roles opens to a person: everything, whole districts, or named schools. */
export interface Reach {
  all: boolean
  districtIds: readonly number[]
  schoolIds: readonly number[]
}

export interface Actor {
  id: string
  name: string
  /** The roles in force today, each at an organization. */
  grants: readonly { role: Role; unitId: number; unitKind: string; unitName: string }[]
  /**
   * Whether one of the roles covers the place: a grant at the unit itself, at its district, at one of its clusters,
   * or at the city. A grant below a place (a teacher of a member school) does not cover it: see `belongs`.
   */
  holds(roles: readonly Role[], place: Place): boolean
  /** Whether the person has any role in the cluster or one of its member schools. */
  belongs(clusterId: number): boolean
  /** The schools whose persons the person may see at all (masked or not). The second wall is built from it. */
  sees: Reach
  /** The schools whose persons the person sees with full names. */
  names: Reach
}

/** Says whether an actor may do something to a subject. Pure: facts in, answer out. */
export type Policy<S> = (actor: Actor, subject: S) => boolean

/** The verbs of `policies` that the actor may use on the subject; sent along so that the page never guesses. */
export function verbsOn<S, V extends string>(policies: Record<V, Policy<S>>, actor: Actor, subject: S): V[] {
  return (Object.keys(policies) as V[]).filter((verb) => policies[verb](actor, subject))
}

/** For what every signed-in person may do: their own account, the words of the policies. */
export const signedIn: Policy<unknown> = () => true

/** Whether a school is one at which the person works; null is none. */
export const worksAt = ({ grants }: Actor, schoolId: number | null): boolean =>
  schoolId !== null && grants.some(({ unitId, role }) => unitId === schoolId && role !== 'administrator')

export function within(reach: Reach, school: { schoolId: number; districtId: number }): boolean {
  return reach.all || reach.districtIds.includes(school.districtId) || reach.schoolIds.includes(school.schoolId)
}
