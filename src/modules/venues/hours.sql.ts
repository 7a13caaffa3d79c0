import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { FormerHours, Opening } from './hours.rules.ts'

interface VenueKey {
  districtId: number
  id: string
}

/** What hours venues had before, by venue, the oldest first. */
export async function listFormerHours(
  db: Db,
  districtIds: readonly number[],
  venueIds: readonly string[],
): Promise<(FormerHours & { venueId: string })[]> {
  const { rows } = await sql<FormerHours & { venueId: string }>`
    select venue_id, until_day, openings from venues.former_hours
    where district_id = any (${districtIds}::int[]) and venue_id = any (${venueIds}::uuid[])
    order by venue_id, until_day`.execute(db)
  return rows
}

/** Keeps what hours a venue had up to a day. What is kept for that day already held longer, and stays. */
export async function insertFormerHours(
  db: Db,
  { districtId, id }: VenueKey,
  { untilDay, openings }: { untilDay: string; openings: readonly Opening[] },
): Promise<void> {
  await sql`insert into venues.former_hours (district_id, venue_id, until_day, openings)
    values (${districtId}, ${id}, ${untilDay}::date, ${JSON.stringify(openings)}::jsonb)
    on conflict do nothing`.execute(db)
}
