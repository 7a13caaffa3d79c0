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

/** Takes away the lessons of venues that would begin on or after a day. */
export async function deleteLessonsFrom(
  db: Db,
  districtId: number,
  venueIds: readonly string[],
  fromDay: string,
): Promise<void> {
  await sql`delete from venues.lesson
    where district_id = ${districtId} and venue_id = any (${venueIds}::uuid[]) and from_day >= ${fromDay}::date`.execute(
    db,
  )
}

/** Ends the lessons of venues that began before a day, on the day before it. */
export async function updateLessonsEnd(
  db: Db,
  districtId: number,
  venueIds: readonly string[],
  fromDay: string,
): Promise<void> {
  await sql`update venues.lesson set until_day = ${fromDay}::date - 1
    where district_id = ${districtId} and venue_id = any (${venueIds}::uuid[])
      and from_day < ${fromDay}::date and until_day >= ${fromDay}::date`.execute(db)
}

export async function insertLessons(db: Db, lessons: readonly LessonRow[]): Promise<void> {
  if (lessons.length > 0)
    await db
      .insertInto('venues.lesson')
      .values([...lessons])
      .execute()
}
