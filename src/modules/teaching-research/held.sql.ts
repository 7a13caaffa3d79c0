import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import type { Form } from './event-line.contract.ts'

const SOURCE = 'teaching-research.activities'

interface HeldActivity {
  /** Of the school that held it. */
  districtId: number
  id: string
  eventId: string
  clusterId: number
  schoolYear: number
  heldOn: string
  unionName: string
  theme: string
  form: Form
  schoolId: number
  lecturerId: string | null
  leftOut: string | null
}

/** An event that was held stands in the ledger once, as it is told now; figures are counted anew. Runs as the owner. */
export async function recordHeld(db: Db, districtIds: readonly number[], activity: HeldActivity): Promise<void> {
  await removeHeld(db, districtIds, activity.eventId)
  await db
    .insertInto('teachingResearch.activity')
    .values({ ...activity, rowKey: `event:${activity.eventId}` })
    .execute()
  await noteStale(db, [{ ...activity, source: SOURCE }])
  await beginToCount(db, activity)
}

/** It was not held after all. Runs as the owner. */
export async function removeHeld(db: Db, districtIds: readonly number[], eventId: string): Promise<void> {
  const { rows } = await sql<{ districtId: number; schoolId: number; schoolYear: number }>`
    delete from teaching_research.activity where district_id = any (${districtIds}::int[]) and event_id = ${eventId}::uuid
    returning district_id, school_id, school_year`.execute(db)
  await noteStale(
    db,
    rows.map((row) => ({ ...row, source: SOURCE })),
  )
}

/**
 * Schools whose activities are on file but not counted yet, and whose register of that year is there: a year begins to have
 * figures with its register.
 */
async function beginToCount(db: Db, { districtId }: HeldActivity): Promise<void> {
  const { rows } = await sql<{ districtId: number; schoolId: number; schoolYear: number }>`
    select distinct a.district_id, a.school_id, a.school_year from teaching_research.activity a
    where a.district_id = ${districtId}
      and exists (select from platform.recorded r where r.district_id = a.district_id and r.school_id = a.school_id
        and r.school_year = a.school_year and r.source = 'people.teachers')
      and not exists (select from platform.recorded r where r.district_id = a.district_id and r.school_id = a.school_id
        and r.school_year = a.school_year and r.source = ${SOURCE})`.execute(db)
  const keys = rows.map((row) => ({ ...row, source: SOURCE }))
  await noteRecorded(db, keys)
  await noteStale(db, keys)
}
