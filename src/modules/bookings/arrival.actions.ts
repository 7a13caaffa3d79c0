import { worksAt, type Actor } from '#shared/access.ts'
import { dayOf } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { findUnit, listDistrictIds, placeOf } from '#modules/organizations/index.ts'
import { comes, isHost, type ArrivalSubject } from './check-in.access.ts'
import {
  findArrival,
  findHostedVenue,
  listArrivalsAt,
  listOwnArrivals,
  type ArrivalRow,
  type HostedVenue,
} from './arrival.sql.ts'
import type { Arrival } from './check-in.contract.ts'
import { opensAt, releasedAt, whyNotCheckIn } from './check-in.rules.ts'

/** A booking with where its two sides stand. */
export type LoadedArrival = ArrivalSubject & { row: ArrivalRow; districtId: number }

const AHEAD_DAYS = 60
const DAY = 86_400_000
const MINUTE = 60_000

export async function loadArrival(ctx: Context, id: string): Promise<LoadedArrival | undefined> {
  const row = await findArrival(ctx.db, await listDistrictIds(ctx.db), id)
  return row && subjectOf(ctx, row)
}

/** The places behind a booking; the same school is looked up once for a whole list. */
export async function subjectOf(
  ctx: Context,
  row: ArrivalRow,
  known = new Map<number, Placed>(),
): Promise<LoadedArrival> {
  const { districtId, clusterId, accountId, schoolId, userSchoolId } = row
  const hostPlace = schoolId === null ? clusterPlace({ districtId, clusterId }) : await placeFor(ctx, schoolId, known)
  const userPlace = userSchoolId === null ? null : await placeFor(ctx, userSchoolId, known)
  return { row, districtId, accountId, userSchoolId, hostPlace, userPlace }
}

type Placed = ReturnType<typeof placeOf>

/** A partner's venue is kept by the office of the cluster that it belongs to. */
const clusterPlace = ({ districtId, clusterId }: { districtId: number; clusterId: number }): Placed => ({
  unitId: clusterId,
  districtId,
  clusterIds: [clusterId],
})

async function placeFor(ctx: Context, unitId: number, known: Map<number, Placed>): Promise<Placed> {
  const before = known.get(unitId)
  if (before) return before
  const unit = await findUnit(ctx.db, unitId, ctx.today)
  const place = unit ? placeOf(unit) : { unitId, districtId: 0, clusterIds: [] }
  known.set(unitId, place)
  return place
}

export async function loadHostedVenue(
  ctx: Context,
  id: string,
): Promise<{ venue: HostedVenue; hostPlace: Placed; districtId: number } | undefined> {
  const venue = await findHostedVenue(ctx.db, await listDistrictIds(ctx.db), id)
  if (!venue) return undefined
  const { districtId, schoolId, clusterId } = venue
  const hostPlace =
    schoolId === null ? clusterPlace({ districtId, clusterId: clusterId! }) : await placeFor(ctx, schoolId, new Map())
  return { venue, hostPlace, districtId }
}

type Seen = Omit<Arrival, 'can'>

/** What is told of a booking, whoever asks. */
export const seenOf = (row: ArrivalRow): Seen => ({
  ...{ id: row.id, venueId: row.venueId, venue: row.venue, host: row.host, where: row.where },
  ...{ user: row.user ?? '外来团体', guest: row.userSchoolId === null, bookedBy: row.bookedBy, purpose: row.purpose },
  ...{ headCount: row.headCount, classes: row.classes, status: row.status, checkIn: row.checkIn },
  ...{ fromAt: row.fromAt.toISOString(), untilAt: row.untilAt.toISOString() },
  ...{ opensAt: opensAt(row).toISOString(), releasedAt: releasedAt(row).toISOString() },
  placed: row.longitude !== null && row.latitude !== null,
})

export function arrivalOf({ actor, now }: Pick<Context, 'actor' | 'now'>, subject: LoadedArrival): Arrival {
  const { row } = subject
  const [isComing, isHosting] = [comes(actor, subject), isHost(actor, subject)]
  const can: Arrival['can'] = []
  if (isComing && isOpen(row, now)) can.push('checkIn')
  if (isHosting) can.push('host')
  if (isComing && row.checkIn) can.push('review')
  if ((isComing || isHosting) && row.status === '已定' && row.untilAt > now) can.push('link')
  return { ...seenOf(row), can }
}

export const isOpen = (row: ArrivalRow, now: Date): boolean => !row.checkIn && !whyNotCheckIn(row, now)

export async function arrivalsOf(ctx: Context, rows: readonly ArrivalRow[]): Promise<Arrival[]> {
  const known = new Map<number, Placed>()
  const arrivals: Arrival[] = []
  for (const row of rows) arrivals.push(arrivalOf(ctx, await subjectOf(ctx, row, known)))
  return arrivals
}

/** Schools for which the person may come: where they work. */
const schoolsOf = (actor: Actor): number[] =>
  actor.grants.filter(({ unitId, unitKind }) => unitKind === 'school' && worksAt(actor, unitId)).map(({ unitId }) => unitId) // prettier-ignore

export async function readMine(ctx: Context): Promise<{ now: string; today: string; arrivals: Arrival[] }> {
  const from = new Date(`${ctx.today}T00:00:00+08:00`)
  const until = new Date(from.getTime() + AHEAD_DAYS * DAY)
  const of = { accountId: ctx.actor.id, schoolIds: schoolsOf(ctx.actor), from, until }
  const rows = await listOwnArrivals(ctx.db, await listDistrictIds(ctx.db), of)
  const near = rows.filter(({ accountId, fromAt }) => accountId === ctx.actor.id || dayOf(fromAt) === ctx.today)
  return { now: ctx.now.toISOString(), today: ctx.today, arrivals: await arrivalsOf(ctx, near) }
}

/** What a person may check in to where they scanned: half an hour before it begins, up to its end. */
export async function readAt(ctx: Context, venue: HostedVenue, at: Date) {
  const span = { from: at, until: new Date(at.getTime() + 30 * MINUTE) }
  const of = { accountId: ctx.actor.id, schoolIds: schoolsOf(ctx.actor), ...span }
  const rows = await listArrivalsAt(ctx.db, { districtId: venue.districtId, venueId: venue.id }, of)
  return { venue: venue.name, host: venue.host, arrivals: await arrivalsOf(ctx, rows) }
}
