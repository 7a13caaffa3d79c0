import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Term, Weeks } from '#shared/week.ts'

export interface PostRow {
  districtId: number
  id: string
  schoolId: number
  toSchoolId: number
  teacherId: string
  rotationId: string | null
  form: '跨校兼课' | '走教'
  schoolYear: number
  term: Term
  fromDay: string
  untilDay: string
  weekOne: string
  madeAt: Date
  madeBy: string
}

export interface PostLessonRow {
  districtId: number
  id: string
  postId: string
  schoolId: number
  toSchoolId: number
  className: string
  subject: string
  weekday: number
  period: number
  weeks: Weeks
  campusId: number | null
}

const columns = sql`p.district_id, p.id, p.school_id, p.to_school_id, p.teacher_id, p.rotation_id, p.form, p.school_year, p.term,
  p.from_day, p.until_day, p.week_one, p.made_at, p.made_by`

export async function insertPost(db: Db, post: PostRow, lessons: readonly PostLessonRow[]): Promise<void> {
  await db.insertInto('cover.post').values(post).execute()
  await db
    .insertInto('cover.postLesson')
    .values(lessons as PostLessonRow[])
    .execute()
}

export async function findPost(db: Db, districtIds: readonly number[], id: string): Promise<PostRow | undefined> {
  const { rows } = await sql<PostRow>`
    select ${columns} from cover.post p where p.district_id = any (${districtIds}::int[]) and p.id = ${id}`.execute(db)
  return rows[0]
}

/** The posts between schools of which one is these, the latest first. */
export async function listPosts(db: Db, districtId: number, schoolIds: readonly number[]): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`
    select ${columns} from cover.post p where p.district_id = ${districtId}
      and (p.school_id = any (${schoolIds}::int[]) or p.to_school_id = any (${schoolIds}::int[]))
    order by p.until_day desc, p.from_day desc, p.id`.execute(db)
  return rows
}

export async function listPostLessons(
  db: Db,
  districtId: number,
  postIds: readonly string[],
): Promise<PostLessonRow[]> {
  const { rows } = await sql<PostLessonRow>`
    select district_id, id, post_id, school_id, to_school_id, class_name, subject, weekday, period, weeks, campus_id
    from cover.post_lesson where district_id = ${districtId} and post_id = any (${postIds}::uuid[])
    order by weekday, period, id`.execute(db)
  return rows
}

export async function updatePostEnd(
  db: Db,
  { districtId, id }: Pick<PostRow, 'districtId' | 'id'>,
  untilDay: string,
): Promise<void> {
  await sql`update cover.post set until_day = ${untilDay}::date where district_id = ${districtId} and id = ${id}`.execute(
    db,
  )
}

/** The rotation that stands behind a teacher's lessons at another school, where there is one. */
export async function findRotation(
  db: Db,
  { districtId, teacherId, toSchoolId, fromDay }: Pick<PostRow, 'districtId' | 'teacherId' | 'toSchoolId' | 'fromDay'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from mobility.rotation where district_id = ${districtId} and teacher_id = ${teacherId}
      and to_school_id = ${toSchoolId} and start_on <= ${fromDay}::date
      and (end_on is null or end_on >= ${fromDay}::date) order by start_on desc, id limit 1`.execute(db)
  return rows[0]?.id
}
