import { sql } from 'kysely'
import type { Spot } from '#shared/spot.ts'
import type { Db } from '#platform/database/database.ts'
import { venueAt } from '#modules/venues/index.ts'
import type { BookingStatus } from './booking.contract.ts'
import { userName } from './booking.sql.ts'

export interface FeedRow {
  districtId: number
  id: string
  accountId: string
  about: string
  subjectId: string
  madeAt: Date
}

/** A calendar of a person has one address: a new one takes the place of the old. */
export async function saveFeed(db: Db, { tokenHash, ...row }: FeedRow & { tokenHash: Buffer }): Promise<void> {
  await sql`
    insert into bookings.feed (district_id, id, account_id, about, subject_id, token_hash, made_at)
    values (${row.districtId}, ${row.id}, ${row.accountId}, ${row.about}, ${row.subjectId}, ${tokenHash}, ${row.madeAt})
    on conflict (district_id, account_id, about, subject_id)
      do update set token_hash = excluded.token_hash, made_at = excluded.made_at`.execute(db)
}

const columns = ['districtId', 'id', 'accountId', 'about', 'subjectId', 'madeAt'] as const

export const listFeeds = (db: Db, accountId: string): Promise<FeedRow[]> =>
  db.selectFrom('bookings.feed').select(columns).where('accountId', '=', accountId).orderBy('madeAt').execute()

export const findFeed = (db: Db, tokenHash: Buffer): Promise<FeedRow | undefined> =>
  db.selectFrom('bookings.feed').select(columns).where('tokenHash', '=', tokenHash).executeTakeFirst()

export async function deleteFeed(db: Db, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('bookings.feed')
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** A booking as a calendar tells it: nobody's name, nobody's telephone. */
export interface CalendarRow {
  id: string
  venue: string
  provider: string
  room: string
  spot: Spot
  userSchool: string | null
  purpose: string
  headCount: number
  status: BookingStatus
  fromAt: Date
  untilAt: Date
  moves: number
  madeAt: Date
  changedAt: Date
}

const at = venueAt({ venue: 'v', campus: 'c', site: 's', school: 'p' })

/** What a calendar shows, from an instant on: what was given up stays in it, marked so, that clients take it away. */
export async function listCalendar(
  db: Db,
  districtIds: readonly number[],
  { about, subjectId, accountId }: { about: 'person' | 'school' | 'venue'; subjectId: string; accountId: string },
  from: Date,
): Promise<CalendarRow[]> {
  const whose = {
    person: sql`b.account_id = ${accountId}::uuid`,
    school: sql`(b.school_id::text = ${subjectId} or b.user_school_id::text = ${subjectId})`,
    venue: sql`b.venue_id::text = ${subjectId}`,
  }[about]
  const { rows } = await sql<CalendarRow>`
    select b.id, v.name as venue, coalesce(p.name, s.name) as provider, v.room,
      jsonb_build_object('name', concat_ws('，', coalesce(p.name, s.name), nullif(c.name, '')),
        'address', coalesce(nullif(c.address, ''), s.address, p.address, ''),
        'longitude', ${at.longitude}, 'latitude', ${at.latitude}) as spot, ${userName} as user_school, b.purpose, b.head_count,
      b.status, b.from_at, b.until_at, b.moves, b.made_at, b.changed_at
    from bookings.booking b
    join venues.venue v on v.district_id = b.district_id and v.id = b.venue_id
    left join venues.site s on s.district_id = v.district_id and s.id = v.site_id
    left join organizations.unit p on p.id = b.school_id
    left join organizations.unit c on c.id = v.campus_id
    left join organizations.unit u on u.id = b.user_school_id
    where b.district_id = any (${districtIds}::int[]) and b.from_at >= ${from} and ${whose}
    order by b.from_at, b.id limit 2000`.execute(db)
  return rows
}
