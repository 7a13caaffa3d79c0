import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { lockVenues } from '#modules/venues/index.ts'
import { STEP_MINUTES } from './booking.rules.ts'
import { findBooking } from './booking.sql.ts'
import { lockBooking, type BookingKey } from './check-in.sql.ts'
import { deleteHolds } from './hold.sql.ts'
import { holdSlots, listLentTimes, returnStock } from './stock.sql.ts'

const STEP = STEP_MINUTES * 60_000

/** A booking whose time goes back. */
interface Freed {
  districtId: number
  id: string
  venueId: string
}

/** Gives back the times and the equipment of bookings of one district, and asks those who wait for them. */
export async function giveBack(ctx: Context, freed: readonly Freed[]): Promise<void> {
  const [first] = freed
  if (!first) return
  const { districtId } = first
  const ids = freed.map(({ id }) => id)
  await ctx.asOwner(async (db) => {
    await deleteHolds(db, districtId, ids)
    await returnEquipment(db, districtId, ids)
  })
  for (const venueId of new Set(freed.map(({ venueId }) => venueId))) await askTheLine(ctx, districtId, venueId)
}

/** Counters are taken in one order before they are lowered, so that nobody dead-locks with who takes. */
export async function returnEquipment(db: Db, districtId: number, bookingIds: readonly string[]): Promise<void> {
  const lent = await listLentTimes(db, districtId, bookingIds)
  if (lent.length === 0) return
  await holdSlots(db, lent)
  await returnStock(db, lent)
}

/** What a use took along goes back where it ends before its time; the five minutes that have begun are gone. */
export async function returnRest(db: Db, { districtId, id }: BookingKey, now: Date): Promise<void> {
  const from = new Date(Math.ceil(now.getTime() / STEP) * STEP)
  const lent = await listLentTimes(db, districtId, [id])
  const rest = lent
    .map((one) => (one.fromAt < from ? { ...one, fromAt: from } : one))
    .filter(({ fromAt, untilAt }) => fromAt < untilAt)
  if (rest.length === 0) return
  await holdSlots(db, rest)
  await returnStock(db, rest)
}

/** In a transaction of its own: whoever moves up takes times, and times are taken before anything else is held. */
export async function askTheLine(ctx: Context, districtId: number, venueId: string): Promise<void> {
  await ctx.enqueue({ kind: 'bookings.move-up', districtId, payload: { venueId }, key: venueId })
}

/** Has a booking for this transaction, its venue first: those who move bookings hold them in that order. */
export async function holdBooking(db: Db, key: BookingKey): Promise<void> {
  const booking = await findBooking(db, [key.districtId], key.id)
  if (booking) await lockVenues(db, [booking.venueId])
  await lockBooking(db, key)
}
