import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { preparedIf } from '#platform/database/prepared.ts'
import type { BookingStatus } from './booking.contract.ts'

/** A booking as it is kept, with the names that it is told by. */
export interface BookingRow {
  districtId: number
  id: string
  requestId: string
  clusterId: number
  venueId: string
  venue: string
  kind: string
  provider: string
  schoolId: number | null
  userSchoolId: number | null
  /** The school that uses it, or the name of the group from outside. */
  userSchool: string | null
  guest: string
  accountId: string | null
  bookedBy: string
  phone: string
  purpose: string
  headCount: number
  classes: string
  fromAt: Date
  untilAt: Date
  status: BookingStatus
  words: string
  moves: number
  /** How long it waits for somebody to come. */
  releaseMinutes: number
  /** Another module arranged it, and says whether it was used. */
  kept: boolean
  together: number
  cameAt: Date | null
}

export type NewBooking = Omit<
  BookingRow,
  'venue' | 'kind' | 'provider' | 'userSchool' | 'together' | 'cameAt' | 'words' | 'moves' | 'releaseMinutes'
>

export async function insertBookings(
  db: Db,
  bookings: readonly NewBooking[],
  { now, by }: { now: Date; by: string },
): Promise<void> {
  const rows = bookings.map((booking) => ({ ...booking, madeAt: now, changedAt: now, changedBy: by }))
  await db
    .insertInto('bookings.booking')
    .values(rows)
    .modifyEnd(preparedIf(rows.length === 1))
    .execute()
}

/** How long a booking `b` of a venue `v` waits for somebody to come; 0: to its end. */
export const releaseMinutes = sql`case when b.kept then 0 else v.release_minutes end`

/** Who uses it, by name, of a booking `b` and its using school `u`: the school, or the group from outside. */
export const userName = sql`coalesce(u.name, nullif(b.guest, ''))`

const rows = (where: RawBuilder<unknown>, end: RawBuilder<unknown>) => sql<BookingRow>`
  select b.district_id, b.id, b.request_id, b.cluster_id, b.venue_id, v.name as venue, v.kind,
    coalesce(p.name, s.name) as provider, b.school_id, b.user_school_id, ${userName} as user_school, b.guest,
    b.account_id,
    b.booked_by, b.phone, b.purpose, b.head_count, b.classes, b.from_at, b.until_at, b.status, b.words, b.moves,
    ${releaseMinutes} as release_minutes, b.kept,
    (select count(*) from bookings.booking o where o.district_id = b.district_id and o.request_id = b.request_id)::int as together,
    c.came_at
  from bookings.booking b
  join venues.venue v on v.district_id = b.district_id and v.id = b.venue_id
  left join venues.site s on s.district_id = v.district_id and s.id = v.site_id
  left join organizations.unit p on p.id = b.school_id
  left join organizations.unit u on u.id = b.user_school_id
  left join bookings.check_in c on c.district_id = b.district_id and c.booking_id = b.id
  where ${where} ${end}`

/** The booking with this id, of those that the reader sees. */
export async function findBooking(db: Db, districtIds: readonly number[], id: string): Promise<BookingRow | undefined> {
  const found = await rows(sql`b.district_id = any (${districtIds}::int[]) and b.id = ${id}`, sql``).execute(db)
  return found.rows[0]
}

/** The bookings with these ids. */
export async function listBookingsById(
  db: Db,
  districtIds: readonly number[],
  ids: readonly string[],
): Promise<BookingRow[]> {
  const all = sql`b.district_id = any (${districtIds}::int[]) and b.id = any (${ids}::uuid[])`
  return (await rows(all, sql`order by b.from_at, b.id`).execute(db)).rows
}

export interface BookingFilter {
  districtIds: readonly number[]
  fromAt: Date
  untilAt: Date
  clusterId?: number | undefined
  venueId?: string | undefined
  /** On either side. */
  schoolId?: number | undefined
  status?: BookingStatus | undefined
  limit: number
}

