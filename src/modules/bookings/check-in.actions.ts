import { refuse } from '#shared/problem.ts'
import { judgePosition, nearestTo, type Point } from '#shared/position.ts'
import type { Context } from '#platform/context.ts'
import { checkPlaceCode, checkToldCode, codeWords, type CodedPlace } from '#platform/place-code.ts'
import { arrivalOf, subjectOf, type LoadedArrival } from './arrival.actions.ts'
import { findArrival, type ArrivalRow, type VenueKey } from './arrival.sql.ts'
import type { Arrival, CheckedIn, NewCheckIn, Said } from './check-in.contract.ts'
import { cameAtOf, clockOff, whyNotCheckIn, whyNotHeld, whyNotSay } from './check-in.rules.ts'
import { holdBooking } from './give-back.actions.ts'
import { insertCheckIn, updateReview, type BookingKey, type NewCheckInRow } from './check-in.sql.ts'
import { readingsOf } from './phone-position.ts'
import { bookingProblems } from './problems.ts'
import { become, watchEnd } from './use.actions.ts'
import { placeSecret } from './place-code.actions.ts'

/** What is known of an arrival once its proof holds. */
interface Proof {
  way: NewCheckInRow['way']
  cameAt: Date
  distanceM: number | null
  accuracyM: number | null
  clockOff: number | null
}

/**
 * Checks in to a booking, once. Who comes second is told who was first, whatever they bring along; a phone that sends
 * the same again, because it did not hear the answer, learns that it is done.
 */
export function checkIn(ctx: Context, { row }: { row: ArrivalRow }, body: NewCheckIn): Promise<CheckedIn> {
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    const booking = await held(inside, row)
    if (booking.checkIn) return { state: 'before', checkIn: booking.checkIn, clockOff: null }
    const proof = await prove(inside, booking, body)
    refuse(whyNotCheckIn(booking, proof.cameAt))
    const { headCount, classes } = body
    await record(inside, booking, { ...proof, headCount, classes })
    const now = await held(inside, row)
    return { state: 'now', checkIn: now.checkIn!, clockOff: proof.clockOff }
  })
}

/** The booking as it is while its row is held. */
export async function held(ctx: Context, { districtId, id }: BookingKey): Promise<ArrivalRow> {
  await holdBooking(ctx.db, { districtId, id })
  return (await findArrival(ctx.db, [districtId], id))!
}

async function prove(ctx: Context, booking: ArrivalRow, body: NewCheckIn): Promise<Proof> {
  if (body.way === '定位') return byPosition(ctx, booking, body)
  const place = await placeOf(ctx, booking)
  if (body.way === '备用码') return byDigits(ctx, place, body.digits)
  return byScan(ctx, place, body)
}

const placeOf = async (ctx: Context, key: VenueKey): Promise<CodedPlace> => ({
  placeId: key.venueId,
  secret: await placeSecret(ctx, { districtId: key.districtId, placeId: key.venueId }),
})

const nowhere = { distanceM: null, accuracyM: null, clockOff: null }

function byScan(ctx: Context, place: CodedPlace, scan: Extract<NewCheckIn, { way: '二维码' }>): Proof {
  const times = { cameAt: new Date(scan.cameAt), sentAt: new Date(scan.sentAt) }
  const { cameAt, held } = cameAtOf(times, ctx.now)
  const checked = checkPlaceCode(place, { placeId: scan.venueId, code: scan.code }, cameAt)
  const { verdict } = checked
  const isKept = held && 'shownAt' in checked
  if (isKept) refuse(whyNotHeld(checked.shownAt, cameAt, ctx.now))
  else if (verdict !== 'valid') throw bookingProblems.badCode({ words: codeWords[verdict], verdict })
  return { ...nowhere, way: '二维码', cameAt, clockOff: clockOff(times, ctx.now) }
}

