import type { Context } from '#platform/context.ts'
import type { VenueRow } from './venue.sql.ts'

type Key = Pick<VenueRow, 'districtId' | 'id'>

/** Bookings of a venue that stand and run into a time. */
export async function countClashes(ctx: Context, { districtId, id }: Key, from: Date, until: Date): Promise<number> {
  return (await ctx.venueBookings?.countIn(ctx, [{ districtId, venueId: id, from, until }])) ?? 0
}

const FAR = new Date('9999-12-31T00:00:00Z')

/** All that stand from now on. */
export const countAhead = (ctx: Context, venue: Key): Promise<number> => countClashes(ctx, venue, ctx.now, FAR)
