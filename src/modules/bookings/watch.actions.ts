import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listStandingBetween } from './booking.sql.ts'
import { watchArrival } from './use.actions.ts'

const HOUR = 3_600_000
/** So far ahead the moment is foreseen at which a time is given back; each hour looks further. */
const AHEAD_HOURS = 2

interface Standing {
  districtId: number
  id: string
  status: string
  fromAt: Date
  untilAt: Date
  releaseMinutes: number
}

/** Bookings that now stand: of those that begin soon, nobody coming is noticed in time. */
export async function watchSoon(ctx: Context, bookings: readonly Standing[]): Promise<void> {
  const until = ctx.now.getTime() + AHEAD_HOURS * HOUR
  for (const booking of bookings)
    if (booking.status === '已定' && booking.fromAt.getTime() < until)
      await watchArrival(ctx, { ...booking, status: booking.status })
}

/** Every hour: those that begin in the next ones. */
export async function watchNext(ctx: Context): Promise<void> {
  const until = new Date(ctx.now.getTime() + AHEAD_HOURS * HOUR)
  await watchSoon(ctx, await listStandingBetween(ctx.db, await listDistrictIds(ctx.db), ctx.now, until))
}
