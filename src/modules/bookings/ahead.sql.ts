import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { BookedAhead } from '#platform/venue-bookings.ts'
import { userName } from './booking.sql.ts'

/** The bookings that stand or wait at venues and are not over yet, in order of time. */
export async function listAhead(
  db: Db,
  districtId: number,
  venueIds: readonly string[],
  now: Date,
): Promise<BookedAhead[]> {
  const { rows } = await sql<BookedAhead>`
    select b.id, b.venue_id, b.from_at as "from", b.until_at as until, coalesce(${userName}, '外来团体') as "user"
    from bookings.booking b
    left join organizations.unit u on u.id = b.user_school_id
    where b.district_id = ${districtId} and b.venue_id = any (${venueIds}::uuid[])
      and b.status in ('待审', '已定') and b.until_at > ${now}
    order by b.from_at, b.id`.execute(db)
  return rows
}
