import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { beginToCount, noteStale, type FactKey } from '#platform/facts.ts'

const SOURCE = 'teaching-research.studios'

/** A studio that works in a school year, as the ledger has it. */
export interface WorkingStudio {
  /** Of the school at which it stands. */
  districtId: number
  id: string
  studioId: string
  clusterId: number
  schoolYear: number
  kind: '区名师工作室' | '市名校长名师培养' | '学区工作室'
  name: string
  schoolId: number
}

/**
 * A studio stands in the ledger of each school year in which it works, once: where a workbook had it under the same kind and
 * name, that row is the studio's own from now on, and stays when that import is undone. Runs as the owner.
 */
export async function recordStudio(db: Db, studio: WorkingStudio): Promise<void> {
  const { studioId, schoolId } = studio
  await db
    .insertInto('teachingResearch.studio')
    .values(studio)
    .onConflict((same) =>
      same
        .columns(['districtId', 'clusterId', 'schoolYear', 'kind', 'name'])
        .doUpdateSet({ studioId, schoolId, importId: null, sourceRow: null }),
    )
    .execute()
  const key = { districtId: studio.districtId, schoolId, schoolYear: studio.schoolYear, source: SOURCE }
  await beginToCount(db, [key])
  await noteStale(db, [key])
}

/** Takes all rows of a studio away, and says where they counted. Runs as the owner. */
export async function removeStudio(
  db: Db,
  districtIds: readonly number[],
  studioId: string,
): Promise<Omit<FactKey, 'source'>[]> {
  const { rows } = await sql<Omit<FactKey, 'source'>>`
    delete from teaching_research.studio where district_id = any (${districtIds}::int[]) and studio_id = ${studioId}::uuid
    returning district_id, school_id, school_year`.execute(db)
  await noteStale(db, rows.map((row) => ({ ...row, source: SOURCE }))) // prettier-ignore
  return rows
}
