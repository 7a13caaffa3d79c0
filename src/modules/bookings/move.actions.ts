import type { Context } from '#platform/context.ts'
import { unlessTooFew } from '#platform/database/savepoint.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { lockVenues, type Bookable } from '#modules/venues/index.ts'
import { hosts } from './booking.access.ts'
import { tellBooker, tellFreed, tellHosts } from './booking.notices.ts'
import { instantsOf, whyNotMove, whyNotTime, type Time } from './booking.rules.ts'
import { findBooking, updateTime, type BookingRow } from './booking.sql.ts'
import { noteOf } from './change.actions.ts'
import { askTheLine } from './give-back.actions.ts'
import { deleteHolds } from './hold.sql.ts'
import { refuseGuest } from './party.actions.ts'
import { bookingProblems } from './problems.ts'
import { checkQuotas } from './quota.actions.ts'
import { holdSlots, listLentTimes, returnStock, takeStock } from './stock.sql.ts'
import { watchSoon } from './watch.actions.ts'
import { readGround, readInTheWay } from './ground.actions.ts'
import { hold, type Wish } from './take.actions.ts'

/** Gives a booking another time, or another venue; what it had stays its own where the new time cannot be had. */
export async function moveBooking(
  ctx: Context,
  booking: BookingRow,
  { venueId = booking.venueId, ...time }: Time & { venueId?: string | undefined },
): Promise<BookingRow> {
  const words = whyNotTime(time) ?? whyNotMove(booking, ctx.now)
  if (words) throw bookingProblems.notMoved({ words })
  await lockVenues(ctx.db, [booking.venueId, venueId])
  await stillMovable(ctx, booking)
  const wish = { bookingId: booking.id, venueId, time, ...instantsOf(time), equipment: [] }
  const { venue, quotas } = await takeInstead(ctx, booking, wish)
  await moveEquipment(ctx, booking, wish, venue)
  await updateTime(ctx.db, { ...newPlace(ctx, booking, venue), ...instantsOf(time), now: ctx.now, by: ctx.actor.name })
  await checkQuotas(ctx, quotas, booking.userSchoolId, [{ ...wish, schoolId: venue.schoolId }])
  await askTheLine(ctx, booking.districtId, booking.venueId)
  const moved = await tellMoved(ctx, booking)
  await watchSoon(ctx, [moved])
  return moved
}

/** Asked once more when nobody else can change it: it may have been cancelled since it was read. */
async function stillMovable(ctx: Context, { districtId, id }: BookingRow): Promise<void> {
  const now = await findBooking(ctx.db, [districtId], id)
  const words = now ? whyNotMove(now, ctx.now) : '这次预约已经不在了。'
  if (words) throw bookingProblems.notMoved({ words })
}

async function takeInstead(ctx: Context, booking: BookingRow, wish: Wish) {
  await ctx.asOwner((db) => deleteHolds(db, booking.districtId, [booking.id]))
  await hold(ctx, [booking.districtId], [wish])
  const unit = await findUnit(ctx.db, booking.clusterId, ctx.today)
  if (!unit) throw bookingProblems.noSuchVenue()
  const ground = await readGround(ctx, unit, [booking.districtId], [wish])
  if (booking.userSchoolId === null) refuseGuest(ctx, unit, ground.venues)
  const inTheWay = await readInTheWay(ctx, unit, ground, booking, [wish])
  if (inTheWay.length > 0) throw bookingProblems.notToBeHad({ inTheWay })
  return { venue: ground.venues.get(wish.venueId)!, quotas: ground.quotas }
}

/** Counters of both times are held in one order before any is changed. */
async function moveEquipment(ctx: Context, booking: BookingRow, wish: Wish, venue: Bookable): Promise<void> {
  const before = await listLentTimes(ctx.db, booking.districtId, [booking.id])
  if (before.length === 0) return
  if (before.some(({ equipmentId }) => !venue.equipment.some(({ id }) => id === equipmentId)))
    throw bookingProblems.notMoved({ words: '新场馆没有这次预约所带的设备，请取消后重新预约。' })
  const after = before.map((one) => ({ ...one, fromAt: wish.fromAt, untilAt: wish.untilAt }))
  await holdSlots(ctx.db, [...before, ...after])
  await returnStock(ctx.db, before)
  if (!(await unlessTooFew(ctx.db, () => takeStock(ctx.db, after))))
    throw bookingProblems.equipmentOut({ words: '新的时间设备不够，请换一个时间，或取消后减少设备再订。' })
}

/** Whoever does not answer for the venue asks anew where it wants to be asked. */
function newPlace(ctx: Context, booking: BookingRow, venue: Bookable) {
  const { districtId, id } = booking
  const place = { districtId, id, venueId: venue.id, schoolId: venue.schoolId }
  const asked = venue.needsApproval && venue.schoolId !== booking.userSchoolId
  const free = !asked || hosts(ctx.actor, { ...booking, schoolId: venue.schoolId })
  return { ...place, status: free ? ('已定' as const) : ('待审' as const) }
}

async function tellMoved(ctx: Context, before: BookingRow): Promise<BookingRow> {
  const moved = (await findBooking(ctx.db, [before.districtId], before.id))!
  noteOf(ctx, moved)
  await tellBooker(ctx, moved, '已改期')
  if (hosts(ctx.actor, moved)) return moved
  await tellFreed(ctx, [{ ...before, moves: moved.moves }], '改期')
  await tellHosts(ctx, [moved])
  return moved
}
