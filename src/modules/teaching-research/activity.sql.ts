import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Filed, LedgerScope } from '#platform/ledger.ts'

export interface ActivityRow {
  key: string
  districtId: number
  schoolYear: number
  heldOn: string
  unionName: string
  theme: string
  form: string
  schoolId: number
  lecturerId: string | null
}

/** The cluster's activities of a school year under these row keys. */
export const listActivities = (
  db: Db,
  { districtIds, clusterId, schoolYear }: LedgerScope,
  keys: readonly string[],
): Promise<ActivityRow[]> =>
  db
    .selectFrom('teachingResearch.activity')
    .select([
      'rowKey as key',
      'districtId',
      'schoolYear',
      'heldOn',
      'unionName',
      'theme',
      'form',
      'schoolId',
      'lecturerId',
    ])
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .where(sql<boolean>`row_key = any (${keys}::text[])`)
    .execute()

/** The cluster's activities of a school year. */
export async function countActivities(db: Db, { districtIds, clusterId, schoolYear }: LedgerScope): Promise<number> {
  const { n } = await db
    .selectFrom('teachingResearch.activity')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .executeTakeFirstOrThrow()
  return n
}

/** A row under a key that is on file already has the same content: there is nothing to change. */
export async function saveActivities(db: Db, activities: readonly (ActivityRow & Filed)[]): Promise<void> {
  await sql`
    insert into teaching_research.activity (district_id, id, cluster_id, school_year, row_key, held_on, union_name, theme,
      form, school_id, lecturer_id, import_id, source_row)
    select "districtId", id, "clusterId", "schoolYear", key, "heldOn", "unionName", theme, form, "schoolId", "lecturerId",
      "importId", "sourceRow"
    from jsonb_to_recordset(${JSON.stringify(activities)}::jsonb) as a ("districtId" int, id uuid, "clusterId" int,
      "schoolYear" smallint, key text, "heldOn" date, "unionName" text, theme text, form text, "schoolId" int,
      "lecturerId" uuid, "importId" uuid, "sourceRow" int)
    on conflict (district_id, cluster_id, school_year, row_key) do nothing`.execute(db)
}
