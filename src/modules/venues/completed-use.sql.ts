import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'

const SOURCE = 'venues.uses'

interface CompletedUse {
  districtId: number
  id: string
  clusterId: number
  schoolYear: number
  key: string
  usedOn: string
  venueName: string
  venueKind: '体育场馆' | '图书馆' | '创新实验室' | '其他'
  schoolId: number
  userSchoolId: number
  headCount: number
}

/** One use that came to its end, once under its key; the providing school's figures are counted anew. Runs as the owner. */
export async function recordUse(db: Db, use: CompletedUse): Promise<void> {
  const { key, ...rest } = use
  await db
    .insertInto('venues.venueUse')
    .values({ ...rest, rowKey: key })
    .onConflict((same) => same.doNothing())
    .execute()
  await noteStale(db, [{ ...use, source: SOURCE }])
  await beginToCountUses(db, [use.districtId])
}

/** What turned out to be no use stands in no ledger; the providing school's figures are counted anew. Runs as the owner. */
export async function dropUse(
  db: Db,
  { key, clusterId, ...of }: Pick<CompletedUse, 'districtId' | 'clusterId' | 'schoolId' | 'schoolYear' | 'key'>,
): Promise<void> {
  await sql`delete from venues.venue_use
    where district_id = ${of.districtId} and cluster_id = ${clusterId} and school_year = ${of.schoolYear}
      and row_key = ${key}`.execute(db)
  await noteStale(db, [{ ...of, source: SOURCE }])
}

/**
 * Schools whose uses are on file but not counted yet, and whose register of that year is there: a year begins to have
 * figures with its register. Runs as the owner.
 */
async function beginToCountUses(db: Db, districtIds: readonly number[]): Promise<void> {
  const { rows } = await sql<{ districtId: number; schoolId: number; schoolYear: number }>`
    select distinct v.district_id, v.school_id, v.school_year from venues.venue_use v
    where v.district_id = any (${districtIds}::int[])
      and exists (select from platform.recorded r where r.district_id = v.district_id and r.school_id = v.school_id
        and r.school_year = v.school_year and r.source = 'people.teachers')
      and not exists (select from platform.recorded r where r.district_id = v.district_id and r.school_id = v.school_id
        and r.school_year = v.school_year and r.source = 'venues.uses')`.execute(db)
  const keys = rows.map((one) => ({ ...one, source: SOURCE }))
  await noteRecorded(db, keys)
  await noteStale(db, keys)
}
