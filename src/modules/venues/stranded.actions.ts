import { minutesOf } from '#shared/bells.ts'
import { dayOf, timeOf } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import type { BookedAhead } from '#platform/venue-bookings.ts'
import { listBookable, type Bookable } from './bookable.sql.ts'
import type { Stranded } from './venue.contract.ts'
import { readDays } from './day.actions.ts'
import { whyNotOpen } from './hours.rules.ts'

/** Of the bookings that stand at venues from now on, those at whose time the venue is not open any more, in order of time. */
export async function readStranded(ctx: Context, districtId: number, venueIds: readonly string[]): Promise<Stranded[]> {
  const booked = (await ctx.venueBookings?.listAhead(ctx, districtId, venueIds)) ?? []
  if (booked.length === 0) return []
  const venues = await listBookable(ctx.db, [districtId], [...new Set(booked.map(({ venueId }) => venueId))])
  const byId = new Map(venues.map((venue) => [venue.id, venue]))
  const days = await readDays(ctx, districtId, [...new Set(booked.map(({ from }) => dayOf(from)))])
  return booked.flatMap((one) => {
    const venue = byId.get(one.venueId)
    const time = timeOfBooking(one)
    const why = venue && whyNotOpen(venue.hours, days.get(time.day)!, wantedAt(venue, time))
    return venue && why ? [{ id: one.id, venueId: venue.id, venue: venue.name, ...time, user: one.user, why }] : []
  })
}

const timeOfBooking = ({ from, until }: BookedAhead) => {
  const day = dayOf(from)
  return { day, from: timeOf(from), until: dayOf(until) === day ? timeOf(until) : '24:00' }
}

const wantedAt = ({ minutesBefore, minutesAfter }: Bookable, { from, until }: { from: string; until: string }) => ({
  ...{ from: minutesOf(from), until: minutesOf(until), minutesBefore, minutesAfter },
})
