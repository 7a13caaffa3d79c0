import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface ClusterKey {
  districtId: number
  clusterId: number
}

export interface TravelRow {
  schoolId: number
  toSchoolId: number
  minutes: number
}

/** What the office of a cluster said of the ways between its schools. */
export const listTravel = (db: Db, { districtId, clusterId }: ClusterKey): Promise<TravelRow[]> =>
  db
    .selectFrom('cover.travel')
    .select(['schoolId', 'toSchoolId', 'minutes'])
    .where('districtId', '=', districtId)
    .where('clusterId', '=', clusterId)
    .orderBy('schoolId')
    .orderBy('toSchoolId')
    .execute()

export async function saveTravel(db: Db, at: ClusterKey, row: TravelRow): Promise<void> {
  await db
    .insertInto('cover.travel')
    .values({ ...at, ...row })
    .onConflict((same) =>
      same.columns(['districtId', 'clusterId', 'schoolId', 'toSchoolId']).doUpdateSet({ minutes: row.minutes }),
    )
    .execute()
}

export async function deleteTravel(
  db: Db,
  { districtId, clusterId }: ClusterKey,
  { schoolId, toSchoolId }: Omit<TravelRow, 'minutes'>,
): Promise<void> {
  await sql`delete from cover.travel where district_id = ${districtId} and cluster_id = ${clusterId}
    and school_id = ${schoolId} and to_school_id = ${toSchoolId}`.execute(db)
}