function byDigits(ctx: Context, place: CodedPlace, digits: string): Proof {
  if (checkToldCode(place, digits, ctx.now).verdict !== 'valid') throw bookingProblems.badDigits()
  return { ...nowhere, way: '备用码', cameAt: ctx.now }
}

function byPosition(ctx: Context, booking: ArrivalRow, phone: Extract<NewCheckIn, { way: '定位' }>): Proof {
  const place = pointOf(booking)
  const { verdict, metres, words } = judgePosition(place, place ? nearestTo(place, readingsOf(phone)) : phone)
  if (verdict !== 'near') throw bookingProblems.notThere({ words, verdict })
  return { ...nowhere, way: '定位', cameAt: ctx.now, distanceM: metres, accuracyM: Math.round(phone.accuracy) }
}

const pointOf = ({ longitude, latitude }: ArrivalRow): Point | null =>
  longitude === null || latitude === null ? null : { longitude, latitude }

/** Puts on record who came; what then has come to its end is settled at once. */
export async function record(
  ctx: Context,
  booking: ArrivalRow,
  came: Pick<Proof, 'way' | 'cameAt' | 'distanceM' | 'accuracyM'> & {
    headCount: number
    classes: string
    arranged?: boolean
  },
): Promise<void> {
  const { districtId, id: bookingId, schoolId, userSchoolId } = booking
  const { way, cameAt, distanceM, accuracyM, headCount, classes, arranged = false } = came
  const isAccount = ctx.actor.grants.length > 0
  await insertCheckIn(ctx.db, {
    ...{ districtId, bookingId, schoolId, userSchoolId, way, cameAt, receivedAt: ctx.now, distanceM, accuracyM },
    ...{ accountId: isAccount ? ctx.actor.id : null, byName: isAccount ? ctx.actor.name : '凭签到链接' },
    ...{ headCount, classes, arranged },
  })
  ctx.note({ districtId, ...(schoolId !== null && { unitId: schoolId }), subjectId: bookingId, way })
  const isOver = booking.status === '未到' || booking.untilAt <= ctx.now
  if (isOver) await become(ctx, { ...booking, headCount }, '已用')
  else await watchEnd(ctx, booking)
}

/** The host says who came, or that nobody did: at once, or up to a week later. */
export function sayWhoCame(ctx: Context, { row }: LoadedArrival, said: Said): Promise<Arrival> {
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    const booking = await held(inside, row)
    const checkedIn = booking.checkIn !== null
    if (!(said.came && checkedIn)) {
      refuse(whyNotSay(booking, { now: ctx.now, came: said.came, checkedIn }))
      if (said.came) await record(inside, booking, onTheSpot(ctx, booking, said))
      else if (booking.status === '已定') await become(inside, booking, '未到')
    }
    return again(inside, row)
  })
}

/** Told, not shown: while it goes on they came now, afterwards when it began. */
export function onTheSpot(
  { now }: Context,
  { fromAt, untilAt }: ArrivalRow,
  told: { headCount: number; classes: string },
) {
  const { headCount, classes } = told
  return { ...nowhere, way: '现场登记' as const, cameAt: now < untilAt ? now : fromAt, headCount, classes }
}

/** Whoever came is gone: what was used counts, and the rest of the time is free. */
export function closeUse(ctx: Context, { row }: LoadedArrival): Promise<Arrival> {
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    const booking = await held(inside, row)
    if (!booking.checkIn) throw bookingProblems.notCheckedIn()
    if (booking.status === '已定') await become(inside, booking, '已用')
    return again(inside, row)
  })
}

const again = async (ctx: Context, row: ArrivalRow): Promise<Arrival> =>
  arrivalOf(ctx, await subjectOf(ctx, (await findArrival(ctx.db, [row.districtId], row.id))!))

export async function review(
  ctx: Context,
  { row }: { row: ArrivalRow },
  given: Parameters<typeof updateReview>[2],
): Promise<Record<string, never>> {
  if (!row.checkIn) throw bookingProblems.notUsed()
  await ctx.asOwner((db) => updateReview(db, row, given))
  return {}
}
