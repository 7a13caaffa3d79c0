import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

/** A file as a record names it. */
export interface KeptFile {
  districtId: number
  id: string
  sha256: string
  name: string
  bytes: number
  /** The media type, as its bytes say it. */
  type: string
  kind: string
  downloads: number
}

const columns = ['districtId', 'id', 'sha256', 'name', 'bytes', 'type', 'kind', 'downloads'] as const

export const findFile = (db: Db, districtId: number, id: string): Promise<KeptFile | undefined> =>
  db
    .selectFrom('files.file')
    .select(columns)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .executeTakeFirst()

export const listFiles = (db: Db, districtId: number, ids: readonly string[]): Promise<KeptFile[]> =>
  db
    .selectFrom('files.file')
    .select(columns)
    .where('districtId', '=', districtId)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute()

export async function insertFile(
  db: Db,
  file: Omit<KeptFile, 'downloads'> & { keptBy: string; keptAt: Date },
): Promise<void> {
  await db.insertInto('files.file').values(file).execute()
}

export async function deleteFile(db: Db, { districtId, id }: Pick<KeptFile, 'districtId' | 'id'>): Promise<void> {
  await db.deleteFrom('files.file').where('districtId', '=', districtId).where('id', '=', id).execute()
}

export async function countDownload(db: Db, { districtId, id }: Pick<KeptFile, 'districtId' | 'id'>): Promise<void> {
  await sql`update files.file set downloads = downloads + 1 where district_id = ${districtId} and id = ${id}`.execute(
    db,
  )
}

/** Has the content alone until the transaction ends: nobody takes it away while somebody keeps it. */
export async function lockContent(db: Db, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`.execute(db)
}

/** Whether any file of any district, or one that came and waits to be kept, has this content. */
export async function isContentUsed(db: Db, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from files.file f where f.sha256 = ${sha256})
      or exists (select from files.upload u where u.sha256 = ${sha256}) as used`.execute(db)
  return rows[0]!.used
}
