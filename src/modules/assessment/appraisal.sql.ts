import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { LedgerScope } from '#platform/ledger.ts'

export interface AppraisalRow {
  districtId: number
  schoolYear: number
  schoolId: number
  grade: string
}

/** The appraisals of these schools in the school year. */
export const listAppraisals = (
  db: Db,
  { districtIds, schoolYear }: Omit<LedgerScope, 'clusterId'>,
  schoolIds: readonly number[],
): Promise<AppraisalRow[]> =>
  db
    .selectFrom('assessment.appraisal')
    .select(['districtId', 'schoolYear', 'schoolId', 'grade'])
    .where('districtId', 'in', districtIds)
    .where('schoolYear', '=', schoolYear)
    .where(sql<boolean>`school_id = any (${schoolIds}::int[])`)
    .execute()

/** Appraisals of a school year among the schools that were members of the cluster on the year's last day. */
export async function countAppraisals(db: Db, { districtIds, clusterId, schoolYear }: LedgerScope): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from assessment.appraisal a
    where a.district_id = any (${districtIds}::int[]) and a.school_year = ${schoolYear} and exists (
      select 1 from organizations.membership m
      where m.cluster_id = ${clusterId} and m.school_id = a.school_id
        and m.from_day <= make_date(${schoolYear}::int + 1, 8, 31)
        and (m.until_day is null or m.until_day >= make_date(${schoolYear}::int + 1, 8, 31)))`.execute(db)
  return rows[0]!.n
}

type NewAppraisal = AppraisalRow & { importId: string; sourceRow: number | null }

/** New appraisals are added, those on file become what these say. */
export async function saveAppraisals(db: Db, appraisals: readonly NewAppraisal[]): Promise<void> {
  await sql`
    insert into assessment.appraisal (district_id, school_id, school_year, grade, import_id, source_row)
    select "districtId", "schoolId", "schoolYear", grade, "importId", "sourceRow"
    from jsonb_to_recordset(${JSON.stringify(appraisals)}::jsonb) as a ("districtId" int, "schoolId" int,
      "schoolYear" smallint, grade text, "importId" uuid, "sourceRow" int)
    on conflict (district_id, school_id, school_year) do update set grade = excluded.grade, import_id = excluded.import_id,
      source_row = excluded.source_row`.execute(db)
}

/** The latest grade of each of these schools, of a school year or one before. */
export async function listLatestGrades(
  db: Db,
  schools: readonly { districtId: number; schoolId: number }[],
  schoolYear: number,
): Promise<{ schoolId: number; grade: string }[]> {
  const { rows } = await sql<{ schoolId: number; grade: string }>`
    select distinct on (school_id) school_id, grade from assessment.appraisal
    where district_id = any (${[...new Set(schools.map(({ districtId }) => districtId))]}::int[])
      and school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[]) and school_year <= ${schoolYear}::smallint
    order by school_id, school_year desc`.execute(db)
  return rows
}
