import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { EntryKey } from './entry.sql.ts'

export interface CourseFile {
  fileId: string
  /** Of the file, which may be another than the course's where the course was taken over. */
  fileDistrictId: number
}

export async function insertCourseFile(db: Db, { districtId, id }: EntryKey, file: CourseFile): Promise<void> {
  await db
    .insertInto('courses.entryFile')
    .values({ ...file, districtId, entryId: id })
    .execute()
}

/** Whether a version of its course names a file, standing as `f`: what is only being written is nobody else's. */
const isPublished = sql<boolean>`exists (select from courses.version v
  where v.district_id = f.district_id and v.entry_id = f.entry_id and jsonb_path_exists(v.content,
    '$.lessons[*].materials[*] ? (@.fileId == $id)', jsonb_build_object('id', f.file_id::text)))`

/** What the versions of the one name the other may name, too. */
export async function copyCourseFiles(db: Db, from: EntryKey, to: EntryKey): Promise<void> {
  await sql`insert into courses.entry_file (district_id, entry_id, file_id, file_district_id)
    select ${to.districtId}::int, ${to.id}::uuid, f.file_id, f.file_district_id
    from courses.entry_file f where f.district_id = ${from.districtId} and f.entry_id = ${from.id}::uuid
      and ${isPublished}
    on conflict do nothing`.execute(db)
}

export const listCourseFiles = (db: Db, { districtId, id }: EntryKey): Promise<CourseFile[]> =>
  db
    .selectFrom('courses.entryFile')
    .select(['fileId', 'fileDistrictId'])
    .where('districtId', '=', districtId)
    .where('entryId', '=', id)
    .execute()

/** Those that a version of the course names. */
export async function listPublishedFiles(db: Db, { districtId, id }: EntryKey): Promise<CourseFile[]> {
  const { rows } = await sql<CourseFile>`select f.file_id, f.file_district_id from courses.entry_file f
    where f.district_id = ${districtId} and f.entry_id = ${id}::uuid and ${isPublished}`.execute(db)
  return rows
}
