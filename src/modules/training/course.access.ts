import type { Actor, Place, Policy, Role } from '#shared/access.ts'

/** A unit that holds courses, as far as rights over them go. */
export interface Holder {
  kind: string
  place: Place
}

const keepers: Record<string, readonly Role[]> = {
  school: ['principal', 'liaison', 'cluster-office'],
  cluster: ['cluster-office'],
  group: ['cluster-office'],
  district: ['district-officer'],
}

/** Who makes the courses of a unit and keeps them. */
export const keepsCourses: Policy<Holder> = (actor, { kind, place }) => actor.holds(keepers[kind] ?? [], place)

/** The district decides what a course of a cluster counts as. */
export const recognises: Policy<Holder> = (actor, { kind, place }) =>
  kind === 'district' && actor.holds(['district-officer'], place)

const heads: readonly Role[] = ['principal', 'liaison', 'cluster-office']

/** Who enters credits that teachers of a school earned elsewhere. */
export const keepsCredits: Policy<Holder> = (actor, { kind, place }) => kind === 'school' && actor.holds(heads, place)

/** Who reads how far the teachers of a school are. */
export const readsCredits: Policy<Holder> = (actor, { kind, place }) =>
  kind === 'school' && actor.holds([...heads, 'district-officer', 'city-officer'], place)

/** Whether somebody speaks for one school at least: they may put its teachers on a list. */
export const speaksForSchool = ({ grants }: Actor): boolean =>
  grants.some(({ role }) => role === 'principal' || role === 'liaison')
