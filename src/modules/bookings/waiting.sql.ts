import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Lent } from './booking.contract.ts'
import type { waitingStatuses } from './waiting.contract.ts'

export interface NewWaiting {
  districtId: number
  id: string
  clusterId: number
  venueId: string
  schoolId: number | null
  userSchoolId: number | null
  guest: string
  accountId: string | null
  bookedBy: string
  phone: string
  purpose: string
  headCount: number
  classes: string
  fromAt: Date
  untilAt: Date
  equipment: readonly Lent[]
}

export interface WaitingRow extends NewWaiting {
  venue: string
  provider: string
  status: (typeof waitingStatuses)[number]
  bookingId: string | null
  before: number
}

export async function insertWaiting(db: Db, { equipment, ...row }: NewWaiting, madeAt: Date): Promise<void> {
  await db
    .insertInto('bookings.waiting')
    .values({ ...row, equipment: JSON.stringify(equipment), status: '候补', madeAt })
    .execute()
}

const rows = (where: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql<WaitingRow>`
  select w.district_id, w.id, w.cluster_id, w.venue_id, w.school_id, w.user_school_id, w.guest, w.account_id, w.booked_by, w.phone, w.purpose,
    w.head_count, w.classes, w.from_at, w.until_at, w.equipment, w.status, w.booking_id, v.name as venue,
    coalesce(p.name, s.name) as provider,
    (select count(*) from bookings.waiting o where o.district_id = w.district_id and o.venue_id = w.venue_id and o.status = '候补'
      and o.from_at < w.until_at and w.from_at < o.until_at and (o.made_at, o.id) < (w.made_at, w.id))::int as before
  from bookings.waiting w
  join venues.venue v on v.district_id = w.district_id and v.id = w.venue_id
  left join venues.site s on s.district_id = v.district_id and s.id = v.site_id
  left join organizations.unit p on p.id = w.school_id
  where ${where} order by ${order} limit 200`

export async function findWaiting(db: Db, districtIds: readonly number[], id: string): Promise<WaitingRow | undefined> {
  const found = await rows(sql`w.district_id = any (${districtIds}::int[]) and w.id = ${id}`, sql`1`).execute(db)
  return found.rows[0]
}

/** A person's places in lines whose time is still to come, soonest first. */
export async function listWaitingOf(
  db: Db,
  districtIds: readonly number[],
  accountId: string,
  now: Date,
): Promise<WaitingRow[]> {
  const found = await rows(
    sql`w.district_id = any (${districtIds}::int[]) and w.account_id = ${accountId} and w.from_at > ${now} and w.status <> '已退出'`,
    sql`w.from_at, w.id`,
  ).execute(db)
  return found.rows
}

/** Who waits for a venue, first come first. */
export async function listLine(db: Db, districtId: number, venueId: string, now: Date): Promise<WaitingRow[]> {
  const found = await rows(
    sql`w.district_id = ${districtId} and w.venue_id = ${venueId} and w.status = '候补' and w.from_at > ${now}`,
    sql`w.made_at, w.id`,
  ).execute(db)
  return found.rows
}

/** Only who still waits can leave or move up: true where it was so. */
export async function updateWaiting(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  to: { status: '已递补' | '已退出'; bookingId: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    update bookings.waiting set status = ${to.status}, booking_id = ${to.bookingId}::uuid
    where district_id = ${districtId} and id = ${id} and status = '候补' returning id`.execute(db)
  return rows.length > 0
}

/** Times that have come without anybody giving way. */
export async function updateExpired(db: Db, now: Date): Promise<void> {
  await sql`update bookings.waiting set status = '已过期' where status = '候补' and from_at <= ${now}`.execute(db)
}
