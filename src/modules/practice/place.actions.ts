import type { Reply } from '#shared/endpoint.ts'
import { momentInWords, momentOf } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { listHeld, type Held } from '#modules/bookings/index.ts'
import { freeSpans, listBookable, readDays } from '#modules/venues/index.ts'
import { standingAt, type Stretch } from './now.rules.ts'
import type { Place, placeApi } from './place.contract.ts'
import { listPlaceSchools, listSitePlaces, listVenuePlaces, type PlaceRow } from './place.sql.ts'

const MINUTE = 60_000
const DAY = 1440

/** What the map and the list beside it show, with how each venue stands at this moment. */
export async function readPlaces(
  ctx: Context,
  { id, districtId }: { id: number; districtId: number },
): Promise<Reply<typeof placeApi.list>> {
  const cluster = { clusterId: id, districtId }
  const venues = await listVenuePlaces(ctx.db, cluster, ctx.today)
  const sites = await listSitePlaces(ctx.db, cluster, ctx.today)
  const { now, note } = await standings(ctx, venues)
  const placed = [...venues, ...sites].map(({ districtId: _, ...place }) => ({
    ...place,
    now: now.get(place.id) ?? null,
  }))
  return {
    places: placed,
    schools: await listPlaceSchools(ctx.db, id, ctx.today),
    at: momentInWords(ctx.now).slice(11),
    note,
    tiles: ctx.config.tilesUrl ?? null,
  }
}

/** By venue; districts of a group's members each have a calendar of their own. */
async function standings(ctx: Context, venues: readonly PlaceRow[]) {
  const now = new Map<string, NonNullable<Place['now']>>()
  const notes = new Set<string>()
  for (const districtId of new Set(venues.map((one) => one.districtId))) {
    const ids = venues.filter((one) => one.districtId === districtId).map((one) => one.id)
    const facts = (await readDays(ctx, districtId, [ctx.today])).get(ctx.today)!
    if (facts.unknown) notes.add(facts.unknown)
    const begins = momentOf(ctx.today, '00:00')
    const held = await listHeld(ctx.db, {
      ...{ districtIds: [districtId], venueIds: ids },
      ...{ fromAt: begins, untilAt: new Date(begins.getTime() + DAY * MINUTE) },
    })
    const minute = Math.floor((ctx.now.getTime() - begins.getTime()) / MINUTE)
    for (const { id, hours } of await listBookable(ctx.db, [districtId], ids))
      now.set(id, standingAt(freeSpans(hours, facts), stretchesOf(held, id, begins), minute))
  }
  return { now, note: [...notes].join('；') }
}

const stretchesOf = (held: readonly Held[], venueId: string, begins: Date): Stretch[] =>
  held
    .filter((one) => one.venueId === venueId)
    .map(({ fromAt, untilAt }) => ({ from: minutesAfter(begins, fromAt), until: minutesAfter(begins, untilAt) }))

const minutesAfter = (begins: Date, at: Date) => (at.getTime() - begins.getTime()) / MINUTE
