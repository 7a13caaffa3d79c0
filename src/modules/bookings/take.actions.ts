import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listBookable, readDays, type Bookable, type DayFacts } from '#modules/venues/index.ts'
import type { Lent, Request } from './booking.contract.ts'
import { daysOf, instantsOf, timeInWords, whyNotDays, whyNotTime, type Time } from './booking.rules.ts'
import { insertBookings, type NewBooking } from './booking.sql.ts'
import { takeEquipment } from './equipment.actions.ts'
import { insertHolds, type NewHold, type Wished } from './hold.sql.ts'
import { asksFirst, districtsOf, refuseGuest, stagesOf, userOf } from './party.actions.ts'
import { bookingProblems } from './problems.ts'
import { checkQuotas } from './quota.actions.ts'
import { whyNotBook } from './verdict.ts'
import { watchSoon } from './watch.actions.ts'

/** One venue at one time of a request. */
export interface Wish extends NewHold {
  time: Time
  equipment: readonly Lent[]
}

/** Who asks, for whom, and what for. */
export interface Party {
  unit: UnitSubject
  districtIds: readonly number[]
  /** null for a group from outside, which has a name. */
  userSchoolId: number | null
  guest: string
  /** The members of the cluster today: whose venues can be had. */
  members: readonly number[]
  accountId: string | null
  bookedBy: string
  phone: string
  purpose: string
  headCount: number
  classes: string
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
  const user = await userOf(ctx, unit, request)
  if (user.guest) refuseGuest(ctx, unit, await venuesOf(ctx, { unit, districtIds, members: user.members }, wishes))
  const { purpose, headCount, classes, phone } = request
  const { id: accountId, name: bookedBy } = ctx.actor
  return settle(ctx, { unit, districtIds, ...user, accountId, bookedBy, phone, purpose, headCount, classes }, wishes)
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
export async function settle(ctx: Context, party: Party, wishes: readonly Wish[]): Promise<NewBooking[]> {
  const venues = await venuesOf(ctx, party, wishes)
  const inTheWay = await readInTheWay(ctx, party, wishes, venues)
  if (inTheWay.length > 0) throw bookingProblems.notToBeHad({ inTheWay })
  const requestId = ctx.newId()
  const bookings = wishes.map((wish) => bookingOf(ctx, party, requestId, wish, venues.get(wish.venueId)!))
  await insertBookings(ctx.db, bookings, { now: ctx.now, by: ctx.actor.name })
  await takeEquipment(ctx, wishes, venues)
  if (party.userSchoolId !== null) await checkQuotas(ctx, { userSchoolId: party.userSchoolId }, bookings)
  await watchSoon(ctx, bookings.map((one) => ({ ...one, releaseMinutes: venues.get(one.venueId)!.releaseMinutes }))) // prettier-ignore
  return bookings
}

/** The venues that are wanted, if the cluster shares them. */
export async function venuesOf(
  ctx: Context,
  { unit, districtIds, members }: Pick<Party, 'unit' | 'districtIds' | 'members'>,
  wishes: readonly { venueId: string }[],
): Promise<ReadonlyMap<string, Bookable>> {
  const ids = [...new Set(wishes.map(({ venueId }) => venueId))]
  const venues = (await listBookable(ctx.db, districtIds, ids)).filter(
    ({ schoolId, clusterId, openTo }) =>
      openTo === '所有人' || clusterId === unit.id || (schoolId !== null && members.includes(schoolId)),
  )
  if (venues.length < ids.length) throw bookingProblems.noSuchVenue()
  return new Map(venues.map((venue) => [venue.id, venue]))
}

/** What the rules of the venues have against each wish, whoever else holds it. */
export async function readInTheWay(
  ctx: Context,
  party: Pick<Party, 'unit' | 'userSchoolId' | 'headCount'>,
  wishes: readonly Omit<Wish, 'equipment'>[],
  venues: ReadonlyMap<string, Bookable>,
) {
  const days = await readDays(ctx, party.unit.districtId, wishes.map(({ time }) => time.day)) // prettier-ignore
  const staged = [...venues.values()].some(({ stages }) => stages.length > 0)
  const stages =
    staged && party.userSchoolId !== null ? await stagesOf(ctx, party.unit.id, party.userSchoolId) : undefined
  return wishes.flatMap((wish) => {
    const venue = venues.get(wish.venueId)!
    const use = { headCount: party.headCount, stages }
    const words = whyNotBook(venue, factsOf(days, wish.time), wish.time, use, ctx.now)
    return words ? [{ venueId: venue.id, venue: venue.name, day: wish.time.day, words }] : []
  })
}

const factsOf = (days: ReadonlyMap<string, DayFacts>, { day }: Time): DayFacts => days.get(day)!

function bookingOf(ctx: Context, party: Party, requestId: string, wish: Wish, venue: Bookable): NewBooking {
  const { unit, userSchoolId, guest, accountId, bookedBy, phone, purpose, headCount, classes } = party
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
    status: asksFirst(ctx.actor, venue, userSchoolId) ? '待审' : '已定',
  }
}
