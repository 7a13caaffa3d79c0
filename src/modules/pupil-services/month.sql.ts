import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Count } from './month.rules.ts'

/** A school in a year: what the statements below begin with. */
export interface SchoolYear {
  districtId: number
  schoolId: number
  schoolYear: number
}

/** The items of the policies; `position` is their order on the sheet. */
export interface ItemRow {
  code: string
  title: string
  position: number
  isReferral: boolean
}

/** Runs as the owner. */
export async function saveItems(db: Db, items: readonly ItemRow[]): Promise<void> {
  await sql`
    insert into pupil_services.item (code, title, position, is_referral)
    select code, title, position, "isReferral"
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i (code text, title text, position smallint, "isReferral" boolean)
    on conflict (code) do update set title = excluded.title, position = excluded.position,
      is_referral = excluded.is_referral`.execute(db)
}

export async function saveSheet(db: Db, of: SchoolYear, month: string, at: Date): Promise<void> {
  await db
    .insertInto('pupilServices.monthSheet')
    .values({ ...of, month: `${month}-01`, handedInAt: at })
    .onConflict((same) => same.columns(['districtId', 'schoolId', 'month']).doUpdateSet({ handedInAt: at }))
    .execute()
}

export async function deleteCounts(
  db: Db,
  { districtId, schoolId }: Omit<SchoolYear, 'schoolYear'>,
  month: string,
): Promise<void> {
  await sql`delete from pupil_services.month_count
    where district_id = ${districtId} and school_id = ${schoolId} and month = ${`${month}-01`}::date`.execute(db)
}

export async function insertCounts(db: Db, of: SchoolYear, month: string, counts: readonly Count[]): Promise<void> {
  if (counts.length === 0) return
  const rows = counts.map((count) => ({ ...of, ...count, month: `${month}-01` }))
  await db.insertInto('pupilServices.monthCount').values(rows).execute()
}

/** The months of a school year of which schools have told, each with when. */
export async function listSheets(
  db: Db,
  {
    districtIds,
    schoolIds,
    schoolYear,
  }: { districtIds: readonly number[]; schoolIds: readonly number[]; schoolYear: number },
): Promise<{ schoolId: number; month: string; handedInAt: Date }[]> {
  const { rows } = await sql<{ schoolId: number; month: string; handedInAt: Date }>`
    select school_id, to_char(month, 'YYYY-MM') as month, handed_in_at from pupil_services.month_sheet
    where district_id = any (${districtIds}::int[]) and school_id = any (${schoolIds}::int[])
      and school_year = ${schoolYear}
    order by month`.execute(db)
  return rows
}

export async function listCounts(
  db: Db,
  { districtId, schoolId }: Omit<SchoolYear, 'schoolYear'>,
  month: string,
): Promise<Count[]> {
  const { rows } = await sql<Count>`select item, times, people from pupil_services.month_count
    where district_id = ${districtId} and school_id = ${schoolId} and month = ${`${month}-01`}::date
    order by item`.execute(db)
  return rows
}

/** What schools told of a whole school year, item by item. */
export async function listTotals(
  db: Db,
  {
    districtIds,
    schoolIds,
    schoolYear,
  }: { districtIds: readonly number[]; schoolIds: readonly number[]; schoolYear: number },
): Promise<Count[]> {
  const { rows } = await sql<Count>`
    select item, sum(times)::int as times, sum(people)::int as people from pupil_services.month_count
    where district_id = any (${districtIds}::int[]) and school_id = any (${schoolIds}::int[])
      and school_year = ${schoolYear}
    group by item`.execute(db)
  return rows
}

/** Which of these schools have told of a month since another; for whether a cluster tells at all. */
export async function listTellers(
  db: Db,
  { districtIds, schoolIds }: { districtIds: readonly number[]; schoolIds: readonly number[] },
  { from, month }: { from: string; month: string },
): Promise<{ schoolId: number; told: boolean }[]> {
  const { rows } = await sql<{ schoolId: number; told: boolean }>`
    select school_id, bool_or(month = ${`${month}-01`}::date) as told from pupil_services.month_sheet
    where district_id = any (${districtIds}::int[]) and school_id = any (${schoolIds}::int[])
      and month between ${`${from}-01`}::date and ${`${month}-01`}::date
    group by school_id`.execute(db)
  return rows
}

export interface ParentSchoolRow {
  establishedOn: string | null
  head: string
  lessons: number
  evidence: string
}

export async function listParentSchools(
  db: Db,
  {
    districtIds,
    schoolIds,
    schoolYear,
  }: { districtIds: readonly number[]; schoolIds: readonly number[]; schoolYear: number },
): Promise<(ParentSchoolRow & { schoolId: number })[]> {
  const { rows } = await sql<ParentSchoolRow & { schoolId: number }>`
    select school_id, established_on, head, lessons, evidence from pupil_services.parent_school
    where district_id = any (${districtIds}::int[]) and school_id = any (${schoolIds}::int[])
      and school_year = ${schoolYear}`.execute(db)
  return rows
}

/** The last line before a school year. */
export async function findParentSchoolBefore(
  db: Db,
  { districtId, schoolId, schoolYear }: SchoolYear,
): Promise<(ParentSchoolRow & { schoolYear: number }) | undefined> {
  const { rows } = await sql<ParentSchoolRow & { schoolYear: number }>`
    select school_year, established_on, head, lessons, evidence from pupil_services.parent_school
    where district_id = ${districtId} and school_id = ${schoolId} and school_year < ${schoolYear}
    order by school_year desc limit 1`.execute(db)
  return rows[0]
}

export async function saveParentSchool(db: Db, of: SchoolYear, row: ParentSchoolRow, at: Date): Promise<void> {
  await db
    .insertInto('pupilServices.parentSchool')
    .values({ ...of, ...row, changedAt: at })
    .onConflict((same) => same.columns(['districtId', 'schoolId', 'schoolYear']).doUpdateSet({ ...row, changedAt: at }))
    .execute()
}
