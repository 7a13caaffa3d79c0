import type { Context } from '#platform/context.ts'
import { listMembersOn } from '#modules/organizations/index.ts'
import { arrivalsOf } from './arrival.actions.ts'
import { listArrivalsOf, listHostedVenues } from './arrival.sql.ts'

const DAY = 86_400_000
const hosts: readonly string[] = ['principal', 'liaison']

/** The venues that a person keeps, each with its day. An office has the partners of its cluster, and the members' venues. */
export async function readHostedDay(ctx: Context, districtIds: readonly number[], day: string) {
  const { actor, db, today, now } = ctx
  const clusterIds = actor.grants.filter(({ role }) => role === 'cluster-office').map(({ unitId }) => unitId)
  const members = (await Promise.all(clusterIds.map((id) => listMembersOn(db, id, today)))).flat()
  const own = actor.grants.filter(({ role }) => hosts.includes(role)).map(({ unitId }) => unitId)
  const schoolIds = [...new Set([...own, ...members])]
  const venues = await listHostedVenues(db, districtIds, { schoolIds, clusterIds, today })
  const from = new Date(`${day}T00:00:00+08:00`)
  const span = [from, new Date(from.getTime() + DAY)] as const
  const rows = await listArrivalsOf(db, { districtIds, venueIds: venues.map(({ id }) => id) }, span)
  const arrivals = await arrivalsOf(ctx, rows)
  return {
    ...{ now: now.toISOString(), today, day },
    venues: venues.map(({ id, name, host }) => ({ id, name, host, arrivals: arrivals.filter(({ venueId }) => venueId === id) })), // prettier-ignore
  }
}
