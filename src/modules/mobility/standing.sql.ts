import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Standing } from './verdict.rules.ts'

export interface StandingRow {
  districtId: number
  schoolId: number
  schoolYear: number
  standing: Standing
  reason: string
  saidAt: Date
  saidBy: string
}

/** What was said of these schools, in these school years. */
export async function listSchoolStandings(
  db: Db,
  schools: readonly { districtId: number; schoolId: number }[],
  schoolYears: readonly number[],
): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select district_id, school_id, school_year, standing, reason, said_at, said_by from mobility.standing
    where district_id = any (${schools.map(({ districtId }) => districtId)}::int[])
      and school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[])
      and school_year = any (${schoolYears}::int[])`.execute(db)
  return rows
}

export async function saveStanding(db: Db, row: StandingRow): Promise<void> {
  const { standing, reason, saidAt, saidBy } = row
  await db
    .insertInto('mobility.standing')
    .values(row)
    .onConflict((same) =>
      same.columns(['districtId', 'schoolId', 'schoolYear']).doUpdateSet({ standing, reason, saidAt, saidBy }),
    )
    .execute()
}

export async function deleteStanding(
  db: Db,
  { districtId, schoolId, schoolYear }: Pick<StandingRow, 'districtId' | 'schoolId' | 'schoolYear'>,
): Promise<void> {
  await sql`delete from mobility.standing where district_id = ${districtId} and school_id = ${schoolId}
    and school_year = ${schoolYear}`.execute(db)
}
