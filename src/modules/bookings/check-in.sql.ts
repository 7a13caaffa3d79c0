import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { checkInWays, Review } from './check-in.contract.ts'
import type { z } from 'zod'
import type { VenueKey } from './arrival.sql.ts'

export interface BookingKey {
  districtId: number
  id: string
}

/** Has a booking for this transaction: what is decided of it next is decided of what it now is. */
export async function lockBooking(db: Db, { districtId, id }: BookingKey): Promise<void> {
  await sql`select from bookings.booking where district_id = ${districtId} and id = ${id}::uuid for update`.execute(db)
}

export interface NewCheckInRow {
  districtId: number
  bookingId: string
  schoolId: number | null
  userSchoolId: number | null
  way: (typeof checkInWays)[number]
  cameAt: Date
  receivedAt: Date
  accountId: string | null
  byName: string
  distanceM: number | null
  accuracyM: number | null
  headCount: number
  classes: string
  /** Said by the module that arranged the use. */
  arranged: boolean
}

/** One booking is checked in to once, whoever comes second. */
export async function insertCheckIn(db: Db, row: NewCheckInRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('bookings.checkIn')
    .values(row)
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** How many there were, as the module that arranged the use says it now; false: somebody else had said it. */
export async function updateArranged(db: Db, { districtId, id }: BookingKey, headCount: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('bookings.checkIn')
    .set({ headCount })
    .where('districtId', '=', districtId)
    .where('bookingId', '=', id)
    .where('arranged', '=', true)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Nobody came after all; false: somebody else had said so than the module that arranged the use. */
export async function deleteArranged(db: Db, { districtId, id }: BookingKey): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('bookings.checkIn')
    .where('districtId', '=', districtId)
    .where('bookingId', '=', id)
    .where('arranged', '=', true)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function updateReview(
  db: Db,
  { districtId, id }: BookingKey,
  { rating, again, remark }: z.output<typeof Review>,
): Promise<void> {
  await db
    .updateTable('bookings.checkIn')
    .set({ rating, again, remark })
    .where('districtId', '=', districtId)
    .where('bookingId', '=', id)
    .execute()
}

export async function markBecame(
  db: Db,
  { districtId, id }: BookingKey,
  { status, at, by }: { status: '已用' | '未到'; at: Date; by: string },
): Promise<void> {
  await db
    .updateTable('bookings.booking')
    .set({ status, changedAt: at, changedBy: by })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export async function findSecret(db: Db, { districtId, venueId }: VenueKey): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('bookings.venueKey')
    .select('secret')
    .where('districtId', '=', districtId)
    .where('venueId', '=', venueId)
    .executeTakeFirst()
  return row?.secret
}

/** Of two that make the first secret of a venue at once, one is kept. */
export async function insertSecret(
  db: Db,
  { districtId, venueId }: VenueKey,
  { secret, madeAt }: { secret: Buffer; madeAt: Date },
): Promise<void> {
  await db
    .insertInto('bookings.venueKey')
    .values({ districtId, venueId, secret, madeAt })
    .onConflict((same) => same.doNothing())
    .execute()
}

/** What a person checked in to, for their own eyes. */
export async function listStoredCheckIns(
  db: Db,
  accountId: string,
): Promise<{ fromAt: Date; venue: string; way: string; cameAt: Date; distanceM: number | null; remark: string }[]> {
  const { rows } = await sql<{
    fromAt: Date
    venue: string
    way: string
    cameAt: Date
    distanceM: number | null
    remark: string
  }>`
    select b.from_at, v.name as venue, k.way, k.came_at, k.distance_m, k.remark from bookings.check_in k
    join bookings.booking b on b.district_id = k.district_id and b.id = k.booking_id
    join venues.venue v on v.district_id = b.district_id and v.id = b.venue_id
    where k.account_id = ${accountId}::uuid order by k.came_at desc`.execute(db)
  return rows
}
