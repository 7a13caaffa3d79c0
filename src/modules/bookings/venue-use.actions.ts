import { grouped } from '#shared/group.ts'
import { dayOf, momentOf, timeOf } from '#shared/day.ts'
import { firstDay, lastDay } from '#shared/school-year.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { listCampusPlaces, listMembers, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import {
  listJudgedUses,
  listVenuesIn,
  readTerms,
  venueNameKey,
  type JudgedUse,
  type VenueRow,
} from '#modules/venues/index.ts'
import { ledgerKind } from './check-in.rules.ts'
import { readOpenMinutes } from './open-minutes.actions.ts'
import { bookingProblems } from './problems.ts'
import type { VenueUse, venueUseApi } from './venue-use.contract.ts'
import {
  fits,
  isShared,
  lineOf,
  linksOf,
  PARTNERS_VENUE,
  sumOf,
  sumsBy,
  VISITORS,
  type CountedVenue,
} from './venue-use.rules.ts'
import { listUsedBookings, type UsedBooking } from './venue-use.sql.ts'

type Range = Input<typeof venueUseApi.read>['query']
export type VenueUseFigures = Reply<typeof venueUseApi.read>

const PAGE = 100

/** How the venues of a cluster were used. */
export async function readVenueUse(ctx: Context, unit: UnitSubject, range: Range): Promise<VenueUseFigures> {
  const { from, until, asOf } = daysOf(ctx, range)
  const found = await readUses(ctx, unit, range)
  const counted = await venuesOf(ctx, found, { from, until: asOf })
  const byVenue = grouped(found.uses, ({ venueKey }) => venueKey)
  const shared = found.uses.filter(isShared)
  return {
    ...{ from, until, asOf },
    terms: (await readTerms(ctx, unit.districtId, [range.year])).map(({ term, from, until }) => ({ term, from, until })),
    shared: sumOf(shared),
    others: sumsBy(found.uses.filter((use) => !isShared(use)), 'reason', ({ reason }) => reason),
    kinds: sumsBy(shared, 'kind', ({ kind }) => kind),
    venues: counted.map((venue) => lineOf(venue, byVenue.get(venue.venueKey) ?? [])),
    links: linksOf(found.uses),
    schools: await schoolsOf(ctx, unit, found),
  } // prettier-ignore
}

/** The uses behind a figure. */
export async function readUseRows(
  ctx: Context,
  unit: UnitSubject,
  { after, ...filter }: Input<typeof venueUseApi.rows>['query'],
): Promise<Reply<typeof venueUseApi.rows>> {
  const { uses } = await readUses(ctx, unit, filter)
  const rows = uses.filter((use) => fits(use, filter))
  const end = after + PAGE
  return { rows: rows.slice(after, end), total: rows.length, next: end < rows.length ? String(end) : null }
}

function daysOf(ctx: Context, { year, from = firstDay(year), until = lastDay(year) }: Range) {
  if (until < from) throw bookingProblems.notTheTime({ words: `结束日期 ${until} 早于开始日期 ${from}，请核对。` })
  return { from, until, asOf: until < ctx.today ? until : ctx.today }
}

interface Found {
  uses: VenueUse[]
  venues: readonly VenueRow[]
  members: readonly number[]
}

/**
 * All uses of the days that were asked for, the latest first. Without days it is the school year as the ledger has it: then
 * what counts is exactly what the measure of the ledger counts.
 */
export async function readUses(ctx: Context, unit: UnitSubject, range: Range): Promise<Found> {
  const { from, until } = daysOf(ctx, range)
  const found = await listMembers(ctx.db, unit.id, [range.year])
  const members = found.map(({ schoolId }) => schoolId)
  const districtIds = [...new Set([unit.districtId, ...found.map(({ districtId }) => districtId)])]
  const scope = { districtIds, schoolIds: members, schoolYears: [range.year] }
  const judged = await listJudgedUses(ctx.db, scope)
  // Sums between schools, without a name: the same for everybody who may see the cluster.
  const bookings = await ctx.asOwner((db) =>
    listUsedBookings(db, {
      ...{ districtIds, clusterId: unit.id, schoolIds: members },
      ...{ from: momentOf(firstDay(range.year), '00:00'), until: momentOf(lastDay(range.year), '24:00') },
    }),
  )
  const venues = await listVenuesIn(ctx, unit)
  const inDays = ({ usedOn }: VenueUse) =>
    (range.from === undefined || from <= usedOn) && (range.until === undefined || usedOn <= until)
  const uses = [...(await usesOf(ctx, judged, bookings, venues)), ...bookings.flatMap(outsideOf)]
  return { venues, members, uses: uses.filter(inDays).sort((a, b) => (a.usedOn < b.usedOn ? 1 : -1)) }
}

