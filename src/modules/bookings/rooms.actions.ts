import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { booksFor } from './booking.access.ts'
import type { Request } from './booking.contract.ts'
import { whyNotCancel } from './booking.rules.ts'
import { listBookingsById, type NewBooking } from './booking.sql.ts'
import { end } from './change.actions.ts'
import { readGround } from './ground.actions.ts'
import { districtsOf } from './party.actions.ts'
import { sayRoomUse, takeBackRoomUse } from './room-use.actions.ts'
import { hold, settle, wishesOf } from './take.actions.ts'

/**
 * Books rooms for what another module arranges, in its transaction: all times or none, by the rules of every booking. A
 * school uses its own room; where the person does not book for that school, a room that wants to be asked is asked. It is
 * kept to its end, and whether it was used is told by `sayRoomUse`.
 */
export async function bookRooms(
  ctx: Context,
  unit: UnitSubject,
  userSchoolId: number,
  request: Omit<Request, 'userSchoolId' | 'guest'>,
): Promise<Pick<NewBooking, 'id' | 'fromAt' | 'status'>[]> {
  const wishes = wishesOf(ctx, request)
  const districtIds = await districtsOf(ctx, unit)
  await hold(ctx, districtIds, wishes)
  const ground = await readGround(ctx, unit, districtIds, wishes)
  const { purpose, headCount, classes, phone } = request
  const { id: accountId, name: bookedBy } = ctx.actor
  const isOther = booksFor(ctx.actor, unit, [userSchoolId]).length === 0
  const party = { unit, userSchoolId, guest: '', accountId, bookedBy, phone, purpose, headCount, classes, isOther }
  return settle(ctx, { ...party, kept: true }, ground, wishes)
}

/** Gives rooms up that were booked so, and takes back what was said of them: to what is over nobody came, if nobody checked in. */
export async function giveUpRooms(
  ctx: Context,
  districtIds: readonly number[],
  bookingIds: readonly string[],
  words: string,
): Promise<void> {
  const list = () => ctx.asOwner((db) => listBookingsById(db, districtIds, bookingIds))
  for (const booking of await list()) await takeBackRoomUse(ctx, booking)
  const rows = await list()
  const open = rows.filter((row) => !whyNotCancel(row, ctx.now))
  for (const districtId of new Set(open.map((row) => row.districtId))) {
    const own = open.filter((row) => row.districtId === districtId)
    await ctx.asOwner((db) => end({ ...ctx, db, asOwner: (work) => work(db) }, own, '已取消', words))
  }
  const over = rows.filter(({ status, untilAt }) => status === '已定' && untilAt <= ctx.now)
  for (const booking of over) await sayRoomUse(ctx, booking, null)
}
