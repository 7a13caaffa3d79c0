import type { Context } from '#platform/context.ts'
import type { VenueRow } from './venue.sql.ts'

type Key = Pick<VenueRow, 'districtId' | 'id'>

/** Bookings of venues that stand and run into a time. */
export async function countClashes(ctx: Context, venues: readonly Key[], from: Date, until: Date): Promise<number> {
  const times = venues.map(({ districtId, id }) => ({ districtId, venueId: id, from, until }))
  return (await ctx.venueBookings?.countIn(ctx, times)) ?? 0
}

const FAR = new Date('9999-12-31T00:00:00Z')

/** All that stand from now on. */
export const countAhead = (ctx: Context, venues: readonly Key[]): Promise<number> =>
  countClashes(ctx, venues, ctx.now, FAR)