/** The uses of the ledger, with the times of those that were booked. */
async function usesOf(
  ctx: Context,
  judged: readonly JudgedUse[],
  bookings: readonly UsedBooking[],
  venues: readonly VenueRow[],
): Promise<VenueUse[]> {
  const booked = new Map(bookings.map((one) => [one.id, one]))
  const ids = [...new Set(judged.flatMap(({ schoolId, userSchoolId }) => [schoolId, userSchoolId]))]
  const names = new Map((await listUnitNames(ctx.db, ids)).map(({ id, name }) => [id, name]))
  const registered = new Map(venues.map(({ id, schoolId, name }) => [`${schoolId}:${venueNameKey(name)}`, id]))
  return judged.map((use) => {
    const booking = booked.get(use.bookingId ?? '')
    const named = `${use.schoolId}:${venueNameKey(use.venueName)}`
    const venueId = booking?.venueId ?? registered.get(named) ?? null
    return {
      ...{ id: use.id, usedOn: use.usedOn, venueId, venueKey: venueId ?? named, venue: use.venueName },
      ...(booking ? timesOf(booking) : { times: null, minutes: null }),
      ...{ kind: use.venueKind, schoolId: use.schoolId, provider: names.get(use.schoolId) ?? '' },
      ...{ userSchoolId: use.userSchoolId, user: names.get(use.userSchoolId) ?? '', headCount: use.headCount },
      ...{ from: use.bookingId === null ? ('台账' as const) : ('预约' as const), reason: use.reason },
    }
  })
}

const timesOf = ({ fromAt, untilAt }: UsedBooking) => ({
  times: `${timeOf(fromAt)}–${timeOf(untilAt)}`,
  minutes: Math.round((untilAt.getTime() - fromAt.getTime()) / 60_000),
})

/** What the ledger has no line for: the use of a partner's venue, or by visitors. */
function outsideOf(booking: UsedBooking): VenueUse[] {
  const { id, venueId, venue, kind, schoolId, provider, userSchoolId, user, headCount, fromAt } = booking
  if (schoolId !== null && userSchoolId !== null) return []
  return [
    {
      ...{ id, usedOn: dayOf(fromAt), ...timesOf(booking), venueKey: venueId, venueId, venue, kind: ledgerKind(kind) },
      ...{ schoolId, provider, userSchoolId, user: user ?? '外来团体', headCount, from: '预约' as const },
      reason: schoolId === null ? PARTNERS_VENUE : VISITORS,
    },
  ]
}

/** The venues of the register that are in use or were used, then those that only a ledger names. */
async function venuesOf(
  ctx: Context,
  { venues, uses }: Found,
  days: { from: string; until: string },
): Promise<CountedVenue[]> {
  const used = new Set(uses.map(({ venueKey }) => venueKey))
  const shown = venues.filter(({ id, closedOn }) => used.has(id) || closedOn === null || closedOn > days.from)
  const open = await readOpenMinutes(ctx, shown, days)
  const listed = shown.map(({ id, name, kind, owner }) => ({
    ...{ venueKey: id, venueId: id, venue: name, kind, provider: owner },
    ...open.get(id)!,
  }))
  const known = new Set(listed.map(({ venueKey }) => venueKey))
  const named = new Map(uses.filter(({ venueKey }) => !known.has(venueKey)).map((use) => [use.venueKey, use]))
  const told = [...named.values()].map(({ venueKey, venueId, venue, kind, provider }) => ({
    ...{ venueKey, venueId, venue, kind, provider, open: null, why: '没有登记在场馆里' },
  }))
  return [...listed, ...told]
}

/** The members, and other schools that stand in a flow; with the place of a campus. */
async function schoolsOf(ctx: Context, unit: UnitSubject, { members, uses }: Found) {
  const shared = uses.filter(isShared).flatMap(({ schoolId, userSchoolId }) => [schoolId, userSchoolId])
  const ids = [...new Set([...members, ...shared.filter((id) => id !== null)])]
  const places = await listCampusPlaces(ctx.db, unit.id, ctx.today)
  return (await listUnitNames(ctx.db, ids)).map(({ id, name }) => {
    const place = places.find((one) => one.schoolId === id && one.longitude !== null)
    return { id, name, longitude: place?.longitude ?? null, latitude: place?.latitude ?? null }
  })
}
