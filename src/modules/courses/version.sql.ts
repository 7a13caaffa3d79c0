import type { Db } from '#platform/database/database.ts'
import type { CourseContent } from './content.contract.ts'
import type { CourseKind } from './entry.contract.ts'
import type { EntryKey } from './entry.sql.ts'

export interface VersionRow {
  number: number
  name: string
  content: CourseContent
  byline: string
  note: string
  kinds: CourseKind[]
  publishedAt: Date
}

export const findVersion = (db: Db, { districtId, id }: EntryKey, number: number): Promise<VersionRow | undefined> =>
  db
    .selectFrom('courses.version')
    .select(['number', 'name', 'content', 'byline', 'note', 'kinds', 'publishedAt'])
    .where('districtId', '=', districtId)
    .where('entryId', '=', id)
    .where('number', '=', number)
    .$castTo<VersionRow>()
    .executeTakeFirst()

/** The latest first. */
export const listVersions = (db: Db, { districtId, id }: EntryKey): Promise<Omit<VersionRow, 'content'>[]> =>
  db
    .selectFrom('courses.version')
    .select(['number', 'name', 'byline', 'note', 'kinds', 'publishedAt'])
    .where('districtId', '=', districtId)
    .where('entryId', '=', id)
    .orderBy('number', 'desc')
    .$castTo<Omit<VersionRow, 'content'>>()
    .execute()

export async function insertVersion(
  db: Db,
  { districtId, id }: EntryKey,
  { content, ...version }: VersionRow & { publishedBy: string },
): Promise<void> {
  await db
    .insertInto('courses.version')
    .values({ ...version, districtId, entryId: id, content: JSON.stringify(content) })
    .execute()
}
