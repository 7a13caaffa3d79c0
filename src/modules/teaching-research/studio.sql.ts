import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Filed, LedgerScope } from '#platform/ledger.ts'

export interface StudioRow {
  districtId: number
  schoolYear: number
  kind: string
  name: string
  schoolId: number
}

/** The cluster's studios of a school year with one of these names. */
export const listStudios = (
  db: Db,
  { districtIds, clusterId, schoolYear }: LedgerScope,
  names: readonly string[],
): Promise<StudioRow[]> =>
  db
    .selectFrom('teachingResearch.studio')
    .select(['districtId', 'schoolYear', 'kind', 'name', 'schoolId'])
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .where(sql<boolean>`name = any (${names}::text[])`)
    .execute()

/** The cluster's studios of a school year. */
export async function countStudios(db: Db, { districtIds, clusterId, schoolYear }: LedgerScope): Promise<number> {
  const { n } = await db
    .selectFrom('teachingResearch.studio')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('districtId', 'in', districtIds)
    .where('clusterId', '=', clusterId)
    .where('schoolYear', '=', schoolYear)
    .executeTakeFirstOrThrow()
  return n
}

/** New studios are added, those on file under the same key become what these say. */
export async function saveStudios(db: Db, studios: readonly (StudioRow & Filed)[]): Promise<void> {
  await sql`
    insert into teaching_research.studio (district_id, id, cluster_id, school_year, kind, name, school_id, import_id, source_row)
    select "districtId", id, "clusterId", "schoolYear", kind, name, "schoolId", "importId", "sourceRow"
    from jsonb_to_recordset(${JSON.stringify(studios)}::jsonb) as s ("districtId" int, id uuid, "clusterId" int,
      "schoolYear" smallint, kind text, name text, "schoolId" int, "importId" uuid, "sourceRow" int)
    on conflict (district_id, cluster_id, school_year, kind, name) do update set school_id = excluded.school_id,
      import_id = excluded.import_id, source_row = excluded.source_row`.execute(db)
}
