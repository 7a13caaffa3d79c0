import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { collectionKinds } from './collection.contract.ts'

export interface ClusterKey {
  districtId: number
  clusterId: number
}

export interface CollectionKey {
  districtId: number
  id: string
}

export interface CollectionRow extends ClusterKey {
  id: string
  kind: (typeof collectionKinds)[number]
  title: string
  words: string
  from: string
  until: string
  finishedOn: string | null
}

const read = async (db: Db, where: RawBuilder<unknown>): Promise<CollectionRow[]> => {
  const { rows } = await sql<CollectionRow>`
    select c.district_id, c.id, c.cluster_id, c.kind, c.title, c.words, c.from_day as "from", c.until_day as until,
      c.finished_on
    from collections.collection c where ${where} order by c.until_day desc, c.id desc limit 500`.execute(db)
  return rows
}

/** The volumes of a cluster, the latest first. */
export const listCollections = (db: Db, { districtId, clusterId }: ClusterKey): Promise<CollectionRow[]> =>
  read(db, sql`c.district_id = ${districtId} and c.cluster_id = ${clusterId}`)

export const findCollection = async (
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<CollectionRow | undefined> =>
  (await read(db, sql`c.district_id = any (${districtIds}::int[]) and c.id = ${id}::uuid`))[0]

/** Volumes of these clusters for which nothing more comes in, and that are not finished. */
export const listEdited = (
  db: Db,
  districtIds: readonly number[],
  clusterIds: readonly number[],
  today: string,
): Promise<CollectionRow[]> =>
  read(
    db,
    sql`c.district_id = any (${districtIds}::int[]) and c.cluster_id = any (${clusterIds}::int[])
      and c.finished_on is null and c.until_day < ${today}::date`,
  )

/** What comes in, how it is ordered, and its end are written one after the other. Returns when it was finished. */
export async function lockCollection(db: Db, { districtId, id }: CollectionKey): Promise<string | null> {
  const { rows } = await sql<{ finishedOn: string | null }>`
    select finished_on from collections.collection where district_id = ${districtId} and id = ${id}::uuid for update`.execute(
    db,
  )
  return rows[0]?.finishedOn ?? null
}

export interface CollectionWritten {
  kind: (typeof collectionKinds)[number]
  title: string
  words: string
  fromDay: string
  untilDay: string
  changedAt: Date
  changedBy: string
}

export async function insertCollection(
  db: Db,
  collection: CollectionWritten & ClusterKey & { id: string },
): Promise<void> {
  await db.insertInto('collections.collection').values(collection).execute()
}

type Change = CollectionWritten | { finishedOn: string; finishedBy: string }

export async function updateCollection(db: Db, { districtId, id }: CollectionKey, change: Change): Promise<void> {
  await db
    .updateTable('collections.collection')
    .set(change)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export interface EntryCount {
  collectionId: string
  entries: number
  schools: number
  chosen: number
}

/** How many papers of how many schools, and how many stand in the volume. Read as the owner: it names nobody. */
export async function countEntries(db: Db, { districtId, clusterId }: ClusterKey): Promise<EntryCount[]> {
  const { rows } = await sql<EntryCount>`
    select e.collection_id, count(*)::int as entries, count(distinct e.school_id)::int as schools,
      count(e.place)::int as chosen
    from collections.entry e join collections.collection c on c.district_id = e.district_id and c.id = e.collection_id
    where e.district_id = ${districtId} and c.cluster_id = ${clusterId} and e.withdrawn_on is null
    group by e.collection_id`.execute(db)
  return rows
}
