import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { EquipmentLine } from './venue.contract.ts'

interface VenueKey {
  districtId: number
  id: string
}

export interface ClosingRow {
  id: string
  from: Date
  until: Date
  why: string
}

/** What is closed of a venue now and later. */
export async function listClosings(db: Db, { districtId, id }: VenueKey, now: Date): Promise<ClosingRow[]> {
  const { rows } = await sql<ClosingRow>`
    select id, lower(during) as "from", upper(during) as until, why from venues.closing
    where district_id = ${districtId} and venue_id = ${id} and upper(during) > ${now}::timestamptz
    order by lower(during), id`.execute(db)
  return rows
}

export type NewClosing = ClosingRow & { districtId: number; venueId: string }

export async function insertClosing(db: Db, { districtId, id, venueId, from, until, why }: NewClosing): Promise<void> {
  await sql`insert into venues.closing (district_id, id, venue_id, during, why)
    values (${districtId}, ${id}, ${venueId}, tstzrange(${from}::timestamptz, ${until}::timestamptz), ${why})`.execute(
    db,
  )
}

export async function deleteClosing(db: Db, { districtId, id }: VenueKey, closingId: string): Promise<boolean> {
  const { rows } = await sql`delete from venues.closing
    where district_id = ${districtId} and venue_id = ${id} and id = ${closingId} returning id`.execute(db)
  return rows.length > 0
}

export async function listEquipment(db: Db, { districtId, id }: VenueKey): Promise<EquipmentLine[]> {
  const { rows } = await sql<EquipmentLine>`
    select id, name, unit, stock, shared from venues.equipment
    where district_id = ${districtId} and venue_id = ${id} order by name collate "C", id`.execute(db)
  return rows
}

export async function saveEquipment(
  db: Db,
  { districtId, id }: VenueKey,
  equipment: readonly EquipmentLine[],
): Promise<void> {
  if (equipment.length === 0) return
  await db
    .insertInto('venues.equipment')
    .values(equipment.map((one) => ({ ...one, districtId, venueId: id })))
    .onConflict((same) =>
      same.columns(['districtId', 'id']).doUpdateSet((set) => ({
        name: set.ref('excluded.name'),
        unit: set.ref('excluded.unit'),
        stock: set.ref('excluded.stock'),
        shared: set.ref('excluded.shared'),
      })),
    )
    .execute()
}

export async function deleteEquipment(db: Db, { districtId, id }: VenueKey, ids: readonly string[]): Promise<void> {
  await sql`delete from venues.equipment
    where district_id = ${districtId} and venue_id = ${id} and id = any (${ids}::uuid[])`.execute(db)
}

/** Equipment of new venues. */
export async function insertEquipment(
  db: Db,
  equipment: readonly (Omit<EquipmentLine, 'shared'> & { districtId: number; venueId: string })[],
): Promise<void> {
  if (equipment.length > 0)
    await db
      .insertInto('venues.equipment')
      .values([...equipment])
      .execute()
}