/** Bookings whose time meets a stretch, in the order of their beginning. */
export async function listBookings(db: Db, f: BookingFilter): Promise<BookingRow[]> {
  const conditions = [
    sql`b.district_id = any (${f.districtIds}::int[]) and b.from_at < ${f.untilAt} and b.from_at > ${f.fromAt}::timestamptz - interval '1 day'
      and b.until_at > ${f.fromAt}`,
    f.clusterId !== undefined && sql`b.cluster_id = ${f.clusterId}`,
    f.venueId !== undefined && sql`b.venue_id = ${f.venueId}`,
    f.schoolId !== undefined && sql`(b.school_id = ${f.schoolId} or b.user_school_id = ${f.schoolId})`,
    f.status !== undefined && sql`b.status = ${f.status}`,
  ].filter((one) => one !== false)
  const found = await rows(
    sql.join(conditions, sql` and `),
    sql`order by b.from_at, v.pinyin, b.id limit ${f.limit}`,
  ).execute(db)
  return found.rows
}

/** What a person asked for: what is still to come (soonest first), or what is over (latest first). */
export async function listMine(
  db: Db,
  districtIds: readonly number[],
  accountId: string,
  now: Date,
  over: boolean,
): Promise<BookingRow[]> {
  const open = sql`(b.status in ('待审', '已定') and b.until_at > ${now})`
  const found = await rows(
    sql`b.district_id = any (${districtIds}::int[]) and b.account_id = ${accountId} and ${over ? sql`not ${open}` : open}`,
    over ? sql`order by b.from_at desc limit 50` : sql`order by b.from_at limit 200`,
  ).execute(db)
  return found.rows
}

/** The bookings of a request, in the order of their times. */
export async function listRequest(db: Db, districtId: number, requestId: string): Promise<BookingRow[]> {
  const found = await rows(
    sql`b.district_id = ${districtId} and b.request_id = ${requestId}`,
    sql`order by b.from_at, v.pinyin`,
  ).execute(db)
  return found.rows
}

/** The bookings that stand and begin between two instants, as far as watching over them goes. */
export async function listStandingBetween(db: Db, districtIds: readonly number[], from: Date, until: Date) {
  const { rows } = await sql<
    Pick<BookingRow, 'districtId' | 'id' | 'status' | 'fromAt' | 'untilAt'> & { releaseMinutes: number }
  >`
    select b.district_id, b.id, b.status, b.from_at, b.until_at, ${releaseMinutes} as release_minutes
    from bookings.booking b join venues.venue v on v.district_id = b.district_id and v.id = b.venue_id
    where b.district_id = any (${districtIds}::int[]) and b.status = '已定' and b.until_at > ${from}
      and b.from_at >= ${from} and b.from_at < ${until}`.execute(db)
  return rows
}

/** How many bookings wait or stand in any of these times of venues. */
export async function countInTimes(
  db: Db,
  times: readonly { districtId: number; venueId: string; from: Date; until: Date }[],
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct b.id)::int as n
    from unnest(${times.map(({ districtId }) => districtId)}::int[], ${times.map(({ venueId }) => venueId)}::uuid[],
      ${times.map(({ from }) => from)}::timestamptz[], ${times.map(({ until }) => until)}::timestamptz[])
      as t (district_id, venue_id, from_at, until_at)
    join bookings.booking b on b.district_id = t.district_id and b.venue_id = t.venue_id
      and b.from_at < t.until_at and b.until_at > t.from_at and b.status in ('待审', '已定')`.execute(db)
  return rows[0]!.n
}

export interface Change {
  districtId: number
  ids: readonly string[]
  status: BookingStatus
  words: string
  now: Date
  by: string
}

/** Gives bookings that wait or stand another status; returns those that had it to change. */
export async function updateStatus(db: Db, { districtId, ids, status, words, now, by }: Change): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update bookings.booking set status = ${status}, words = ${words}, changed_at = ${now}, changed_by = ${by}
    where district_id = ${districtId} and id = any (${ids}::uuid[]) and status in ('待审', '已定') and status <> ${status}
    returning id`.execute(db)
  return rows.map(({ id }) => id)
}

export interface Move {
  districtId: number
  id: string
  venueId: string
  schoolId: number | null
  fromAt: Date
  untilAt: Date
  status: BookingStatus
  now: Date
  by: string
}

export async function updateTime(db: Db, to: Move): Promise<void> {
  await sql`
    update bookings.booking set venue_id = ${to.venueId}, school_id = ${to.schoolId}, from_at = ${to.fromAt}, until_at = ${to.untilAt},
      status = ${to.status}, moves = moves + 1, changed_at = ${to.now}, changed_by = ${to.by}
    where district_id = ${to.districtId} and id = ${to.id}`.execute(db)
}
