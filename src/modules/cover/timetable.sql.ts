import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Bell } from '#shared/bells.ts'
import type { Term, Weeks } from '#shared/week.ts'

export interface TimetableRow {
  districtId: number
  id: string
  schoolId: number
  schoolYear: number
  term: Term
  fromDay: string
  untilDay: string
  weekOne: string
  fileName: string
  lessons: number
  takenAt: Date
  takenBy: string
}

export interface LessonRow {
  districtId: number
  id: string
  timetableId: string
  schoolId: number
  teacherId: string
  className: string
  subject: string
  weekday: number
  period: number
  weeks: Weeks
  campusId: number | null
}

/** Every version of these schools, the latest first. */
export async function listTimetables(
  db: Db,
  districtId: number,
  schoolIds: readonly number[],
): Promise<TimetableRow[]> {
  const { rows } = await sql<TimetableRow>`
    select district_id, id, school_id, school_year, term, from_day, until_day, week_one, file_name, lessons, taken_at, taken_by
    from cover.timetable where district_id = ${districtId} and school_id = any (${schoolIds}::int[])
    order by from_day desc, id`.execute(db)
  return rows
}

/** The lessons of some versions, in the order of the week. */
export async function listLessons(db: Db, districtId: number, timetableIds: readonly string[]): Promise<LessonRow[]> {
  const { rows } = await sql<LessonRow>`
    select district_id, id, timetable_id, school_id, teacher_id, class_name, subject, weekday, period, weeks, campus_id
    from cover.lesson where district_id = ${districtId} and timetable_id = any (${timetableIds}::uuid[])
    order by weekday, period, class_name collate "C", id`.execute(db)
  return rows
}

export async function insertTimetable(db: Db, row: TimetableRow): Promise<void> {
  await db.insertInto('cover.timetable').values(row).execute()
}

/** One statement for all of them. */
export async function insertLessons(db: Db, lessons: readonly LessonRow[]): Promise<void> {
  await sql`insert into cover.lesson (district_id, id, timetable_id, school_id, teacher_id, class_name, subject, weekday, period, weeks, campus_id)
    select "districtId", id, "timetableId", "schoolId", "teacherId", "className", subject, weekday, period, weeks, "campusId"
    from jsonb_to_recordset(${JSON.stringify(lessons)}::jsonb) as l ("districtId" int, id uuid, "timetableId" uuid,
      "schoolId" int, "teacherId" uuid, "className" text, subject text, weekday smallint, period smallint, weeks text,
      "campusId" int)`.execute(db)
}

interface Span {
  districtId: number
  schoolId: number
  schoolYear: number
  term: Term
  fromDay: string
}

/** Versions of the term that would begin on or after that day go, with their lessons. */
export async function deleteTimetablesFrom(
  db: Db,
  { districtId, schoolId, schoolYear, term, fromDay }: Span,
): Promise<void> {
  const gone = sql`select id from cover.timetable where district_id = ${districtId} and school_id = ${schoolId}
    and school_year = ${schoolYear} and term = ${term} and from_day >= ${fromDay}::date`
  await sql`delete from cover.lesson where district_id = ${districtId} and timetable_id in (${gone})`.execute(db)
  await sql`delete from cover.timetable where district_id = ${districtId} and id in (${gone})`.execute(db)
}

/** What held until then ends the day before. */
export async function endTimetablesBefore(db: Db, { districtId, schoolId, fromDay }: Span): Promise<void> {
  await sql`update cover.timetable set until_day = ${fromDay}::date - 1 where district_id = ${districtId}
    and school_id = ${schoolId} and from_day < ${fromDay}::date and until_day >= ${fromDay}::date`.execute(db)
}

export interface DraftRow {
  districtId: number
  id: string
  schoolId: number
  schoolYear: number
  term: Term
  fromDay: string
  untilDay: string
  fileName: string
  lessons: Omit<LessonRow, 'districtId' | 'id' | 'timetableId' | 'schoolId'>[]
  madeAt: Date
}

export async function insertDraft(db: Db, { lessons, ...row }: DraftRow): Promise<void> {
  await db
    .insertInto('cover.timetableDraft')
    .values({ ...row, lessons: JSON.stringify(lessons) })
    .execute()
}

export async function findDraft(db: Db, districtIds: readonly number[], id: string): Promise<DraftRow | undefined> {
  const { rows } = await sql<DraftRow>`
    select district_id, id, school_id, school_year, term, from_day, until_day, file_name, lessons, made_at
    from cover.timetable_draft where district_id = any (${districtIds}::int[]) and id = ${id}`.execute(db)
  return rows[0]
}

export async function deleteDraft(db: Db, { districtId, id }: Pick<DraftRow, 'districtId' | 'id'>): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('cover.timetableDraft')
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0
}

export async function deleteDraftsBefore(db: Db, districtIds: readonly number[], at: Date): Promise<void> {
  await sql`delete from cover.timetable_draft where district_id = any (${districtIds}::int[]) and made_at < ${at}`.execute(
    db,
  )
}

/** The times of schools that say them themselves. */
export async function listBells(
  db: Db,
  districtId: number,
  schoolIds: readonly number[],
): Promise<(Bell & { schoolId: number })[]> {
  const { rows } = await sql<Bell & { schoolId: number }>`
    select school_id, period, from_time, until_time from cover.bell
    where district_id = ${districtId} and school_id = any (${schoolIds}::int[]) order by school_id, period`.execute(db)
  return rows
}

export async function deleteBells(db: Db, districtId: number, schoolId: number): Promise<void> {
  await db.deleteFrom('cover.bell').where('districtId', '=', districtId).where('schoolId', '=', schoolId).execute()
}

export async function insertBells(db: Db, at: { districtId: number; schoolId: number }, bells: readonly Bell[]) {
  if (bells.length === 0) return
  await db
    .insertInto('cover.bell')
    .values(bells.map((bell) => ({ ...at, ...bell })))
    .execute()
}

/** The open campuses of schools, by their names as timetables write them. */
export async function listCampuses(
  db: Db,
  schoolIds: readonly number[],
): Promise<{ id: number; name: string; schoolId: number }[]> {
  const { rows } = await sql<{ id: number; name: string; schoolId: number }>`
    select id, name, parent_id as school_id from organizations.unit
    where kind = 'campus' and parent_id = any (${schoolIds}::int[]) order by id`.execute(db)
  return rows
}

/** Where a school or campus is, in words. */
export async function findSpot(db: Db, id: number): Promise<{ name: string; address: string | null } | undefined> {
  const { rows } = await sql<{ name: string; address: string | null }>`
    select name, address from organizations.unit where id = ${id}`.execute(db)
  return rows[0]
}
