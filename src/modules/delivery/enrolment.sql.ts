import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { ClassLine, Enrolled } from './enrolment.contract.ts'
import type { OfferingKey } from './offering.sql.ts'

/** The classes that take part, by school. */
export async function listEnrolled(db: Db, { districtId, id }: OfferingKey): Promise<Enrolled[]> {
  const { rows } = await sql<Enrolled>`
    select e.school_id, u.name as school, e.grade, e.class_name, e.head_count, e.room from delivery.enrolment e
    join organizations.unit u on u.id = e.school_id
    where e.district_id = ${districtId} and e.offering_id = ${id}::uuid
    order by u.pinyin collate "C", u.id, e.enrolled_at, e.grade, e.class_name`.execute(db)
  return rows
}

export async function deleteEnrolled(db: Db, { districtId, id }: OfferingKey, schoolId: number): Promise<void> {
  await sql`delete from delivery.enrolment
    where district_id = ${districtId} and offering_id = ${id}::uuid and school_id = ${schoolId}`.execute(db)
}

export async function insertEnrolled(
  db: Db,
  { districtId, id }: OfferingKey,
  { schoolId, room, at, by }: { schoolId: number; room: string; at: Date; by: string },
  classes: readonly ClassLine[],
): Promise<void> {
  if (classes.length === 0) return
  const rows = classes.map((one) => ({
    ...{ districtId, offeringId: id, schoolId, room, enrolledAt: at, enrolledBy: by },
    ...one,
  }))
  await db.insertInto('delivery.enrolment').values(rows).execute()
}
