import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Bookable } from '#modules/venues/index.ts'
import type { Lent, Request } from './booking.contract.ts'
import { daysOf, instantsOf, timeInWords, whyNotDays, whyNotTime, type Time } from './booking.rules.ts'
import { insertBookings, type NewBooking } from './booking.sql.ts'
import { takeEquipment } from './equipment.actions.ts'
import { readGround, readInTheWay, type Ground } from './ground.actions.ts'
import { insertHolds, type NewHold, type Wished } from './hold.sql.ts'
import { asksFirst, districtsOf, refuseGuest, userOf } from './party.actions.ts'
import { bookingProblems } from './problems.ts'
import { checkQuotas } from './quota.actions.ts'
import { watchSoon } from './watch.actions.ts'

/** One venue at one time of a request. */
export interface Wish extends NewHold {
  time: Time
  equipment: readonly Lent[]
}

/** Who asks, for whom, and what for. */
export interface Party {
  unit: UnitSubject
  /** null for a group from outside, which has a name. */
  userSchoolId: number | null
  guest: string
  accountId: string | null
  bookedBy: string
  phone: string
  purpose: string
  headCount: number
  classes: string
  /** It is booked for a school that the person does not book for: its rooms are asked. */
  isOther?: boolean
  /** Another module arranges it, and says whether it was used. */
  kept?: boolean
}

/** What a request wants, each venue at each of its times; throws where it asks for what no time can be. */
export function wishesOf(ctx: Context, { lines, day, from, until, series }: Request): Wish[] {
  const words = whyNotTime({ from, until }) ?? whyNotDays(day, series)
  if (words) throw bookingProblems.notTheTime({ words })
  const times = daysOf(day, series).map((one) => ({ day: one, from, until }))
  return times.flatMap((time) =>
    lines.map(({ venueId, equipment }) => ({ bookingId: ctx.newId(), venueId, equipment, time, ...instantsOf(time) })),
  )
}

/** Takes everything that a request wants in its own transaction, or throws what stands in the way. */
export async function takeRequest(ctx: Context, unit: UnitSubject, request: Request): Promise<NewBooking[]> {
  const wishes = wishesOf(ctx, request)
  const districtIds = await districtsOf(ctx, unit)
  await hold(ctx, districtIds, wishes)
  const ground = await readGround(ctx, unit, districtIds, wishes)
  const user = userOf(ctx, unit, ground.members, request)
  if (user.guest) refuseGuest(ctx, unit, ground.venues)
  const { purpose, headCount, classes, phone } = request
  const { id: accountId, name: bookedBy } = ctx.actor
  return settle(ctx, { unit, ...user, accountId, bookedBy, phone, purpose, headCount, classes }, ground, wishes)
}

/**
 * Takes the times before anything else is asked: of many who want one, all but one are told at once. What the rules say
 * afterwards takes everything back with the transaction.
 */
export async function hold(ctx: Context, districtIds: readonly number[], wishes: readonly Wish[]): Promise<void> {
  const wished = await insertHolds(ctx.db, districtIds, wishes)
  if (wished.length < wishes.length) throw bookingProblems.noSuchVenue()
  const missed = wished.filter(({ held }) => !held)
  if (missed.length > 0) throw bookingProblems.taken({ inTheWay: missed.map((one) => whatIsTaken(one, wishes)) })
}

function whatIsTaken({ bookingId, venue }: Wished, wishes: readonly Wish[]) {
  const { venueId, time } = wishes.find((wish) => wish.bookingId === bookingId)!
  return { venueId, venue, day: time.day, words: `${timeInWords(time)} 已有预约。` }
}

/** Writes the bookings of times that are held, if the rules of the venues, the stock and the quotas let them. */
export async function settle(
  ctx: Context,
  party: Party,
  ground: Ground,
  wishes: readonly Wish[],
): Promise<NewBooking[]> {
  const inTheWay = await readInTheWay(ctx, party.unit, ground, party, wishes)
  if (inTheWay.length > 0) throw bookingProblems.notToBeHad({ inTheWay })
  const requestId = ctx.newId()
  const { venues } = ground
  const bookings = wishes.map((wish) => bookingOf(ctx, party, requestId, wish, venues.get(wish.venueId)!))
  await insertBookings(ctx.db, bookings, { now: ctx.now, by: ctx.actor.name })
  await takeEquipment(ctx, wishes, venues)
  await checkQuotas(ctx, ground.quotas, party.userSchoolId, bookings)
  await watchSoon(ctx, bookings.map((one) => ({ ...one, releaseMinutes: venues.get(one.venueId)!.releaseMinutes }))) // prettier-ignore
  return bookings
}

function bookingOf(ctx: Context, party: Party, requestId: string, wish: Wish, venue: Bookable): NewBooking {
  const { unit, userSchoolId, guest, accountId, bookedBy, phone, purpose, headCount, classes } = party
  const asks = party.isOther ? venue.needsApproval : asksFirst(ctx.actor, venue, userSchoolId)
  return {
    districtId: venue.districtId,
    id: wish.bookingId,
    requestId,
    clusterId: unit.id,
    venueId: venue.id,
    schoolId: venue.schoolId,
    userSchoolId,
    guest,
    accountId,
    ...{ bookedBy, phone, purpose, headCount, classes },
    fromAt: wish.fromAt,
    untilAt: wish.untilAt,
    status: asks ? '待审' : '已定',
    kept: party.kept ?? false,
  }
}
