import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface AppraisalRow {
  districtId: number
  rotationId: string
  schoolYear: number
  homeSchoolId: number
  schoolId: number
  isFinal: boolean
  grade: '优秀' | '合格' | '基本合格' | '不合格'
  words: string | null
  saidAt: Date
  saidBy: string
}

/** What the receiving schools said of these rotations, the first year first. */
export async function listAppraisals(
  db: Db,
  districtId: number,
  rotationIds: readonly string[],
): Promise<AppraisalRow[]> {
  const { rows } = await sql<AppraisalRow>`
    select district_id, rotation_id, school_year, home_school_id, school_id, is_final, grade, words, said_at, said_by
    from mobility.appraisal where district_id = ${districtId} and rotation_id = any (${rotationIds}::uuid[])
    order by school_year`.execute(db)
  return rows
}

/** Whether it was written; not where that year has one. */
export async function insertAppraisal(db: Db, row: AppraisalRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mobility.appraisal')
    .values(row)
    .onConflict((same) => same.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
