import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface UploadRow {
  id: string
  accountId: string
  name: string
  bytes: number
  beganAt: Date
  /** Of one that is whole. */
  sha256: string | null
  type: string | null
  kind: string | null
}

const columns = ['id', 'accountId', 'name', 'bytes', 'beganAt', 'sha256', 'type', 'kind'] as const

/** One of an account's own. */
export const findUpload = (db: Db, accountId: string, id: string): Promise<UploadRow | undefined> =>
  db
    .selectFrom('files.upload')
    .select(columns)
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst()

/** How many of an account are on their way. */
export async function countArriving(db: Db, accountId: string): Promise<number> {
  const { n } = await db
    .selectFrom('files.upload')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('accountId', '=', accountId)
    .where('sha256', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}

export async function insertUpload(
  db: Db,
  upload: Pick<UploadRow, 'id' | 'accountId' | 'name' | 'bytes' | 'beganAt'>,
): Promise<void> {
  await db.insertInto('files.upload').values(upload).execute()
}

export async function updateWhole(
  db: Db,
  id: string,
  whole: { sha256: string; type: string; kind: string },
): Promise<void> {
  await db.updateTable('files.upload').set(whole).where('id', '=', id).execute()
}

export async function deleteUpload(db: Db, id: string): Promise<void> {
  await db.deleteFrom('files.upload').where('id', '=', id).execute()
}

/** Those whose time is over: the row goes, and the caller takes the bytes away. */
export async function deleteOldUploads(db: Db, before: Date): Promise<{ id: string; sha256: string | null }[]> {
  const { rows } = await sql<{ id: string; sha256: string | null }>`
    delete from files.upload where began_at < ${before} returning id, sha256`.execute(db)
  return rows
}
