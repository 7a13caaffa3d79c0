import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { CollectionKey } from './collection.sql.ts'

export interface Author {
  districtId: number
  teacherId: string
  schoolId: number
  name: string
}

export interface EntryRow {
  id: string
  title: string
  words: string
  fileId: string
  schoolId: number
  school: string
  place: number | null
  withdrawnOn: string | null
  teachers: Author[]
}

/** What was handed in, in the order of the volume, the rest as it came. Read as the owner: who sees what of it is decided by the row. */
export async function listEntries(db: Db, { districtId, id }: CollectionKey): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.id, e.title, e.words, e.file_id, e.school_id, n.name as school, e.place, e.withdrawn_on,
      coalesce((select jsonb_agg(jsonb_build_object('districtId', a.teacher_district_id, 'teacherId', a.teacher_id,
          'schoolId', a.school_id, 'name', coalesce(t.name, '')) order by a.position)
        from collections.entry_teacher a
        left join lateral (select t.name from people.teacher_year t where t.district_id = a.teacher_district_id
          and t.teacher_id = a.teacher_id order by t.school_year desc limit 1) t on true
        where a.district_id = e.district_id and a.entry_id = e.id), '[]') as teachers
    from collections.entry e join organizations.unit n on n.id = e.school_id
    where e.district_id = ${districtId} and e.collection_id = ${id}::uuid
    order by e.place nulls last, e.entered_at, e.id`.execute(db)
  return rows
}

export interface NewEntryRow {
  id: string
  title: string
  words: string
  fileId: string
  schoolDistrictId: number
  schoolId: number
  enteredAt: Date
  enteredBy: string
}

export async function insertEntry(
  db: Db,
  { districtId, id: collectionId }: CollectionKey,
  entry: NewEntryRow,
): Promise<void> {
  await db
    .insertInto('collections.entry')
    .values({ ...entry, districtId, collectionId })
    .execute()
}

export async function insertAuthors(
  db: Db,
  { districtId, id: entryId }: { districtId: number; id: string },
  teachers: readonly { id: string; position: number; teacherDistrictId: number; teacherId: string; schoolId: number }[], // prettier-ignore
): Promise<void> {
  await db
    .insertInto('collections.entryTeacher')
    .values(teachers.map((teacher) => ({ ...teacher, districtId, entryId })))
    .execute()
}

/** Taken back, it stands at no place. */
export async function withdrawEntry(db: Db, districtId: number, id: string, on: string): Promise<void> {
  await db
    .updateTable('collections.entry')
    .set({ withdrawnOn: on, place: null })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Gives those that are named their places from 1 on, and takes it from all others. */
export async function placeEntries(db: Db, { districtId, id }: CollectionKey, order: readonly string[]): Promise<void> {
  await sql`
    update collections.entry e set place = array_position(${order}::uuid[], e.id)
    where e.district_id = ${districtId} and e.collection_id = ${id}::uuid`.execute(db)
}
