import { boxAround, metresBetween, type Box, type Point } from '#shared/position.ts'
import { clockOf } from '#shared/bells.ts'
import { momentOf, timeOf } from '#shared/day.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { listCampusPlaces, listMembersOn, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { blockedSpans, freeSpans, readDays, type DayFacts } from '#modules/venues/index.ts'
import { bookingAccess, booksFor, mayBook } from './booking.access.ts'
import { instantsOf, whyNotMove, whyNotTime } from './booking.rules.ts'
import { listBookings, type BookingRow } from './booking.sql.ts'
import { listOffers, type HeldSpan, type Offer } from './offer.sql.ts'
import { districtsOf } from './party.actions.ts'
import { bookingProblems } from './problems.ts'
import type { BusyVenue, FreeVenue, Lane, LaneSpan, SearchQuery, searchApi } from './search.contract.ts'
import { whyNotBook } from './verdict.ts'

const MOST_BUSY = 30

interface Filter {
  day: string
  /** The stretch of the day that matters; all of it where they are left out. */
  from?: string
  until?: string
  people?: number | undefined
  kind?: string | undefined
  schoolId?: number | undefined
  venueId?: string | undefined
  word?: string | undefined
  box?: Box | undefined
}

async function readOffers(ctx: Context, unit: UnitSubject, members: readonly number[], filter: Filter) {
  const facts = (await readDays(ctx, unit.districtId, [filter.day])).get(filter.day)!
  const offers = await listOffers(ctx.db, {
    ...filter,
    districtIds: await districtsOf(ctx, unit),
    clusterId: unit.id,
    schoolIds: members,
    fromAt: momentOf(filter.day, filter.from ?? '00:00'),
    untilAt: momentOf(filter.day, filter.until ?? '24:00'),
    dayKind: facts.kind,
    weekday: facts.weekday,
  })
  return { facts, offers }
}

/** What is free at a time, nearest first; then what would fit but for the reason that is told. */
export async function searchFree(
  ctx: Context,
  unit: UnitSubject,
  query: SearchQuery,
): Promise<Reply<typeof searchApi.free>> {
  const words = whyNotTime(query)
  if (words) throw bookingProblems.notTheTime({ words })
  const members = await listMembersOn(ctx.db, unit.id, ctx.today)
  const centre = await centreOf(ctx, unit, members, query)
  const { facts, offers } = await readOffers(ctx, unit, members, { ...query, box: boxOf(centre, query) })
  const verdictOn = verdictsOn(facts, query, ctx.now)
  const near = offers
    .map((offer) => ({ offer, km: distanceKm(centre, offer) }))
    .filter(({ km }) => query.within === undefined || (km !== null && km <= query.within))
    .map(({ offer, km }): Found => ({ offer, km, ...verdictOn(offer) }))
  const free = near.filter(({ why }) => why === undefined).sort(nearestFirst)
  const busy = near.filter(({ why }) => why !== undefined).sort(nearestFirst)
  return {
    day: { day: facts.day, words: facts.words, unknown: facts.unknown },
    free: free.map(freeOf),
    busy: busy.slice(0, MOST_BUSY).map(busyOf),
    schools: await listUnitNames(ctx.db, booksFor(ctx.actor, unit, members)),
    can: mayBook(ctx.actor, unit) ? ['book'] : [],
  }
}

interface Found {
  offer: Offer
  km: number | null
  why: string | undefined
  mayWait: boolean
}

const nearestFirst = (a: Found, b: Found): number =>
  (a.km ?? Infinity) - (b.km ?? Infinity) || a.offer.capacity - b.offer.capacity || 0

const freeOf = ({ offer, km }: Found): FreeVenue => {
  const { id, name, kind, provider, schoolId, capacity, needsApproval, longitude, latitude } = offer
  return { id, name, kind, provider, schoolId, capacity, needsApproval, distanceKm: km, longitude, latitude }
}

const busyOf = ({ offer: { id, name, provider, capacity }, km, why, mayWait }: Found): BusyVenue => ({
  ...{ id, name, provider, capacity, mayWait },
  distanceKm: km,
  why: why ?? '',
})

/** Why each venue cannot be had at the time, and whether one may wait for it. */
function verdictsOn(facts: DayFacts, { day, from, until, people = 1 }: SearchQuery, now: Date) {
  const time = { day, from, until }
  const { fromAt, untilAt } = instantsOf(time)
  return (offer: Offer): Pick<Found, 'why' | 'mayWait'> => {
    const why = whyNotBook(offer, facts, time, { headCount: people }, now)
    if (why) return { why, mayWait: false }
    const begins = fromAt.getTime() - offer.minutesBefore * 60_000
    const ends = untilAt.getTime() + offer.minutesAfter * 60_000
    const other = offer.held.find((held) => held.from.getTime() < ends && begins < held.until.getTime())
    if (!other) return { why: undefined, mayWait: false }
    return { why: `${timeOf(other.from)}–${timeOf(other.until)} 已有预约。`, mayWait: true }
  }
}

