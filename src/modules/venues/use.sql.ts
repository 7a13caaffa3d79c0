import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Filed, LedgerScope } from '#platform/ledger.ts'

export interface UseRow {
  key: string
  districtId: number
  schoolYear: number
  usedOn: string
  venueName: string
  venueKind: string
  schoolId: number
  userSchoolId: number
  headCount: number
}

/** The cluster's uses of a school year under these row keys. */
export const listUses = (
  db: Db,
  { districtIds, clusterId, schoolYear }: LedgerScope,
  keys: readonly string[],
): Promise<UseRow[]> =>
  db
    .selectFrom('venues.venueUse')
    .select([
      'rowKey as key',
      'districtId',
      'schoolYear',
      'usedOn',
      'venueName',
      'venueKind',
      'schoolId',
      'userSchoolId',
      'headCount',
    ])
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .where(sql<boolean>`row_key = any (${keys}::text[])`)
    .execute()

/** The cluster's uses of a school year. */
export async function countUses(db: Db, { districtIds, clusterId, schoolYear }: LedgerScope): Promise<number> {
  const { n } = await db
    .selectFrom('venues.venueUse')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .executeTakeFirstOrThrow()
  return n
}

/** A row under a key that is on file already has the same content: there is nothing to change. */
export async function saveUses(db: Db, uses: readonly (UseRow & Filed)[]): Promise<void> {
  await sql`
    insert into venues.venue_use (district_id, id, cluster_id, school_year, row_key, used_on, venue_name, venue_kind,
      school_id, user_school_id, head_count, import_id, source_row)
    select "districtId", id, "clusterId", "schoolYear", key, "usedOn", "venueName", "venueKind", "schoolId", "userSchoolId",
      "headCount", "importId", "sourceRow"
    from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as u ("districtId" int, id uuid, "clusterId" int,
      "schoolYear" smallint, key text, "usedOn" date, "venueName" text, "venueKind" text, "schoolId" int,
      "userSchoolId" int, "headCount" int, "importId" uuid, "sourceRow" int)
    on conflict (district_id, cluster_id, school_year, row_key) do nothing`.execute(db)
}
