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

export interface CourseOfTeacher {
  name: string
  published: number
  kinds: string[]
  /** Admitted, or begun. */
  day: string
}

/** The courses that a teacher wrote, the latest first. */
export async function listCoursesOf(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
): Promise<CourseOfTeacher[]> {
  const { rows } = await sql<CourseOfTeacher>`
    select e.name, e.published, e.kinds, coalesce(e.admitted_on, e.created_at::date) as day
    from courses.author a join courses.entry e on e.district_id = a.district_id and e.id = a.entry_id
    where a.district_id = ${districtId} and a.teacher_id = ${teacherId}
    order by 4 desc, e.id limit 100`.execute(db)
  return rows
}

/** What an account began, and what it said of courses, the latest first. */
export async function listDeedsOf(
  db: Db,
  districtIds: readonly number[],
  accountId: string,
): Promise<{ name: string; deed: string; words: string; at: Date }[]> {
  const { rows } = await sql<{ name: string; deed: string; words: string; at: Date }>`
    select e.name, '登记' as deed, '' as words, e.created_at as at from courses.entry e
    where e.district_id = any (${districtIds}::int[]) and e.created_by = ${accountId}::uuid
    union all
    select e.name, r.step || '：' || r.verdict, r.words, r.reviewed_at
    from courses.review r join courses.entry e on e.district_id = r.district_id and e.id = r.entry_id
    where r.district_id = any (${districtIds}::int[]) and r.reviewer_id = ${accountId}::uuid
    union all
    select '长程课程《' || p.name || '》', '登记', '', p.created_at from courses.path p
    where p.district_id = any (${districtIds}::int[]) and p.created_by = ${accountId}::uuid
    union all
    select '长程课程《' || p.name || '》', r.step || '：' || r.verdict, r.words, r.reviewed_at
    from courses.path_review r join courses.path p on p.district_id = r.district_id and p.id = r.path_id
    where r.district_id = any (${districtIds}::int[]) and r.reviewer_id = ${accountId}::uuid
    order by 4 desc limit 500`.execute(db)
  return rows
}
