import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import { inScope, type MeasureScope } from '#platform/measure.ts'
import type { Term } from '#shared/week.ts'
import { NOBODY_CAME, SAME_CLASS, courseKeyOf } from './delivered.rules.ts'

const SOURCE = 'courses.courses'

/** A course that one school taught for others, as it ended. */
interface Delivered {
  districtId: number
  offeringId: string
  clusterId: number
  schoolId: number
  schoolYear: number
  term: Term
  entryId: string | null
  name: string
  stage: string
}

export interface DeliveredClass {
  id: string
  userSchoolId: number
  grade: string
  className: string
  headCount: number
  /** At how many sessions its school was present. */
  sessions: number
}

/** Stands in the ledger of courses from now on, in the place of what was told of it before. Runs as the owner. */
export async function recordDelivered(db: Db, delivered: Delivered, classes: readonly DeliveredClass[]): Promise<void> {
  await removeDelivered(db, delivered)
  const rows = classes.map((one) => ({ ...delivered, ...one, courseKey: courseKeyOf(delivered) }))
  if (rows.length > 0) await db.insertInto('courses.delivered').values(rows).execute()
  const { districtId, schoolId, schoolYear } = delivered
  const keys = [{ districtId, schoolId, schoolYear, source: SOURCE }]
  await noteRecorded(db, keys)
  await noteStale(db, keys)
}

/** It is not over after all. Runs as the owner. */
export async function removeDelivered(
  db: Db,
  { districtId, offeringId }: Pick<Delivered, 'districtId' | 'offeringId'>,
): Promise<void> {
  const { rows } = await sql<{ districtId: number; schoolId: number; schoolYear: number }>`
    delete from courses.delivered where district_id = ${districtId} and offering_id = ${offeringId}::uuid
    returning district_id, school_id, school_year`.execute(db)
  await noteStale(
    db,
    rows.map((row) => ({ ...row, source: SOURCE })),
  )
}

/** The name of a course as `courseKeyOf` has it. */
const nameKey = (name: RawBuilder<unknown>) => sql`lower(regexp_replace(normalize(${name}, nfkc), '\\s', '', 'g'))`

/**
 * The classes of a scope that were taught, each with why it does not count ('' where it does): a class counts once for a
 * course in a school year, in whichever term it was greater.
 */
export const judgedClasses = (scope: MeasureScope): RawBuilder<unknown> => sql`(
  select k.*, case when k.sessions = 0 then ${NOBODY_CAME} when k.turn > 1 then ${SAME_CLASS} else '' end as reason
  from (
    select d.*, row_number() over (partition by d.district_id, d.school_id, d.school_year, d.course_key, d.user_school_id,
      d.grade, ${nameKey(sql`d.class_name`)} order by d.sessions = 0, d.head_count desc, d.id) as turn
    from courses.delivered d where ${inScope('d', scope)}) k)`

/** True for a row `l` of a ledger that tells of a course that was taught: by its number, or by its name. */
export const toldByDelivered = sql<boolean>`exists (
  select from courses.delivered d
  left join courses.entry e on e.district_id = d.district_id and e.id = d.entry_id
  where d.district_id = l.district_id and d.cluster_id = l.cluster_id and d.school_id = l.school_id
    and d.school_year = l.school_year and d.sessions > 0
    and (e.code = l.code or ${nameKey(sql`d.name`)} = ${nameKey(sql`l.name`)}))`

/** True for a course of the repository in a school year, standing as `table`, that was taught for other schools in that year. */
export const taughtAs = (table: string): RawBuilder<boolean> => sql<boolean>`exists (
  select from courses.delivered d where d.district_id = ${sql.ref(`${table}.district_id`)}
    and d.entry_id = ${sql.ref(`${table}.id`)} and d.school_year = ${sql.ref(`${table}.school_year`)} and d.sessions > 0)`
