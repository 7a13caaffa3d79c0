import { offices, worksAt, type Place, type Policy } from '#shared/access.ts'

/** A booking as far as access needs it: its venue's host, who uses it, and where both stand. */
export interface ArrivalSubject {
  accountId: string | null
  userSchoolId: number | null
  /** The school whose venue it is, or the cluster whose partner it belongs to. */
  hostPlace: Place
  userPlace: Place | null
}

const heads = ['principal', 'liaison', ...offices] as const

/** Who opens the door: the providing school's head, for a partner's venue the cluster's office; and those above them. */
export const isHost: Policy<{ hostPlace: Place }> = (actor, { hostPlace }) => actor.holds(heads, hostPlace)

/** Who comes: whoever booked, anybody of the school that uses it, and those who answer for that school. */
export const comes: Policy<ArrivalSubject> = (actor, { accountId, userSchoolId, userPlace }) =>
  actor.id === accountId || worksAt(actor, userSchoolId) || (userPlace !== null && actor.holds(heads, userPlace))

export const sees: Policy<ArrivalSubject> = (actor, subject) => comes(actor, subject) || isHost(actor, subject)
