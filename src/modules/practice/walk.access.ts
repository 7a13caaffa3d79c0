import { offices, worksAt, type Place, type Policy } from '#shared/access.ts'

/** A walk as far as rights over it go. */
export interface WalkPlace {
  accountId: string
  /** The school whose class it is. */
  school: Place
}

const heads = ['principal', 'liaison'] as const

/** Who leads it, a colleague who goes along, and those who answer for the school. */
const leads: Policy<WalkPlace> = (actor, { accountId, school }) =>
  actor.id === accountId || worksAt(actor, school.unitId) || actor.holds(heads, school)

export const walkAccess = {
  read: (actor, walk) => leads(actor, walk) || actor.holds(offices, walk.school),
  checkIn: leads,
  drop: (actor, walk) => actor.id === walk.accountId || actor.holds(heads, walk.school),
} satisfies Record<string, Policy<WalkPlace>>
