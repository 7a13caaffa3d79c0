import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Score } from './appraisal.contract.ts'
import type { StudioKey } from './studio.sql.ts'

export interface AppraisalRow {
  id: string
  schoolYear: number
  scores: Score[]
  score: number
  grade: string
  words: string
  accountId: string
  appraisedBy: string
  appraisedAt: Date
}

/** What was said of a studio's years, the latest first. */
export async function listAppraisals(db: Db, { districtId, id }: StudioKey): Promise<AppraisalRow[]> {
  const { rows } = await sql<AppraisalRow>`
    select id, school_year, scores, score::float8 as score, grade, words, account_id, appraised_by, appraised_at
    from studios.appraisal where district_id = ${districtId} and studio_id = ${id}::uuid
    order by school_year desc, appraised_at desc, id`.execute(db)
  return rows
}

/** False where the person has judged that year before. */
export async function insertAppraisal(
  db: Db,
  { districtId, id: studioId }: StudioKey,
  { scores, score, ...appraisal }: AppraisalRow & { schoolId: number },
): Promise<boolean> {
  const rows = await db
    .insertInto('studios.appraisal')
    .values({ ...appraisal, districtId, studioId, scores: JSON.stringify(scores), score })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}
