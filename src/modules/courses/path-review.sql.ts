import type { Db } from '#platform/database/database.ts'
import type { EntryKey } from './entry.sql.ts'
import type { ReviewRow } from './review.sql.ts'

/** What was said of a path, the latest first; it is granted no kinds. */
export async function listPathReviews(db: Db, { districtId, id }: EntryKey): Promise<ReviewRow[]> {
  const rows = await db
    .selectFrom('courses.pathReview')
    .select(['id', 'round', 'step', 'verdict', 'words', 'reviewerId', 'reviewerName', 'scores', 'reviewedAt'])
    .where('districtId', '=', districtId)
    .where('pathId', '=', id)
    .orderBy('reviewedAt', 'desc')
    .orderBy('id', 'desc')
    .$castTo<Omit<ReviewRow, 'kinds'>>()
    .execute()
  return rows.map((row) => ({ ...row, kinds: [] }))
}

export async function insertPathReview(
  db: Db,
  { districtId, id }: EntryKey,
  { scores, kinds: _, ...review }: ReviewRow,
): Promise<void> {
  await db
    .insertInto('courses.pathReview')
    .values({ ...review, districtId, pathId: id, scores: JSON.stringify(scores) })
    .execute()
}
