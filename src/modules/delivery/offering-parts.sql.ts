import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Share, Slot } from './offering.contract.ts'
import type { OfferingKey } from './offering.sql.ts'

const keyOf = ({ districtId, id }: OfferingKey) => ({ districtId, offeringId: id })

export async function insertSlots(db: Db, key: OfferingKey, slots: readonly Slot[]): Promise<void> {
  const rows = slots.map((slot, n) => ({ ...keyOf(key), ...slot, place: n + 1 }))
  await db.insertInto('delivery.slot').values(rows).execute()
}

export async function deleteSlots(db: Db, { districtId, id }: OfferingKey): Promise<void> {
  await sql`delete from delivery.slot where district_id = ${districtId} and offering_id = ${id}::uuid`.execute(db)
}

export async function insertShares(db: Db, key: OfferingKey, shares: readonly Share[]): Promise<void> {
  if (shares.length === 0) return
  await db
    .insertInto('delivery.share')
    .values(shares.map((share) => ({ ...keyOf(key), ...share })))
    .execute()
}

export async function deleteShares(db: Db, { districtId, id }: OfferingKey): Promise<void> {
  await sql`delete from delivery.share where district_id = ${districtId} and offering_id = ${id}::uuid`.execute(db)
}

export async function insertLecturers(
  db: Db,
  key: OfferingKey & { schoolId: number },
  teacherIds: readonly string[],
): Promise<void> {
  const rows = teacherIds.map((teacherId) => ({ ...keyOf(key), schoolId: key.schoolId, teacherId }))
  await db.insertInto('delivery.lecturer').values(rows).execute()
}

export async function deleteLecturers(db: Db, { districtId, id }: OfferingKey): Promise<void> {
  await sql`delete from delivery.lecturer where district_id = ${districtId} and offering_id = ${id}::uuid`.execute(db)
}

export interface LecturerRow {
  teacherId: string
  schoolId: number
  name: string
}

/** Who teaches an offering, by the latest register. Read as the owner. */
export async function listLecturers(db: Db, { districtId, id }: OfferingKey): Promise<LecturerRow[]> {
  const { rows } = await sql<LecturerRow>`
    select l.teacher_id, l.school_id, coalesce(t.name, '') as name from delivery.lecturer l
    left join lateral (select t.name, t.pinyin from people.teacher_year t
      where t.district_id = l.district_id and t.teacher_id = l.teacher_id order by t.school_year desc limit 1) t on true
    where l.district_id = ${districtId} and l.offering_id = ${id}::uuid
    order by t.pinyin collate "C", l.teacher_id`.execute(db)
  return rows
}
