import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Changed } from './rotation-write.sql.ts'

interface OfBatch {
  districtId: number
  id: string
}

/** Notes of what these teachers are at that a batch ends it early: from that day on they are at home again. */
export async function markRecalled(
  db: Db,
  { districtId, id }: OfBatch,
  teacherIds: readonly string[],
  on: string,
): Promise<void> {
  await sql`update mobility.rotation set recall_batch_id = ${id}, recall_on = ${on}
    where district_id = ${districtId} and teacher_id = any (${teacherIds}::uuid[]) and status in ('已批准', '已生效')
      and start_on < ${on}::date and coalesce(end_on, make_date(school_year + 1, 8, 31)) >= ${on}::date`.execute(db)
}

/** The batch is no more: everyone stays to the end of the term. */
export async function clearRecalls(db: Db, { districtId, id }: OfBatch): Promise<void> {
  await sql`update mobility.rotation set recall_batch_id = null, recall_on = null
    where district_id = ${districtId} and recall_batch_id = ${id}`.execute(db)
}

/** The batch is approved: who was called back is at home again from that day on. */
export async function endRecalled(db: Db, { districtId, id }: OfBatch): Promise<(Changed & { recallOn: string })[]> {
  const { rows } = await sql<Changed & { recallOn: string }>`update mobility.rotation set end_on = recall_on - 1
    where district_id = ${districtId} and recall_batch_id = ${id} and status in ('已批准', '已生效')
      and start_on < recall_on
    returning district_id, id, teacher_id, school_id, school_year, batch_id, recall_on`.execute(db)
  return rows
}
