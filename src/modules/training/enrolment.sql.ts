import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { isSought } from '#platform/search.ts'
import type { CourseKey } from './course.sql.ts'

export interface ParticipantRow {
  teacherId: string
  schoolId: number
  schoolName: string
  name: string
  pinyin: string
  attended: string[]
}

/** Who takes part, by pinyin; the latest row of the register says how they are called. */
export async function listParticipants(db: Db, { districtId, id }: CourseKey): Promise<ParticipantRow[]> {
  const { rows } = await sql<ParticipantRow>`
    select e.teacher_id, e.school_id, u.name as school_name, coalesce(t.name, '') as name, coalesce(t.pinyin, '') as pinyin,
      e.attended::text[] as attended
    from training.enrolment e
    join organizations.unit u on u.id = e.school_id
    left join lateral (select y.name, y.pinyin from people.teacher_year y
      where y.district_id = e.district_id and y.teacher_id = e.teacher_id order by y.school_year desc limit 1) t on true
    where e.district_id = ${districtId} and e.course_id = ${id}::uuid
    order by t.pinyin collate "C", e.teacher_id`.execute(db)
  return rows
}

export interface Registered {
  teacherId: string
  schoolId: number
  schoolName: string
  name: string
  staffNo: string
}

/** Teachers of a district by the latest row of the register, of these schools alone (null: of all). */
export async function listRegistered(
  db: Db,
  { districtId, schoolIds }: { districtId: number; schoolIds: readonly number[] | null },
  which: { teacherIds: readonly string[] } | { q: string; notIn: string },
): Promise<Registered[]> {
  const wanted =
    'teacherIds' in which
      ? sql`l.teacher_id = any (${which.teacherIds}::uuid[])`
      : sql`not exists (select from training.enrolment e where e.district_id = l.district_id
          and e.course_id = ${which.notIn}::uuid and e.teacher_id = l.teacher_id)
          and ${which.q === '' ? sql`true` : isSought(which.q, { texts: ['l.name', 'l.staff_no'], pinyin: 'l.pinyin', initials: 'l.initials' })}`
  const { rows } = await sql<Registered>`
    select l.teacher_id, l.school_id, u.name as school_name, l.name, l.staff_no
    from people.teacher_year l
    join organizations.unit u on u.id = l.school_id
    where l.district_id = ${districtId} and (${schoolIds}::int[] is null or l.school_id = any (${schoolIds}::int[]))
      and ${wanted} and not exists (select from people.teacher_year n where n.district_id = l.district_id
        and n.teacher_id = l.teacher_id and n.school_year > l.school_year)
    order by l.pinyin collate "C", l.teacher_id limit 500`.execute(db)
  return rows
}

export interface NewEnrolment {
  districtId: number
  id: string
  courseId: string
  schoolId: number
  teacherId: string
  enrolledAt: Date
  enrolledBy: string
}

/** Puts teachers on the list; who stands on it already is left alone. Returns how many are new. */
export async function insertEnrolments(db: Db, fresh: readonly NewEnrolment[]): Promise<number> {
  if (fresh.length === 0) return 0
  const rows = await db
    .insertInto('training.enrolment')
    .values(fresh)
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.length
}

export async function countEnrolments(db: Db, { districtId, id }: CourseKey): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from training.enrolment where district_id = ${districtId} and course_id = ${id}::uuid`.execute(
    db,
  )
  return rows[0]!.n
}

export async function deleteEnrolment(db: Db, { districtId, id }: CourseKey, teacherId: string): Promise<void> {
  await sql`delete from training.enrolment where district_id = ${districtId} and course_id = ${id}::uuid
    and teacher_id = ${teacherId}::uuid`.execute(db)
}

/** Who came to a session: of all that take part, these. Returns how many. */
export async function markPresent(
  db: Db,
  { districtId, id }: CourseKey,
  sessionId: string,
  teacherIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ present: boolean }>`
    update training.enrolment e set attended = case when e.teacher_id = any (${teacherIds}::uuid[])
      then array_append(array_remove(e.attended, ${sessionId}::uuid), ${sessionId}::uuid)
      else array_remove(e.attended, ${sessionId}::uuid) end
    where e.district_id = ${districtId} and e.course_id = ${id}::uuid
    returning e.teacher_id = any (${teacherIds}::uuid[]) as present`.execute(db)
  return rows.filter(({ present }) => present).length
}

/** Nobody came to a session that is none of these. */
export async function keepAttended(db: Db, { districtId, id }: CourseKey, kept: readonly string[]): Promise<void> {
  await sql`update training.enrolment e set attended = array(select s from unnest(e.attended) s where s = any (${kept}::uuid[]))
    where e.district_id = ${districtId} and e.course_id = ${id}::uuid`.execute(db)
}
