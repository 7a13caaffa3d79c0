import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { spellTitle } from '#platform/pinyin.ts'
import type { StudioKey, StudioRow } from './studio.sql.ts'

/** What counting asks of the studio stands where its school is, and nowhere else. Runs as the owner. */
export async function deleteCounting(db: Db, districtIds: readonly number[], { id }: StudioKey): Promise<void> {
  await sql`delete from studios.counting
    where district_id = any (${districtIds}::int[]) and studio_id = ${id}::uuid`.execute(db)
}

/** The last day is that on which it ended, if it ended before its time. */
export async function insertCounting(db: Db, row: StudioRow): Promise<void> {
  const { schoolDistrictId: districtId, districtId: studioDistrictId, id: studioId, schoolId, line, field } = row
  const untilDay = row.endedOn !== null && row.endedOn < row.until ? row.endedOn : row.until
  const { pinyin } = spellTitle(row.name)
  await db
    .insertInto('studios.counting')
    .values({ districtId, studioId, studioDistrictId, schoolId, line, pinyin, field, fromDay: row.from, untilDay })
    .execute()
}

/** Studios that work on a day and whose row of that school year the ledger lacks. Runs as the owner. */
export async function listUncounted(
  db: Db,
  districtIds: readonly number[],
  { today, year }: { today: string; year: number },
): Promise<StudioKey[]> {
  const { rows } = await sql<StudioKey>`
    select k.studio_district_id as district_id, k.studio_id as id from studios.counting k
    where k.district_id = any (${districtIds}::int[]) and ${today}::date between k.from_day and k.until_day
      and not exists (select from teaching_research.studio l where l.district_id = k.district_id
        and l.studio_id = k.studio_id and l.school_year = ${year}::smallint)
    order by k.studio_id limit 1000`.execute(db)
  return rows
}
