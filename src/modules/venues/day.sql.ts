import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Question } from '#platform/database/together.ts'
import type { Term } from '#shared/week.ts'
import type { DayKind } from './day.rules.ts'

export interface RecordedTerm {
  schoolYear: number
  term: Term
  fromDay: string
  untilDay: string
  source: string
}

/** The terms that a district recorded itself. */
export const recordedTerms = (districtId: number, schoolYears: readonly number[]): Question<RecordedTerm> => sql`
  select school_year, term, from_day, until_day, source from venues.term
  where district_id = ${districtId} and school_year in (${sql.join(schoolYears)})
  order by from_day`

export interface SpecialDay {
  day: string
  kind: DayKind
  follows: number | null
  words: string
}

/** The days from one to another that are not what the calendars say. */
export const specialDays = (districtId: number, from: string, until: string): Question<SpecialDay> => sql`
  select day, kind, follows, words from venues.special_day
  where district_id = ${districtId} and day between ${from}::date and ${until}::date
  order by day`

interface Recorded {
  districtId: number
  recordedBy: string
  recordedAt: Date
}

export async function saveTerm(db: Db, row: RecordedTerm & Recorded): Promise<void> {
  const { fromDay, untilDay, source, recordedBy, recordedAt } = row
  await db
    .insertInto('venues.term')
    .values(row)
    .onConflict((same) =>
      same
        .columns(['districtId', 'schoolYear', 'term'])
        .doUpdateSet({ fromDay, untilDay, source, recordedBy, recordedAt }),
    )
    .execute()
}

/** Whether there was one to take away. */
export async function deleteTerm(
  db: Db,
  districtId: number,
  { schoolYear, term }: Pick<RecordedTerm, 'schoolYear' | 'term'>,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('venues.term')
    .where('districtId', '=', districtId)
    .where('schoolYear', '=', schoolYear)
    .where('term', '=', term)
    .returning('term')
    .execute()
  return gone.length > 0
}

export async function saveSpecialDay(db: Db, row: SpecialDay & Recorded): Promise<void> {
  const { kind, follows, words, recordedBy, recordedAt } = row
  await db
    .insertInto('venues.specialDay')
    .values(row)
    .onConflict((same) =>
      same.columns(['districtId', 'day']).doUpdateSet({ kind, follows, words, recordedBy, recordedAt }),
    )
    .execute()
}

/** Whether there was one to take away. */
export async function deleteSpecialDay(db: Db, districtId: number, day: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('venues.specialDay')
    .where('districtId', '=', districtId)
    .where('day', '=', day)
    .returning('day')
    .execute()
  return gone.length > 0
}
