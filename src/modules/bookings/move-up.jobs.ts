import type { System } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import type { JobKind } from '#platform/jobs/job.ts'
import { isProblem } from '#platform/route.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { tellBooker, tellHosts } from './booking.notices.ts'
import { instantsOf, timeBetween } from './booking.rules.ts'
import { findBooking } from './booking.sql.ts'
import { bookingProblems } from './problems.ts'
import { readGround } from './ground.actions.ts'
import { hold, settle } from './take.actions.ts'
import { findWaiting, listLine, updateWaiting } from './waiting.sql.ts'

/** A time of a venue has become free: those who wait for it move up, first come first, each in a transaction of its own. */
export const moveUp: JobKind<{ venueId: string }> = {
  name: 'bookings.move-up',
  title: '候补递补',
  tries: 3,
  run: async (system, { districtId, payload: { venueId } }) => {
    const line = await system.inContext((ctx) => listLine(ctx.db, districtId, venueId, ctx.now))
    for (const { id } of line) await moveUpIfFree(system, districtId, id)
  },
}

/** Whoever cannot have it after all (the time is taken still, the quota is used) keeps the place in the line. */
async function moveUpIfFree(system: System, districtId: number, id: string): Promise<void> {
  try {
    await system.inContext((ctx) => takePlace(ctx, districtId, id))
  } catch (error) {
    if (!isProblem(error)) throw error
  }
}

async function takePlace(ctx: Context, districtId: number, id: string): Promise<void> {
  const row = await findWaiting(ctx.db, [districtId], id)
  const unit = row && (await findUnit(ctx.db, row.clusterId, ctx.today))
  if (!row || !unit) return
  const time = timeBetween(row.fromAt, row.untilAt)
  const wish = { bookingId: ctx.newId(), venueId: row.venueId, time, ...instantsOf(time), equipment: row.equipment }
  await hold(ctx, [districtId], [wish])
  if (!(await updateWaiting(ctx.db, row, { status: '已递补', bookingId: wish.bookingId })))
    throw bookingProblems.notToWait({ words: '这次候补已经结束。' })
  const ground = await readGround(ctx, unit, [districtId], [wish])
  await settle(ctx, { ...row, unit }, ground, [wish])
  const booking = (await findBooking(ctx.db, [districtId], wish.bookingId))!
  await tellBooker(ctx, booking, '已递补', booking.status === '待审' ? '还要等场馆审核。' : '')
  await tellHosts(ctx, [booking])
}
