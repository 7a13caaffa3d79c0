import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { STEP_MINUTES } from './booking.rules.ts'

/** What a booking takes along. */
export interface NewLent {
  districtId: number
  bookingId: string
  equipmentId: string
  quantity: number
  fromAt: Date
  untilAt: Date
}

export async function insertLent(db: Db, lent: readonly NewLent[]): Promise<void> {
  const rows = lent.map(({ districtId, bookingId, equipmentId, quantity }) => ({
    districtId,
    bookingId,
    equipmentId,
    quantity,
  }))
  await db.insertInto('bookings.lent').values(rows).execute()
}

/**
 * Counts what is taken along in every five minutes of its time. The check of the table refuses what would leave less
 * than nothing (error 23514, stock_never_below_zero). Counters are touched in one order, so that nobody dead-locks; the
 * stock of today is written anew each time.
 */
export async function takeStock(db: Db, lent: readonly NewLent[]): Promise<void> {
  await sql`
    insert into bookings.stock_slot (district_id, equipment_id, slot, used, stock)
    select t.district_id, t.equipment_id, s.slot, sum(t.quantity), min(e.stock)
    from ${taken(lent)}
    cross join lateral ${slots()}
    join venues.equipment e on e.district_id = t.district_id and e.id = t.equipment_id
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (district_id, equipment_id, slot)
      do update set used = stock_slot.used + excluded.used, stock = excluded.stock`.execute(db)
}

/** Gives back what these bookings took along. */
export async function returnStock(db: Db, lent: readonly NewLent[]): Promise<void> {
  await sql`
    update bookings.stock_slot k set used = k.used - b.quantity
    from (
      select t.district_id, t.equipment_id, s.slot, sum(t.quantity)::int as quantity
      from ${taken(lent)} cross join lateral ${slots()} group by 1, 2, 3
    ) b
    where k.district_id = b.district_id and k.equipment_id = b.equipment_id and k.slot = b.slot`.execute(db)
}

const taken = (lent: readonly NewLent[]) => sql`
  unnest(${lent.map(({ districtId }) => districtId)}::int[], ${lent.map(({ equipmentId }) => equipmentId)}::uuid[],
    ${lent.map(({ quantity }) => quantity)}::int[], ${lent.map(({ fromAt }) => fromAt)}::timestamptz[],
    ${lent.map(({ untilAt }) => untilAt)}::timestamptz[]) as t (district_id, equipment_id, quantity, from_at, until_at)`

const slots = () => sql`
  generate_series(t.from_at, t.until_at - interval '1 minute', make_interval(mins => ${STEP_MINUTES}::int)) as s (slot)`

/** The most that is out of each thing at any moment of a time. */
export async function listMostOut(
  db: Db,
  {
    districtId,
    equipmentIds,
    fromAt,
    untilAt,
  }: { districtId: number; equipmentIds: readonly string[]; fromAt: Date; untilAt: Date },
): Promise<{ equipmentId: string; used: number }[]> {
  const { rows } = await sql<{ equipmentId: string; used: number }>`
    select equipment_id, max(used)::int as used from bookings.stock_slot
    where district_id = ${districtId} and equipment_id = any (${equipmentIds}::uuid[])
      and slot >= ${fromAt} and slot < ${untilAt}
    group by 1`.execute(db)
  return rows
}

export interface LentRow {
  bookingId: string
  equipmentId: string
  name: string
  unit: string
  quantity: number
}

/** What these bookings take along. */
export async function listLent(
  db: Db,
  districtIds: readonly number[],
  bookingIds: readonly string[],
): Promise<LentRow[]> {
  if (bookingIds.length === 0) return []
  const { rows } = await sql<LentRow>`
    select l.booking_id, l.equipment_id, e.name, e.unit, l.quantity
    from bookings.lent l join venues.equipment e on e.district_id = l.district_id and e.id = l.equipment_id
    where l.district_id = any (${districtIds}::int[]) and l.booking_id = any (${bookingIds}::uuid[])
    order by e.name`.execute(db)
  return rows
}

/** The counters of these times, in one order: each is there afterwards, and this transaction's until it ends. */
export async function holdSlots(db: Db, lent: readonly NewLent[]): Promise<void> {
  await sql`
    insert into bookings.stock_slot (district_id, equipment_id, slot, used, stock)
    select t.district_id, t.equipment_id, s.slot, 0, min(e.stock)
    from ${taken(lent)}
    cross join lateral ${slots()}
    join venues.equipment e on e.district_id = t.district_id and e.id = t.equipment_id
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (district_id, equipment_id, slot) do update set used = stock_slot.used`.execute(db)
}

/** What bookings take along, with their times as they stand. */
export async function listLentTimes(db: Db, districtId: number, bookingIds: readonly string[]): Promise<NewLent[]> {
  const { rows } = await sql<NewLent>`
    select l.district_id, l.booking_id, l.equipment_id, l.quantity, b.from_at, b.until_at
    from bookings.lent l join bookings.booking b on b.district_id = l.district_id and b.id = l.booking_id
    where l.district_id = ${districtId} and l.booking_id = any (${bookingIds}::uuid[])`.execute(db)
  return rows
}

/**
 * How many there are from now on of something; the check of the table refuses it where more are promised than would be
 * there (error 23514).
 */
export async function updateStock(
  db: Db,
  districtId: number,
  { equipmentId, stock }: { equipmentId: string; stock: number },
  now: Date,
): Promise<void> {
  await sql`update bookings.stock_slot set stock = ${stock}
    where district_id = ${districtId} and equipment_id = ${equipmentId} and slot >= ${now}`.execute(db)
}
