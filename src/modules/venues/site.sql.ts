import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { SiteKind } from './site.rules.ts'

/** A partner as it is on file. */
export interface SiteRow {
  districtId: number
  id: string
  clusterId: number
  name: string
  pinyin: string
  kind: SiteKind
  address: string
  longitude: number | null
  latitude: number | null
  contactName: string
  contactPhone: string
  stages: string[]
  themes: string[]
  about: string
  howToVisit: string
  safety: string
  access: string
  agreementFrom: string | null
  agreementUntil: string | null
  closedOn: string | null
  sample: boolean
}

const columns = sql`
  select district_id, id, cluster_id, name, pinyin, kind, address, longitude, latitude, contact_name, contact_phone, stages,
    themes, about, how_to_visit, safety, access, agreement_from, agreement_until, closed_on, sample
  from venues.site`

/** The partners of a cluster, by pinyin. */
export async function listSites(db: Db, districtIds: readonly number[], clusterId: number): Promise<SiteRow[]> {
  const { rows } = await sql<SiteRow>`${columns}
    where district_id = any (${districtIds}::int[]) and cluster_id = ${clusterId}
    order by closed_on is not null, pinyin collate "C", id`.execute(db)
  return rows
}

export async function findSite(db: Db, districtIds: readonly number[], id: string): Promise<SiteRow | undefined> {
  const { rows } = await sql<SiteRow>`${columns}
    where district_id = any (${districtIds}::int[]) and id = ${id}`.execute(db)
  return rows[0]
}

export type SavedSite = Omit<SiteRow, 'closedOn'> & { changedAt: Date }

export async function insertSites(db: Db, sites: readonly SavedSite[]): Promise<void> {
  if (sites.length > 0)
    await db
      .insertInto('venues.site')
      .values([...sites])
      .execute()
}

export async function updateSite(
  db: Db,
  { districtId, id, clusterId: _, sample: __, ...row }: SavedSite,
): Promise<void> {
  await db.updateTable('venues.site').set(row).where('districtId', '=', districtId).where('id', '=', id).execute()
}

export async function updateSiteClosedOn(
  db: Db,
  { districtId, id }: Pick<SiteRow, 'districtId' | 'id'>,
  closedOn: string | null,
): Promise<void> {
  await sql`update venues.site set closed_on = ${closedOn}::date
    where district_id = ${districtId} and id = ${id}`.execute(db)
}
