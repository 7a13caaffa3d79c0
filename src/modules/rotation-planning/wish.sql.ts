import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { SeasonRow } from './season.sql.ts'
import type { Attitude } from './wish.contract.ts'

type OfSeason = Pick<SeasonRow, 'districtId' | 'id'>

export interface WishRow {
  districtId: number
  seasonId: string
  teacherId: string
  clusterId: number
  schoolId: number
  attitude: Attitude
  why: string | null
  ranked: number[]
  note: string | null
  statedAt: Date
  statedBy: string
  onBehalf: boolean
}

/** What was stated in a season; of all its teachers, or of some. */
export async function listWishes(
  db: Db,
  { districtId, id }: OfSeason,
  teacherIds: readonly string[] | null = null,
): Promise<WishRow[]> {
  const { rows } = await sql<WishRow>`
    select w.district_id, w.season_id, w.teacher_id, w.cluster_id, w.school_id, w.attitude, w.why, w.ranked, w.note,
      w.stated_at, w.stated_by, w.on_behalf
    from rotation_planning.wish w
    where w.district_id = ${districtId} and w.season_id = ${id}
      and (${teacherIds}::uuid[] is null or w.teacher_id = any (${teacherIds}::uuid[]))
    order by w.teacher_id`.execute(db)
  return rows
}

/** What is stated last stands. */
export async function saveWish(db: Db, wish: WishRow): Promise<void> {
  const { districtId: _, seasonId: __, teacherId: ___, ...said } = wish
  await db
    .insertInto('rotationPlanning.wish')
    .values(wish)
    .onConflict((same) => same.columns(['districtId', 'seasonId', 'teacherId']).doUpdateSet(said))
    .execute()
}
