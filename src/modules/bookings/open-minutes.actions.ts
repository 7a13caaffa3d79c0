import { dayAfter } from '#shared/day.ts'
import { grouped } from '#shared/group.ts'
import type { Context } from '#platform/context.ts'
import {
  freeSpans,
  listBookable,
  listFormerHours,
  openingsOn,
  readDays,
  type DayFacts,
  type FormerHours,
  type VenueHours,
  type VenueRow,
} from '#modules/venues/index.ts'

/** How long a venue was open outside the own lessons; null with the reason where this cannot be told. */
export interface OpenMinutes {
  open: number | null
  why: string
}

/** By venue, from one day to another. */
export async function readOpenMinutes(
  ctx: Context,
  venues: readonly VenueRow[],
  { from, until }: { from: string; until: string },
): Promise<Map<string, OpenMinutes>> {
  const open = new Map<string, OpenMinutes>()
  for (const [districtId, own] of grouped(venues, (venue) => venue.districtId)) {
    const facts = [...(await readDays(ctx, districtId, daysBetween(from, until))).values()]
    const why = whyUnknown(facts)
    const ids = own.map(({ id }) => id)
    const former = grouped(await listFormerHours(ctx.db, [districtId], ids), ({ venueId }) => venueId)
    for (const { id, hours } of await listBookable(ctx.db, [districtId], ids))
      open.set(id, why ? { open: null, why } : { open: minutesOpen(hours, former.get(id) ?? [], facts), why: '' })
  }
  return open
}

function daysBetween(from: string, until: string): string[] {
  const days: string[] = []
  for (let day = from; day <= until; day = dayAfter(day)) days.push(day)
  return days
}

/** What is not known of the days, without what is done about it when one is booked. */
const whyUnknown = (facts: readonly DayFacts[]): string =>
  facts.find(({ unknown }) => unknown !== null)?.unknown?.split('，')[0] ?? ''

/** Each day by the hours that held on it. */
function minutesOpen(hours: VenueHours, former: readonly FormerHours[], facts: readonly DayFacts[]): number {
  const spans = facts.flatMap((one) =>
    freeSpans({ ...hours, openings: openingsOn(hours.openings, former, one.day) }, one),
  )
  return spans.reduce((sum, { from, until }) => sum + until - from, 0)
}
