import type { Db } from '#platform/database/database.ts'
import type { CourseContent } from './content.contract.ts'
import type { CourseKind, Told } from './entry.contract.ts'
import type { EntryKey } from './entry.sql.ts'

export interface VersionRow {
  number: number
  name: string
  content: CourseContent
  /** null: of a version from before this was kept. */
  about: Told | null
  byline: string
  note: string
  kinds: CourseKind[]
  publishedAt: Date
}

export const findVersion = (db: Db, { districtId, id }: EntryKey, number: number): Promise<VersionRow | undefined> =>
  db
    .selectFrom('courses.version')
    .select(['number', 'name', 'content', 'about', 'byline', 'note', 'kinds', 'publishedAt'])
    .where('districtId', '=', districtId)
    .where('entryId', '=', id)
    .where('number', '=', number)
    .$castTo<VersionRow>()
    .executeTakeFirst()

export type VersionFacts = Omit<VersionRow, 'content' | 'about'>

/** The latest first. */
export const listVersions = (db: Db, { districtId, id }: EntryKey): Promise<VersionFacts[]> =>
  db
    .selectFrom('courses.version')
    .select(['number', 'name', 'byline', 'note', 'kinds', 'publishedAt'])
    .where('districtId', '=', districtId)
    .where('entryId', '=', id)
    .orderBy('number', 'desc')
    .$castTo<VersionFacts>()
    .execute()

export async function insertVersion(
  db: Db,
  { districtId, id }: EntryKey,
  { content, about, ...version }: VersionRow & { publishedBy: string },
): Promise<void> {
  await db
    .insertInto('courses.version')
    .values({ ...version, districtId, entryId: id, content: JSON.stringify(content), about: JSON.stringify(about) })
    .execute()
}
