import type { Context } from '#platform/context.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { dayAfter, momentOf } from '#shared/day.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Bookable } from '#modules/venues/index.ts'
import type { bookingApi, Occurrence, Request } from './booking.contract.ts'
import { tellHosts } from './booking.notices.ts'
import { toldOf } from './booking.reply.ts'
import { timeInWords } from './booking.rules.ts'
import { listBookings, listMine, listRequest } from './booking.sql.ts'
import { listHeld, type Held } from './hold.sql.ts'
import { asksFirst, districtsOf, refuseGuest, userOf } from './party.actions.ts'
import { bookingProblems } from './problems.ts'
import { readGround, readInTheWay } from './ground.actions.ts'
import { takeRequest, wishesOf, type Wish } from './take.actions.ts'

const MOST = 500
const LONGEST_DAYS = 62

export async function bookVenues(
  ctx: Context,
  unit: UnitSubject,
  request: Request,
): Promise<Reply<typeof bookingApi.book>> {
  const [first] = await takeRequest(ctx, unit, request)
  const rows = await listRequest(ctx.db, first!.districtId, first!.requestId)
  ctx.note({ districtId: unit.districtId, unitId: unit.id, subjectId: first!.requestId, bookings: rows.length })
  await tellHosts(ctx, rows)
  return { requestId: first!.requestId, bookings: await toldOf(ctx, rows) }
}

/** Each time of a request with what stands in the way of it: hours, rules, other bookings. Takes nothing. */
export async function lookAtRequest(
  ctx: Context,
  unit: UnitSubject,
  request: Request,
): Promise<Reply<typeof bookingApi.look>> {
  const wishes = wishesOf(ctx, request)
  const districtIds = await districtsOf(ctx, unit)
  const ground = await readGround(ctx, unit, districtIds, wishes)
  const { venues, days } = ground
  const { userSchoolId, guest } = userOf(ctx, unit, ground.members, request)
  if (guest) refuseGuest(ctx, unit, venues)
  const rules = await readInTheWay(ctx, unit, ground, { userSchoolId, headCount: request.headCount }, wishes)
  const taken = await listHeldFor(ctx, districtIds, wishes, venues)
  const occurrences: Occurrence[] = [...new Set(wishes.map(({ time }) => time.day))].map((day) => {
    const { words, unknown } = days.get(day)!
    const why = [...rules, ...taken].filter((one) => one.day === day)
    return { day, words, unknown, why: why.map(({ venueId, venue, words }) => ({ venueId, venue, words })) }
  })
  const needsApproval = [...venues.values()].some((venue) => asksFirst(ctx.actor, venue, userSchoolId))
  return { occurrences, needsApproval }
}

/** Which wishes meet what others hold, with the minutes that the venue needs around. */
export async function listHeldFor(
  ctx: Context,
  districtIds: readonly number[],
  wishes: readonly Wish[],
  venues: ReadonlyMap<string, Bookable>,
) {
  const held = await heldAround(ctx, districtIds, wishes)
  return wishes.flatMap((wish) => takenBy(wish, venues.get(wish.venueId)!, held))
}

const heldAround = (ctx: Context, districtIds: readonly number[], wishes: readonly Wish[]) =>
  listHeld(ctx.db, {
    districtIds,
    venueIds: [...new Set(wishes.map(({ venueId }) => venueId))],
    fromAt: momentOf(wishes[0]!.time.day, '00:00'),
    untilAt: momentOf(wishes.at(-1)!.time.day, '24:00'),
  })

function takenBy({ venueId, time, fromAt, untilAt }: Wish, venue: Bookable, held: readonly Held[]) {
  const from = fromAt.getTime() - venue.minutesBefore * 60_000
  const until = untilAt.getTime() + venue.minutesAfter * 60_000
  const other = held.find((one) => one.venueId === venueId && +one.fromAt < until && from < +one.untilAt)
  return other ? [{ venueId, venue: venue.name, day: time.day, words: `${timeInWords(time)} 已有预约。` }] : []
}

export async function readBookings(
  ctx: Context,
  unit: UnitSubject,
  { from, until, ...filter }: Input<typeof bookingApi.list>['query'],
): Promise<Reply<typeof bookingApi.list>> {
  if (until < from || until > dayAfter(from, LONGEST_DAYS))
    throw bookingProblems.notTheTime({ words: `一次最多看 ${LONGEST_DAYS} 天，请把日期范围改小。` })
  const rows = await listBookings(ctx.db, {
    ...filter,
    districtIds: await districtsOf(ctx, unit),
    clusterId: unit.id,
    fromAt: momentOf(from, '00:00'),
    untilAt: momentOf(until, '24:00'),
    limit: MOST + 1,
  })
  return { bookings: await toldOf(ctx, rows.slice(0, MOST)), more: rows.length > MOST }
}

export async function readMine(ctx: Context): Promise<Reply<typeof bookingApi.mine>> {
  const districtIds = await listDistrictIds(ctx.db)
  const next = await listMine(ctx.db, districtIds, ctx.actor.id, ctx.now, false)
  const past = await listMine(ctx.db, districtIds, ctx.actor.id, ctx.now, true)
  return { next: await toldOf(ctx, next), past: await toldOf(ctx, past) }
}
