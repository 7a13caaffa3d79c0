import { isDeepStrictEqual } from 'node:util'
import { dayAfter, momentOf } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { keptOpenings, type Opening } from './hours.rules.ts'
import { insertFormerHours } from './hours.sql.ts'
import { insertClosing } from './venue-part.sql.ts'

interface VenueKey {
  districtId: number
  id: string
}

/** The hours that change today stay with the days before today. */
export async function keepFormerHours(
  ctx: Context,
  venue: VenueKey,
  { before, after }: { before: readonly Opening[]; after: readonly Opening[] },
): Promise<void> {
  if (isDeepStrictEqual(inOrder(before), inOrder(after))) return
  await insertFormerHours(ctx.db, venue, { untilDay: dayAfter(ctx.today, -1), openings: before })
}

const inOrder = (openings: readonly Opening[]): string[] =>
  keptOpenings(openings)
    .map(({ dayKind, weekdays, fromTime, untilTime }) => `${dayKind} ${weekdays.join()} ${fromTime} ${untilTime}`)
    .sort()

/** What comes back into use today was closed until today, and stays so. */
export async function keepClosed(ctx: Context, venues: readonly VenueKey[], closedOn: string): Promise<void> {
  if (closedOn >= ctx.today) return
  const span = { from: momentOf(closedOn, '00:00'), until: momentOf(ctx.today, '00:00') }
  for (const { districtId, id: venueId } of venues)
    await insertClosing(ctx.db, { districtId, id: ctx.newId(), venueId, ...span, why: '停用' })
}
