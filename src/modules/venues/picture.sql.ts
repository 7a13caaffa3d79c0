import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { PictureLine } from './venue.contract.ts'
import type { PictureType } from './picture.rules.ts'

/** Whose pictures: a venue's or a partner's. */
export type PictureOf = { venueId: string; siteId?: never } | { siteId: string; venueId?: never }

const belongsTo = ({ venueId, siteId }: PictureOf) =>
  venueId === undefined ? sql`site_id = ${siteId}` : sql`venue_id = ${venueId}`

export async function listPictures(db: Db, districtId: number, of: PictureOf): Promise<PictureLine[]> {
  const { rows } = await sql<PictureLine>`
    select id, words, width, height from venues.picture
    where district_id = ${districtId} and ${belongsTo(of)} order by position, id`.execute(db)
  return rows
}

export interface PictureRow {
  districtId: number
  id: string
  venueId: string | null
  siteId: string | null
  position: number
  words: string
}

export async function findPicture(db: Db, districtIds: readonly number[], id: string): Promise<PictureRow | undefined> {
  const { rows } = await sql<PictureRow>`
    select district_id, id, venue_id, site_id, position, words from venues.picture
    where district_id = any (${districtIds}::int[]) and id = ${id}`.execute(db)
  return rows[0]
}

export async function readPictureBytes(
  db: Db,
  { districtId, id }: Pick<PictureRow, 'districtId' | 'id'>,
): Promise<{ type: PictureType; bytes: Buffer }> {
  return db
    .selectFrom('venues.picture')
    .select(['type', 'bytes'])
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .$castTo<{ type: PictureType; bytes: Buffer }>()
    .executeTakeFirstOrThrow()
}

export interface NewPicture {
  districtId: number
  id: string
  words: string
  type: PictureType
  width: number
  height: number
  bytes: Buffer
}

/** Behind those that are there. */
export async function insertPicture(db: Db, picture: NewPicture, of: PictureOf): Promise<void> {
  const { districtId } = picture
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position), 0) + 1 as position from venues.picture
    where district_id = ${districtId} and ${belongsTo(of)}`.execute(db)
  const { position } = rows[0]!
  await db
    .insertInto('venues.picture')
    .values({ ...picture, position, venueId: of.venueId ?? null, siteId: of.siteId ?? null })
    .execute()
}

type Key = Pick<PictureRow, 'districtId' | 'id'>

export async function updatePictureWords(db: Db, { districtId, id }: Key, words: string): Promise<void> {
  await db
    .updateTable('venues.picture')
    .set({ words })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Changes places with the one before it; the first stays. */
export async function movePictureForward(
  db: Db,
  { districtId, id }: Key,
  before: { id: string } | undefined,
): Promise<void> {
  if (!before) return
  await sql`
    update venues.picture p set position = o.position
    from venues.picture o
    where p.district_id = ${districtId} and o.district_id = p.district_id
      and ((p.id = ${id} and o.id = ${before.id}) or (p.id = ${before.id} and o.id = ${id}))`.execute(db)
}

export async function deletePicture(db: Db, { districtId, id }: Key): Promise<void> {
  await db.deleteFrom('venues.picture').where('districtId', '=', districtId).where('id', '=', id).execute()
}
