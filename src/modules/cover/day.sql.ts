import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Weeks } from '#shared/week.ts'

/** A weekly lesson that may fall on a day, at the school where it is given. */
export interface DayLesson {
  sourceId: string
  teacherId: string
  schoolId: number
  campusId: number | null
  className: string
  subject: string
  weekday: number
  period: number
  weeks: Weeks
  weekOne: string
}

interface Asked {
  districtId: number
  schoolIds: readonly number[]
  day: string
}

/** The lessons of the timetables that hold at these schools on a day, of its whole week. */
export async function listTimetabled(db: Db, { districtId, schoolIds, day }: Asked): Promise<DayLesson[]> {
  const { rows } = await sql<DayLesson>`
    select l.id as source_id, l.teacher_id, l.school_id, l.campus_id, l.class_name, l.subject, l.weekday, l.period, l.weeks, t.week_one
    from cover.timetable t
    join cover.lesson l on l.district_id = t.district_id and l.timetable_id = t.id
    where t.district_id = ${districtId} and t.school_id = any (${schoolIds}::int[])
      and ${day}::date between t.from_day and t.until_day`.execute(db)
  return rows
}

/** The lessons that teachers of these schools give at other schools, of the whole week of a day. */
export async function listPosted(db: Db, { districtId, schoolIds, day }: Asked): Promise<DayLesson[]> {
  const { rows } = await sql<DayLesson>`
    select l.id as source_id, p.teacher_id, l.to_school_id as school_id, l.campus_id, l.class_name, l.subject, l.weekday, l.period,
      l.weeks, p.week_one
    from cover.post p
    join cover.post_lesson l on l.district_id = p.district_id and l.post_id = p.id
    where p.district_id = ${districtId} and p.school_id = any (${schoolIds}::int[])
      and ${day}::date between p.from_day and p.until_day`.execute(db)
  return rows
}

/** Which of these schools have a timetable that holds on a day. */
export async function listTimetabledSchools(db: Db, { districtId, schoolIds, day }: Asked): Promise<number[]> {
  const { rows } = await sql<{ schoolId: number }>`
    select distinct school_id from cover.timetable where district_id = ${districtId}
      and school_id = any (${schoolIds}::int[]) and ${day}::date between from_day and until_day`.execute(db)
  return rows.map(({ schoolId }) => schoolId)
}

export interface TakenLesson {
  teacherId: string
  schoolId: number
  campusId: number | null
  day: string
  period: number
  fromTime: string
  untilTime: string
  className: string
  subject: string
}

/** What teachers of these schools have taken over between two days. */
export async function listTakenBetween(
  db: Db,
  { districtId, schoolIds }: Omit<Asked, 'day'>,
  [fromDay, untilDay]: readonly [string, string],
): Promise<TakenLesson[]> {
  const { rows } = await sql<TakenLesson>`
    select taken_teacher_id as teacher_id, school_id, campus_id, day, period, from_time, until_time, class_name, subject
    from cover.gap where district_id = ${districtId} and taken_school_id = any (${schoolIds}::int[]) and state = 'taken'
      and day between ${fromDay}::date and ${untilDay}::date`.execute(db)
  return rows
}

/** What one teacher has taken over between two days. */
export async function listTakenBy(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
  [fromDay, untilDay]: readonly [string, string],
): Promise<TakenLesson[]> {
  const { rows } = await sql<TakenLesson>`
    select taken_teacher_id as teacher_id, school_id, campus_id, day, period, from_time, until_time, class_name, subject
    from cover.gap where district_id = ${districtId} and taken_teacher_id = ${teacherId}::uuid and state = 'taken'
      and day between ${fromDay}::date and ${untilDay}::date`.execute(db)
  return rows
}

/** How many lessons each teacher of these schools has taken over in a term. */
export async function countTaken(
  db: Db,
  { districtId, schoolIds }: Omit<Asked, 'day'>,
  { schoolYear, term }: { schoolYear: number; term: string },
): Promise<{ teacherId: string; n: number }[]> {
  const { rows } = await sql<{ teacherId: string; n: number }>`
    select taken_teacher_id as teacher_id, count(*) as n from cover.gap
    where district_id = ${districtId} and taken_school_id = any (${schoolIds}::int[]) and state = 'taken'
      and school_year = ${schoolYear} and term = ${term} group by 1`.execute(db)
  return rows
}

/** Who of these schools is away on a day. */
export async function listAway(db: Db, { districtId, schoolIds, day }: Asked): Promise<string[]> {
  const { rows } = await sql<{ teacherId: string }>`
    select distinct teacher_id from cover.absence where district_id = ${districtId}
      and school_id = any (${schoolIds}::int[]) and ${day}::date between from_day and until_day
      and withdrawn_at is null`.execute(db)
  return rows.map(({ teacherId }) => teacherId)
}

export interface FoundPlace {
  id: number
  schoolId: number
  longitude: number | null
  latitude: number | null
}

/** Schools and their campuses on the map; a campus without a place of its own stands where its school does. */
export async function listPlaces(db: Db, schoolIds: readonly number[]): Promise<FoundPlace[]> {
  const { rows } = await sql<FoundPlace>`
    select u.id, s.id as school_id, coalesce(u.longitude, s.longitude) as longitude, coalesce(u.latitude, s.latitude) as latitude
    from organizations.unit u
    join organizations.unit s on s.id = case when u.kind = 'campus' then u.parent_id else u.id end
    where s.id = any (${schoolIds}::int[]) and (u.id = s.id or u.kind = 'campus')`.execute(db)
  return rows
}

/** Names and, by the latest year on file, kinds of schools. */
export async function listSchools(
  db: Db,
  districtId: number,
  schoolIds: readonly number[],
): Promise<{ id: number; name: string; kind: string | null }[]> {
  const { rows } = await sql<{ id: number; name: string; kind: string | null }>`
    select u.id, u.name, p.kind from organizations.unit u
    left join (select distinct on (school_id) school_id, kind from organizations.school_profile
      where district_id = ${districtId} order by school_id, school_year desc) p on p.school_id = u.id
    where u.id = any (${schoolIds}::int[])`.execute(db)
  return rows
}

/** Every weekly lesson of a teacher that may fall between two days: at the own school and at others. */
export async function listLessonsOfTeacher(
  db: Db,
  { districtId, teacherId }: { districtId: number; teacherId: string },
  [fromDay, untilDay]: readonly [string, string],
): Promise<(DayLesson & { fromDay: string; untilDay: string })[]> {
  const { rows } = await sql<DayLesson & { fromDay: string; untilDay: string }>`
    select l.id as source_id, l.teacher_id, l.school_id, l.campus_id, l.class_name, l.subject, l.weekday, l.period, l.weeks,
      t.week_one, t.from_day, t.until_day
    from cover.lesson l
    join cover.timetable t on t.district_id = l.district_id and t.id = l.timetable_id
    where l.district_id = ${districtId} and l.teacher_id = ${teacherId}
      and t.from_day <= ${untilDay}::date and t.until_day >= ${fromDay}::date
    union all
    select l.id, p.teacher_id, l.to_school_id, l.campus_id, l.class_name, l.subject, l.weekday, l.period, l.weeks,
      p.week_one, p.from_day, p.until_day
    from cover.post p
    join cover.post_lesson l on l.district_id = p.district_id and l.post_id = p.id
    where p.district_id = ${districtId} and p.teacher_id = ${teacherId}
      and p.from_day <= ${untilDay}::date and p.until_day >= ${fromDay}::date`.execute(db)
  return rows
}
