import type { Db } from '#platform/database/database.ts'
import type { EntryKey } from './entry.sql.ts'
import type { Review, Score } from './review.contract.ts'

export type ReviewRow = Pick<Review, 'id' | 'round' | 'step' | 'verdict' | 'kinds' | 'words'> & {
  reviewerId: string
  reviewerName: string
  scores: Score[]
  reviewedAt: Date
}

/** What was said of a course, the latest first. */
export const listReviews = (db: Db, { districtId, id }: EntryKey): Promise<ReviewRow[]> =>
  db
    .selectFrom('courses.review')
    .select(['id', 'round', 'step', 'verdict', 'kinds', 'words', 'reviewerId', 'reviewerName', 'scores', 'reviewedAt'])
    .where('districtId', '=', districtId)
    .where('entryId', '=', id)
    .orderBy('reviewedAt', 'desc')
    .orderBy('id', 'desc')
    .$castTo<ReviewRow>()
    .execute()

export async function insertReview(
  db: Db,
  { districtId, id }: EntryKey,
  { scores, ...review }: ReviewRow,
): Promise<void> {
  await db
    .insertInto('courses.review')
    .values({ ...review, districtId, entryId: id, scores: JSON.stringify(scores) })
    .execute()
}
