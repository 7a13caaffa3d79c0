import {
  listContacts,
  findUnit,
  isCluster,
  listDistrictIds,
  listMembersOn,
  listUnitNames,
} from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { lockVenues } from './lock.sql.ts'
import type { Kept } from './venue.access.ts'
import { findVenueRow, listVenues, type VenueRow } from './venue.sql.ts'

export interface VenueSubject extends Kept {
  venue: VenueRow
}

/** A venue, with the school or the cluster that decides about it. */
export async function loadVenue(ctx: Context, id: string): Promise<VenueSubject | undefined> {
  const venue = await findVenueRow(ctx.db, await listDistrictIds(ctx.db), id, ctx.now)
  const at = venue && (await findUnit(ctx.db, (venue.schoolId ?? venue.clusterId)!, ctx.today))
  return at && { venue, at }
}

/**
 * A venue that is about to change: nobody books it until it has. Locked before anything is read, so that what is read is
 * what the last who changed it left, and a booking either came before and is seen, or sees the change.
 */
export async function loadVenueAlone(ctx: Context, id: string): Promise<VenueSubject | undefined> {
  await lockVenues(ctx.db, [id])
  return loadVenue(ctx, id)
}

/** The venues of the members of today of a cluster, and of its partners. */
export async function listVenuesIn(ctx: Context, cluster: { id: number; districtId: number }): Promise<VenueRow[]> {
  const schoolIds = await listMembersOn(ctx.db, cluster.id, ctx.today)
  const districtIds = await listDistrictIds(ctx.db)
  return listVenues(ctx.db, { districtIds, clusterId: cluster.id, schoolIds }, ctx.now)
}

/** The cluster in whose menu a venue stands: the one the reader belongs to, else the first. */
export async function clusterOf(
  { db, actor }: Context,
  { at }: Kept,
): Promise<{ id: number; name: string } | undefined> {
  const ids = isCluster(at) ? [at.id] : [...at.clusterIds]
  const id = ids.find((one) => actor.belongs(one)) ?? ids[0]
  return id === undefined ? undefined : (await listUnitNames(db, [id]))[0]
}

/** Whom one asks about a venue. */
export async function contactsOf(ctx: Context, { venue, at }: VenueSubject) {
  if (venue.siteId !== null)
    return venue.contactName ? [{ name: venue.contactName, duty: '基地联系人', phone: venue.contactPhone || null }] : []
  const all = await listContacts(ctx, at)
  return all.map(({ name, duty, phone }) => ({ name, duty, phone }))
}
