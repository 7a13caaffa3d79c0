import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { EntryKey } from './entry.sql.ts'

export interface AuthorRow {
  teacherId: string
  schoolId: number
}

/** In the order in which they are named. */
export const listAuthors = (db: Db, { districtId, id }: EntryKey): Promise<AuthorRow[]> =>
  db
    .selectFrom('courses.author')
    .select(['teacherId', 'schoolId'])
    .where('districtId', '=', districtId)
    .where('entryId', '=', id)
    .orderBy('place')
    .orderBy('teacherId')
    .execute()

/** After those who are named already; false for one of them. */
export async function insertAuthor(
  db: Db,
  { districtId, id }: EntryKey,
  { teacherId, schoolId }: AuthorRow,
): Promise<boolean> {
  const { rows } = await sql`
    insert into courses.author (district_id, entry_id, teacher_id, school_id, place)
    select ${districtId}::int, ${id}::uuid, ${teacherId}::uuid, ${schoolId}::int, coalesce(max(place), 0) + 1
    from courses.author where district_id = ${districtId} and entry_id = ${id}
    on conflict do nothing returning teacher_id`.execute(db)
  return rows.length > 0
}

export async function deleteAuthor(db: Db, { districtId, id }: EntryKey, teacherId: string): Promise<void> {
  await db
    .deleteFrom('courses.author')
    .where('districtId', '=', districtId)
    .where('entryId', '=', id)
    .where('teacherId', '=', teacherId)
    .execute()
}

/** The courses that a teacher wrote, the latest first. */
export async function listCoursesOf(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
): Promise<{ name: string; state: string; published: number; day: string; schoolYear: number }[]> {
  const { rows } = await sql<{ name: string; state: string; published: number; day: string; schoolYear: number }>`
    select e.name, e.state, e.published, coalesce(e.admitted_on, e.created_at::date) as day,
      extract(year from coalesce(e.admitted_on, e.created_at::date) - interval '8 months')::int as school_year
    from courses.author a join courses.entry e on e.district_id = a.district_id and e.id = a.entry_id
    where a.district_id = ${districtId} and a.teacher_id = ${teacherId}
    order by 4 desc, e.id limit 100`.execute(db)
  return rows
}
