import { offices, type Place, type Policy } from '#shared/access.ts'

export interface JobSubject {
  accountId: string | null
  /** What it is about, where it is about a unit. */
  place: Place | null
}

/** A job is seen by who asked for it, and by who is over the place that it is about. */
const read: Policy<JobSubject> = (actor, { accountId, place }) =>
  accountId === actor.id || (place !== null && actor.holds(offices, place))

export const jobAccess = { read } satisfies Record<string, Policy<JobSubject>>
