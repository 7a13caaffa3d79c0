import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { AidKind } from './aid.rules.ts'

/** A device or a training as it is on file. */
export interface AidRow {
  districtId: number
  id: string
  schoolId: number
  kind: AidKind
  place: string
  people: number | null
  fromDay: string
  fromYear: number
  untilDay: string
  checkedOn: string | null
  endedOn: string | null
}

const columns = sql`select district_id, id, school_id, kind, place, people, from_day, from_year, until_day, checked_on, ended_on
  from pupil_services.aid`

/** Devices first, what expires first above. */
export async function listAids(
  db: Db,
  districtIds: readonly number[],
  schoolIds: readonly number[],
): Promise<AidRow[]> {
  const { rows } = await sql<AidRow>`${columns}
    where district_id = any (${districtIds}::int[]) and school_id = any (${schoolIds}::int[])
    order by kind, ended_on is not null, until_day, id`.execute(db)
  return rows
}

export async function findAid(db: Db, districtIds: readonly number[], id: string): Promise<AidRow | undefined> {
  const { rows } = await sql<AidRow>`${columns}
    where district_id = any (${districtIds}::int[]) and id = ${id}`.execute(db)
  return rows[0]
}

export type SavedAid = AidRow & { lapsed: boolean; changedAt: Date }

export async function insertAid(db: Db, row: SavedAid): Promise<void> {
  await db.insertInto('pupilServices.aid').values(row).execute()
}

export async function updateAid(db: Db, { districtId, id, schoolId: _, ...row }: SavedAid): Promise<void> {
  await db.updateTable('pupilServices.aid').set(row).where('districtId', '=', districtId).where('id', '=', id).execute()
}

export async function deleteAid(db: Db, { districtId, id }: Pick<AidRow, 'districtId' | 'id'>): Promise<void> {
  await db.deleteFrom('pupilServices.aid').where('districtId', '=', districtId).where('id', '=', id).execute()
}
