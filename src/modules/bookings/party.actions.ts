import type { Context } from '#platform/context.ts'
import { listCampusPlaces, listMembers, stagesOfKind } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Bookable } from '#modules/venues/index.ts'
import type { Actor } from '#shared/access.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { booksFor, booksGuests, headsOf } from './booking.access.ts'
import { bookingProblems } from './problems.ts'

/** The districts in which the venues of a cluster lie; a group may reach over more than one. */
export async function districtsOf(ctx: Context, unit: UnitSubject): Promise<number[]> {
  if (unit.kind !== 'group') return [unit.districtId]
  const members = await listMembers(ctx.db, unit.id, [schoolYearOf(ctx.today)])
  return [...new Set([unit.districtId, ...members.map(({ districtId }) => districtId)])]
}

/** For whom a request is: a school, or a group from outside, which has a name only. */
interface ForWhom {
  userSchoolId: number | null
  guest: string
}

/** The school that a request is for: the one named, or the only one for which the person books; or a group from outside. */
export function userOf(
  ctx: Context,
  unit: UnitSubject,
  members: readonly number[],
  { userSchoolId: asked, guest }: { userSchoolId?: number | null | undefined; guest?: string | null | undefined },
): ForWhom {
  if (guest && asked) throw bookingProblems.schoolOrGuest()
  if (guest) return { userSchoolId: null, guest }
  const own = booksFor(ctx.actor, unit, members)
  if (asked && !own.includes(asked)) throw bookingProblems.notYourSchool()
  const userSchoolId = asked ?? (own.length === 1 ? own[0] : undefined)
  if (userSchoolId === undefined) throw bookingProblems.whichSchool()
  return { userSchoolId, guest: '' }
}

/** Throws where a group from outside may not come, or the person does not book for it. */
export function refuseGuest(ctx: Context, unit: UnitSubject, venues: ReadonlyMap<string, Bookable>): void {
  for (const venue of venues.values()) {
    if (venue.openTo !== '所有人') throw bookingProblems.guestNotLet({ venue: venue.name })
    if (!booksGuests(ctx.actor, unit, venue)) throw bookingProblems.notYourGuest({ venue: venue.name })
  }
}

/** Whether the venue asks first: not its own school, nor whoever answers for it and receives a group from outside. */
export function asksFirst(actor: Actor, venue: Bookable, userSchoolId: number | null): boolean {
  const own = userSchoolId === null ? receives(actor, venue) : venue.schoolId === userSchoolId
  return venue.needsApproval && !own
}

/** At a partner's venue the cluster's office receives, which alone books for a group there. */
const receives = (actor: Actor, venue: Bookable) => venue.schoolId === null || headsOf(actor, venue, venue.schoolId)

/** The stages that a member school teaches; undefined where its kind is not known. */
export async function stagesOf(ctx: Context, unitId: number, schoolId: number): Promise<readonly string[] | undefined> {
  const places = await listCampusPlaces(ctx.db, unitId, ctx.today)
  const kind = places.find((place) => place.schoolId === schoolId)?.kind
  return kind ? stagesOfKind(kind) : undefined
}
