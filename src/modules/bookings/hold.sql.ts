import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { preparedIf } from '#platform/database/prepared.ts'
import { venueLock } from '#modules/venues/index.ts'

/** A time of a venue that a booking asks for. */
export interface NewHold {
  bookingId: string
  venueId: string
  fromAt: Date
  untilAt: Date
}

/** What came of a wish for a time: whether the booking has it now. */
export interface Wished {
  bookingId: string
  districtId: number
  venue: string
  held: boolean
}

/**
 * Takes times of venues, with the minutes that each venue needs before and after. Returns a line for each venue that is
 * there: held, or not where it met a hold that stands. Whoever wants all or nothing throws.
 *
 * The database's exclusion constraint decides. `on conflict do nothing` waits for a transaction that holds the time and
 * then lets go, so that nobody dead-locks; and holds are taken in one order. Each venue is locked for sharing first, so
 * that it does not change under the booking, and nobody moves within it meanwhile.
 */
export async function insertHolds(
  db: Db,
  districtIds: readonly number[],
  holds: readonly NewHold[],
): Promise<Wished[]> {
  const { rows } = await sql<Wished>`${preparedIf(holds.length === 1)}
    with w as materialized (
      select n.*, v.district_id, v.name, v.minutes_before, v.minutes_after,
        pg_advisory_xact_lock_shared(${venueLock('n.venue_id')})::text as locked
      from (values ${sql.join(holds.map(valuesOf))}) as n (booking_id, venue_id, from_at, until_at)
      join venues.venue v on v.district_id in (${sql.join(districtIds)}) and v.id = n.venue_id
      order by n.venue_id, n.from_at
    ), taken as (
      insert into bookings.hold (district_id, booking_id, venue_id, during)
      select district_id, booking_id, venue_id, tstzrange(
        from_at - make_interval(mins => minutes_before), until_at + make_interval(mins => minutes_after))
      from w where locked is not null
      on conflict do nothing
      returning booking_id
    )
    select w.booking_id, w.district_id, w.name as venue, t.booking_id is not null as held
    from w left join taken t on t.booking_id = w.booking_id`.execute(db)
  return rows
}

const valuesOf = ({ bookingId, venueId, fromAt, untilAt }: NewHold) =>
  sql`(${bookingId}::uuid, ${venueId}::uuid, ${fromAt}::timestamptz, ${untilAt}::timestamptz)`

/** Gives back the times that these bookings hold. */
export async function deleteHolds(db: Db, districtId: number, bookingIds: readonly string[]): Promise<void> {
  await sql`delete from bookings.hold
    where district_id = ${districtId} and booking_id = any (${bookingIds}::uuid[])`.execute(db)
}

/** What is held of venues from one instant to another, with the minutes around it. */
export interface Held {
  bookingId: string
  venueId: string
  fromAt: Date
  untilAt: Date
}

export async function listHeld(
  db: Db,
  {
    districtIds,
    venueIds,
    fromAt,
    untilAt,
  }: { districtIds: readonly number[]; venueIds: readonly string[]; fromAt: Date; untilAt: Date },
): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select booking_id, venue_id, lower(during) as from_at, upper(during) as until_at from bookings.hold
    where district_id = any (${districtIds}::int[]) and venue_id = any (${venueIds}::uuid[])
      and during && tstzrange(${fromAt}, ${untilAt})
    order by venue_id, during`.execute(db)
  return rows
}

/** What is over before its end holds its venue until now only, and the minutes that the venue needs afterwards. */
export async function shortenHold(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
  now: Date,
): Promise<void> {
  await sql`delete from bookings.hold
    where district_id = ${districtId} and booking_id = ${id} and lower(during) >= ${now}`.execute(db)
  await sql`
    update bookings.hold h set during = tstzrange(lower(h.during),
      least(upper(h.during), ${now}::timestamptz + make_interval(mins => v.minutes_after)))
    from venues.venue v
    where h.district_id = ${districtId} and h.booking_id = ${id}
      and v.district_id = h.district_id and v.id = h.venue_id`.execute(db)
}
