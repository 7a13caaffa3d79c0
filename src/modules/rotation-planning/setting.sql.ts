import type { Db } from '#platform/database/database.ts'
import type { SeasonRow } from './season.sql.ts'

type OfSeason = Pick<SeasonRow, 'districtId' | 'id' | 'clusterId'>

/** What the office says of how strong schools are. */
export const listStandings = (
  db: Db,
  { districtId, id }: Pick<SeasonRow, 'districtId' | 'id'>,
): Promise<{ schoolId: number; standing: number }[]> =>
  db
    .selectFrom('rotationPlanning.standing')
    .select(['schoolId', 'standing'])
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .orderBy('schoolId')
    .execute()

export async function saveStanding(
  db: Db,
  { districtId, id: seasonId, clusterId }: OfSeason,
  schoolId: number,
  standing: number,
): Promise<void> {
  await db
    .insertInto('rotationPlanning.standing')
    .values({ districtId, seasonId, clusterId, schoolId, standing })
    .onConflict((same) => same.columns(['districtId', 'seasonId', 'schoolId']).doUpdateSet({ standing }))
    .execute()
}

export async function deleteStanding(db: Db, { districtId, id }: OfSeason, schoolId: number): Promise<void> {
  await db
    .deleteFrom('rotationPlanning.standing')
    .where('districtId', '=', districtId)
    .where('seasonId', '=', id)
    .where('schoolId', '=', schoolId)
    .execute()
}