/** Where one looks from: the place that was given, a school, or the only school for which one books. */
async function centreOf(
  ctx: Context,
  unit: UnitSubject,
  members: readonly number[],
  query: SearchQuery,
): Promise<Point | null> {
  const { longitude, latitude } = query
  if (longitude !== undefined && latitude !== undefined) return { longitude, latitude }
  const own = booksFor(ctx.actor, unit, members)
  const schoolId = query.near ?? (own.length === 1 ? own[0] : undefined)
  if (schoolId === undefined) return null
  const places = await listCampusPlaces(ctx.db, unit.id, ctx.today)
  const place = places.find((one) => one.schoolId === schoolId && one.longitude !== null && one.latitude !== null)
  return place ? { longitude: place.longitude!, latitude: place.latitude! } : null
}

/** Distances are told to a tenth of a kilometre: what is rounded down to the limit is within it. */
const boxOf = (centre: Point | null, { within }: SearchQuery): Box | undefined =>
  centre && within !== undefined ? boxAround(centre, within * 1000 + 50) : undefined

function distanceKm(centre: Point | null, { longitude, latitude }: Offer): number | null {
  if (!centre || longitude === null || latitude === null) return null
  return Math.round(metresBetween(centre, { longitude, latitude }) / 100) / 10
}

/** One day, venue by venue: when each is open, and what takes it. */
export async function readLanes(
  ctx: Context,
  unit: UnitSubject,
  query: Input<typeof searchApi.lanes>['query'],
): Promise<Reply<typeof searchApi.lanes>> {
  const members = await listMembersOn(ctx.db, unit.id, ctx.today)
  const { facts, offers } = await readOffers(ctx, unit, members, query)
  const bookings = await listBookings(ctx.db, {
    districtIds: await districtsOf(ctx, unit),
    venueId: query.venueId,
    fromAt: momentOf(query.day, '00:00'),
    untilAt: momentOf(query.day, '24:00'),
    limit: 5000,
  })
  const known = new Map(bookings.map((booking) => [booking.id, booking]))
  return {
    day: { day: facts.day, words: facts.words, unknown: facts.unknown },
    lanes: offers.map((offer) => laneOf(ctx, offer, facts, known)),
    schools: await listUnitNames(ctx.db, booksFor(ctx.actor, unit, members)),
    can: mayBook(ctx.actor, unit) ? ['book'] : [],
  }
}

function laneOf(ctx: Context, offer: Offer, facts: DayFacts, known: ReadonlyMap<string, BookingRow>): Lane {
  const { hours } = offer
  const kept = blockedSpans(hours, facts).map(({ from, until, what }) => ({
    ...{ from: clockOf(from), until: clockOf(until), what: '课' as const, words: what },
    ...{ bookingId: null, mine: false, movable: false },
  }))
  const { id, name, kind, provider, capacity, needsApproval } = offer
  return {
    ...{ venueId: id, venue: name, kind, provider, capacity, needsApproval },
    open: freeSpans(hours, facts).map(({ from, until }) => ({ from: clockOf(from), until: clockOf(until) })),
    spans: [...kept, ...offer.held.map((held) => takenOf(ctx, facts.day, held, known.get(held.bookingId)))],
  }
}

/** Of a booking that the reader may not see only that it is there. */
function takenOf(ctx: Context, day: string, held: HeldSpan, booking: BookingRow | undefined): LaneSpan {
  const from = booking?.fromAt ?? held.from
  const until = booking?.untilAt ?? held.until
  const ends = until >= momentOf(day, '24:00') ? '24:00' : timeOf(until)
  const at = { from: from < momentOf(day, '00:00') ? '00:00' : timeOf(from), until: ends }
  if (!booking) return { ...at, what: '已定', words: '已有预约', bookingId: null, mine: false, movable: false }
  const what = booking.status === '待审' || booking.status === '已用' ? booking.status : '已定'
  const words = `${booking.userSchool ?? '外来团体'}：${booking.purpose}`
  const movable = bookingAccess.move(ctx.actor, booking) && !whyNotMove(booking, ctx.now)
  return { ...at, what, words, bookingId: booking.id, mine: booking.accountId === ctx.actor.id, movable }
}
