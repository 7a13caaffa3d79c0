import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { userName } from './booking.sql.ts'

/** A booking that was used to its end; nobody is named. */
export interface UsedBooking {
  id: string
  venueId: string
  venue: string
  kind: string
  schoolId: number | null
  userSchoolId: number | null
  user: string | null
  provider: string
  headCount: number
  fromAt: Date
  untilAt: Date
}

interface Scope {
  districtIds: readonly number[]
  clusterId: number
  schoolIds: readonly number[]
  from: Date
  until: Date
}

/** What was booked and used of the venues of these schools and of the partners of a cluster. Runs as the owner. */
export async function listUsedBookings(
  db: Db,
  { districtIds, clusterId, schoolIds, from, until }: Scope,
): Promise<UsedBooking[]> {
  const { rows } = await sql<UsedBooking>`
    select b.id, b.venue_id, v.name as venue, v.kind, b.school_id, b.user_school_id, ${userName} as "user",
      coalesce(s.name, p.name) as provider, coalesce(c.head_count, b.head_count) as head_count, b.from_at, b.until_at
    from bookings.booking b
    join venues.venue v on v.district_id = b.district_id and v.id = b.venue_id
    left join venues.site p on p.district_id = v.district_id and p.id = v.site_id
    left join organizations.unit s on s.id = b.school_id
    left join organizations.unit u on u.id = b.user_school_id
    left join bookings.check_in c on c.district_id = b.district_id and c.booking_id = b.id
    where b.district_id = any (${districtIds}::int[]) and b.status = '已用'
      and b.from_at >= ${from}::timestamptz and b.from_at < ${until}::timestamptz
      and (b.school_id = any (${schoolIds}::int[]) or p.cluster_id = ${clusterId})`.execute(db)
  return rows
}
