import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { CourseTier } from './course.contract.ts'

export interface CourseKey {
  districtId: number
  id: string
}

export interface CourseRow extends CourseKey {
  unitId: number
  unitName: string
  tier: CourseTier
  schoolYear: number
  title: string
  field: string
  stage: string | null
  subject: string | null
  capacity: number | null
  words: string | null
  hours: number
  sessions: number
  startsAt: Date
  endsAt: Date
  people: number
  declared: '已申报' | '已认定' | '已退回' | null
  countsAs: string | null
  credited: boolean
  mine: boolean
}

/** Read as the owner: a course tells how many take part, and whether one teacher does, whoever asks. */
const read = async (db: Db, teacherId: string | null, where: RawBuilder<unknown>): Promise<CourseRow[]> => {
  const { rows } = await sql<CourseRow>`
    select c.district_id, c.id, c.unit_id, u.name as unit_name, c.tier, c.school_year, c.title, c.field, c.stage, c.subject,
      c.capacity, c.words, s.hours, s.sessions, s.starts_at, s.ends_at, d.state as declared, d.counts_as,
      (select count(*)::int from training.enrolment e where e.district_id = c.district_id and e.course_id = c.id) as people,
      exists (select from training.credit k where k.district_id = c.district_id and k.course_id = c.id) as credited,
      exists (select from training.enrolment e where e.district_id = c.district_id and e.course_id = c.id
        and e.teacher_id = ${teacherId}::uuid) as mine
    from training.course c
    join organizations.unit u on u.id = c.unit_id
    cross join lateral (select sum(n.hours) as hours, count(*)::int as sessions, min(n.starts_at) as starts_at,
      max(n.ends_at) as ends_at from training.session n where n.district_id = c.district_id and n.course_id = c.id) s
    left join lateral (select n.state, n.counts_as from training.declaration n
      where n.district_id = c.district_id and n.course_id = c.id order by n.declared_at desc, n.id desc limit 1) d on true
    where ${where}
    order by s.starts_at desc, c.id`.execute(db)
  return rows
}

export const findCourse = async (
  db: Db,
  districtIds: readonly number[],
  id: string,
  teacherId: string | null,
): Promise<CourseRow | undefined> =>
  (await read(db, teacherId, sql`c.district_id = any (${districtIds}::int[]) and c.id = ${id}::uuid`))[0]

/** The courses of some units in a school year. */
export const listCourses = (
  db: Db,
  { districtId, unitIds, year }: { districtId: number; unitIds: readonly number[]; year: number },
  teacherId: string | null,
): Promise<CourseRow[]> =>
  read(
    db,
    teacherId,
    sql`c.district_id = ${districtId} and c.unit_id = any (${unitIds}::int[]) and c.school_year = ${year}::smallint`,
  )

/** The courses of some units that begin later than now. */
export const listComing = (
  db: Db,
  { districtId, unitIds, now }: { districtId: number; unitIds: readonly number[]; now: Date },
  teacherId: string | null,
): Promise<CourseRow[]> =>
  read(
    db,
    teacherId,
    sql`c.district_id = ${districtId} and c.unit_id = any (${unitIds}::int[]) and s.starts_at > ${now}`,
  )

/** The courses in which a teacher takes part. */
export const listCoursesOf = (db: Db, districtId: number, teacherId: string): Promise<CourseRow[]> =>
  read(
    db,
    teacherId,
    sql`c.district_id = ${districtId} and exists (select from training.enrolment e
      where e.district_id = c.district_id and e.course_id = c.id and e.teacher_id = ${teacherId}::uuid)`,
  )

/** The school years in which some units held courses. */
export async function listCourseYears(db: Db, districtId: number, unitIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ schoolYear: number }>`
    select distinct school_year from training.course
    where district_id = ${districtId} and unit_id = any (${unitIds}::int[]) order by 1`.execute(db)
  return rows.map(({ schoolYear }) => schoolYear)
}

export interface SessionRow {
  id: string
  startsAt: Date
  endsAt: Date
  hours: number
  place: string
  trainer: string
}

export const listSessions = (db: Db, { districtId, id }: CourseKey): Promise<SessionRow[]> =>
  db
    .selectFrom('training.session')
    .select(['id', 'startsAt', 'endsAt', 'hours', 'place', 'trainer'])
    .where('districtId', '=', districtId)
    .where('courseId', '=', id)
    .orderBy('startsAt')
    .orderBy('id')
    .execute()

export interface CourseFields {
  schoolYear: number
  title: string
  field: string
  stage: string | null
  subject: string | null
  capacity: number | null
  words: string | null
}

export async function insertCourse(
  db: Db,
  course: CourseFields & CourseKey & { unitId: number; tier: CourseTier; madeAt: Date; madeBy: string },
): Promise<void> {
  await db.insertInto('training.course').values(course).execute()
}

export async function updateCourse(db: Db, { districtId, id }: CourseKey, fields: CourseFields): Promise<void> {
  await db
    .updateTable('training.course')
    .set(fields)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export async function deleteCourse(db: Db, { districtId, id }: CourseKey): Promise<void> {
  await db.deleteFrom('training.course').where('districtId', '=', districtId).where('id', '=', id).execute()
}

/** Takes away the sessions of a course that are none of these. */
export async function deleteSessions(db: Db, { districtId, id }: CourseKey, kept: readonly string[]): Promise<void> {
  await sql`delete from training.session where district_id = ${districtId} and course_id = ${id}::uuid
    and id <> all (${kept}::uuid[])`.execute(db)
}

/** Writes sessions; one that is on file already is changed. */
export async function saveSessions(db: Db, { districtId, id }: CourseKey, sessions: readonly SessionRow[]) {
  await db
    .insertInto('training.session')
    .values(sessions.map((session) => ({ ...session, districtId, courseId: id })))
    .onConflict((same) =>
      same.columns(['districtId', 'id']).doUpdateSet((to) => ({
        startsAt: to.ref('excluded.startsAt'),
        endsAt: to.ref('excluded.endsAt'),
        hours: to.ref('excluded.hours'),
        place: to.ref('excluded.place'),
        trainer: to.ref('excluded.trainer'),
      })),
    )
    .execute()
}

/** Has a course for this transaction: the last place is given once. */
export async function lockCourse(db: Db, { districtId, id }: CourseKey): Promise<void> {
  await sql`select from training.course where district_id = ${districtId} and id = ${id}::uuid for update`.execute(db)
}
