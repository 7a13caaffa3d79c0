import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { inScope, type MeasureScope } from '#platform/measure.ts'
import { BOOKED_TOO, OWN_USE } from './use.rules.ts'

const BOOKED = 'booking:'

/** What the name of a venue is told apart by, as `useKeyOf` has it. */
const nameKey = (name: RawBuilder<unknown>) => sql`lower(regexp_replace(normalize(${name}, nfkc), '\\s', '', 'g'))`

/**
 * The uses of a scope, each with why it does not count ('' where it does): measure, flow and pages all count by this. Of rows of
 * the ledger as many tell again of booked uses as were booked on that day, in that venue, by that school.
 */
export const judgedUses = (scope: MeasureScope): RawBuilder<unknown> => sql`(
  select u.*, case when u.user_school_id = u.school_id then ${OWN_USE}
    when u.booking_id is null and u.n <= u.booked then ${BOOKED_TOO} else '' end as reason
  from (
    select k.*, row_number() over (partition by k.district_id, k.school_id, k.user_school_id, k.used_on, k.name_key, k.booking_id is null
        order by k.source_row, k.id) as n,
      count(k.booking_id) over (partition by k.district_id, k.school_id, k.user_school_id, k.used_on, k.name_key) as booked
    from (
      select v.*, ${nameKey(sql`v.venue_name`)} as name_key,
        case when v.row_key like ${`${BOOKED}%`} then substr(v.row_key, ${BOOKED.length + 1}) end as booking_id
      from venues.venue_use v where ${inScope('v', scope)}) k) u)`

/** A use of the ledger, as pages show it. */
export interface JudgedUse {
  id: string
  /** The booking of which it came; null where a workbook told of it. */
  bookingId: string | null
  usedOn: string
  venueName: string
  venueKind: string
  schoolId: number
  userSchoolId: number
  headCount: number
  /** Why it does not count as sharing; '' where it does. */
  reason: string
}

/** The uses of a scope in the ledger, the latest first. */
export async function listJudgedUses(db: Db, scope: MeasureScope): Promise<JudgedUse[]> {
  const { rows } = await sql<JudgedUse>`
    select j.id, j.booking_id, j.used_on, j.venue_name, j.venue_kind, j.school_id, j.user_school_id, j.head_count, j.reason
    from ${judgedUses(scope)} j order by j.used_on desc, j.id`.execute(db)
  return rows
}

/** What was booked and used on these days, of those that the ledger of a cluster repeats. */
export async function listBookedOn(
  db: Db,
  districtIds: readonly number[],
  days: readonly string[],
): Promise<{ usedOn: string; schoolId: number; userSchoolId: number; venueName: string }[]> {
  const { rows } = await sql<{ usedOn: string; schoolId: number; userSchoolId: number; venueName: string }>`
    select used_on, school_id, user_school_id, venue_name from venues.venue_use
    where district_id = any (${districtIds}::int[]) and used_on = any (${days}::date[])
      and row_key like ${`${BOOKED}%`} and user_school_id <> school_id`.execute(db)
  return rows
}
