import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Weeks } from '#shared/week.ts'

export interface LessonRow {
  districtId: number
  id: string
  venueId: string
  weekday: number
  fromTime: string
  untilTime: string
  fromDay: string
  untilDay: string
  weeks: Weeks
  weekOne: string
  what: string
}

/** The weekly lessons in venues that still go on or are to come. */
export async function listLessons(
  db: Db,
  districtId: number,
  venueIds: readonly string[],
  since: string,
): Promise<LessonRow[]> {
  const { rows } = await sql<LessonRow>`
    select district_id, id, venue_id, weekday, from_time, until_time, from_day, until_day, weeks, week_one, what
    from venues.lesson
    where district_id = ${districtId} and venue_id = any (${venueIds}::uuid[]) and until_day >= ${since}::date
    order by from_day, weekday, from_time, id`.execute(db)
  return rows
}

/** Takes away the lessons of venues that would begin on one of these days. */
export async function deleteLessonsBetween(
  db: Db,
  districtId: number,
  venueIds: readonly string[],
  { fromDay, untilDay }: { fromDay: string; untilDay: string },
): Promise<void> {
  await sql`delete from venues.lesson
    where district_id = ${districtId} and venue_id = any (${venueIds}::uuid[])
      and from_day between ${fromDay}::date and ${untilDay}::date`.execute(db)
}

/** Ends the lessons of venues that hold on a day and after it, with that day. */
export async function updateLessonsEnd(
  db: Db,
  districtId: number,
  venueIds: readonly string[],
  day: string,
): Promise<void> {
  await sql`update venues.lesson set until_day = ${day}::date
    where district_id = ${districtId} and venue_id = any (${venueIds}::uuid[])
      and from_day <= ${day}::date and until_day > ${day}::date`.execute(db)
}

export async function insertLessons(db: Db, lessons: readonly LessonRow[]): Promise<void> {
  if (lessons.length > 0)
    await db
      .insertInto('venues.lesson')
      .values([...lessons])
      .execute()
}
