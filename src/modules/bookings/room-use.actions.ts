import type { Context } from '#platform/context.ts'
import { dropUse } from '#modules/venues/index.ts'
import type { ArrivalRow } from './arrival.sql.ts'
import { held, onTheSpot, record } from './check-in.actions.ts'
import { deleteArranged, markBecame, updateArranged, type BookingKey } from './check-in.sql.ts'
import { askTheLine } from './give-back.actions.ts'
import { deleteHolds } from './hold.sql.ts'
import { become, lineOf, recordInLedger } from './use.actions.ts'

/**
 * The module that arranged a use says how many were there, or null: it was not used. Whoever checked in at the door was
 * first, and what was called off stays so; how many there were, the module may say again. A room in which there were no
 * pupils had its teacher.
 */
export function sayRoomUse(ctx: Context, key: BookingKey, people: number | null): Promise<void> {
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    const booking = await held(inside, key)
    const headCount = Math.max(1, people ?? 0)
    if (booking.checkIn) {
      if (people !== null) await countAnew(inside, booking, headCount)
      return
    }
    const isStanding = booking.status === '已定' || (booking.status === '未到' && people !== null)
    if (!isStanding) return
    if (people === null) await become(inside, booking, '未到')
    else await record(inside, booking, { ...onTheSpot(ctx, booking, { headCount, classes: '' }), arranged: true })
  })
}

/** The module said before how many there were; the ledger has the later number. */
async function countAnew(ctx: Context, booking: ArrivalRow, headCount: number): Promise<void> {
  const isOwn = await updateArranged(ctx.db, booking, headCount)
  if (!isOwn || booking.status !== '已用') return
  await takeOutOfLedger(ctx, booking)
  await recordInLedger(ctx, await held(ctx, booking))
}

/** The module that said that a room was used says that it was not: its time is free, and it stands in no ledger. */
export function takeBackRoomUse(ctx: Context, key: BookingKey): Promise<void> {
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    const booking = await held(inside, key)
    const isOwn = booking.checkIn !== null && (await deleteArranged(db, booking))
    if (!isOwn || booking.status !== '已用') return
    await markBecame(db, booking, { status: '未到', at: ctx.now, by: ctx.actor.name })
    await deleteHolds(db, booking.districtId, [booking.id])
    if (ctx.now < booking.untilAt) await askTheLine(inside, booking.districtId, booking.venueId)
    await takeOutOfLedger(inside, booking)
  })
}

async function takeOutOfLedger({ db }: Context, booking: ArrivalRow): Promise<void> {
  const line = lineOf(booking)
  if (line) await dropUse(db, line)
}
