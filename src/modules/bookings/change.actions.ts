import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { lockVenues } from '#modules/venues/index.ts'
import { hosts } from './booking.access.ts'
import { tellBooker, tellFreed } from './booking.notices.ts'
import { whyNotCancel, whyNotDecide } from './booking.rules.ts'
import { findBooking, listRequest, updateStatus, type BookingRow } from './booking.sql.ts'
import { giveBack } from './give-back.actions.ts'
import { watchSoon } from './watch.actions.ts'
import { bookingProblems } from './problems.ts'

export const loadBooking = async (ctx: Context, id: string): Promise<BookingRow | undefined> =>
  findBooking(ctx.db, await listDistrictIds(ctx.db), id)

/** What a change is noted by in the audit. */
export const noteOf = (ctx: Context, { id, districtId, clusterId, venue, provider }: BookingRow): void =>
  ctx.note({ districtId, unitId: clusterId, subjectId: id, venue, provider })

/** Gives a booking up, with `following` also the later times of its request at this venue. */
export async function cancelBooking(
  ctx: Context,
  booking: BookingRow,
  { words, following }: { words: string; following: boolean },
): Promise<{ cancelled: number }> {
  const why = whyNotCancel(booking, ctx.now)
  if (why) throw bookingProblems.notCancelled({ words: why })
  const later = following ? await laterOnes(ctx, booking) : []
  const rows = await end(ctx, [booking, ...later], '已取消', words)
  noteOf(ctx, booking)
  ctx.note({ cancelled: rows.length })
  for (const row of rows.slice(0, 1)) await tellBooker(ctx, row, '已取消', words && `原因：${words}`)
  await tellFreed(ctx, rows.filter((row) => !hosts(ctx.actor, row)), '取消') // prettier-ignore
  return { cancelled: rows.length }
}

const laterOnes = async (ctx: Context, { districtId, requestId, id, venueId, fromAt }: BookingRow) =>
  (await listRequest(ctx.db, districtId, requestId)).filter(
    (one) => one.id !== id && one.venueId === venueId && one.fromAt > fromAt && !whyNotCancel(one, ctx.now),
  )

/** Says yes or no to a booking that waits; with `together` to all that wait of its request at venues of the reader. */
export async function decideBooking(
  ctx: Context,
  booking: BookingRow,
  { accept, words, together }: { accept: boolean; words: string; together: boolean },
): Promise<{ decided: number }> {
  const why = whyNotDecide(booking)
  if (why) throw bookingProblems.notDecided({ words: why })
  const waiting = together ? await othersThatWait(ctx, booking) : []
  const all = [booking, ...waiting]
  const rows = accept ? await accepted(ctx, all, words) : await end(ctx, all, '已谢绝', words)
  noteOf(ctx, booking)
  ctx.note({ accept, decided: rows.length })
  for (const row of rows.slice(0, 1)) await tellBooker(ctx, row, accept ? '已通过' : '已谢绝', words)
  return { decided: rows.length }
}

const othersThatWait = async (ctx: Context, { districtId, requestId, id }: BookingRow) =>
  (await listRequest(ctx.db, districtId, requestId)).filter(
    (one) => one.id !== id && one.status === '待审' && hosts(ctx.actor, one),
  )

async function accepted(ctx: Context, rows: readonly BookingRow[], words: string): Promise<BookingRow[]> {
  const changed = await change(ctx, rows, '已定', words)
  const now = rows.filter(({ id }) => changed.includes(id)).map((row) => ({ ...row, status: '已定' as const }))
  await watchSoon(ctx, now)
  return now
}

/** Ends bookings that wait or stand; their times go back. Returns those that somebody else had not ended meanwhile. */
export async function end(
  ctx: Context,
  rows: readonly BookingRow[],
  status: '已取消' | '已谢绝' | '未到',
  words: string,
): Promise<BookingRow[]> {
  await lockVenues(ctx.db, rows.map(({ venueId }) => venueId)) // prettier-ignore
  const changed = await change(ctx, rows, status, words)
  const ended = rows.filter(({ id }) => changed.includes(id))
  await giveBack(ctx, ended)
  return ended
}

const change = (ctx: Context, rows: readonly BookingRow[], status: BookingRow['status'], words: string) =>
  updateStatus(ctx.db, {
    districtId: rows[0]!.districtId,
    ids: rows.map(({ id }) => id),
    status,
    words,
    now: ctx.now,
    by: ctx.actor.name,
  })
